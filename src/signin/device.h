#pragma once
#include <chrono>
#include <string>
#include <string_view>

#include "people/people.h"
#include "platform/date.h"

namespace touchstone::signin {

// For how long a phone is remembered.
inline constexpr std::chrono::days device_lifetime{90};

// A phone that its owner asked to be remembered on. It opens their own sheets without a password,
// and nothing else: no role, no list, no figures, not their account.
struct Device {
  Id<Device> id{};
  Id<people::Account> account{};
  std::string name{};  // "iPhone"
  Moment made_at{};
  Moment seen{};
  Moment ends{};
};

// What to call the sender of that User-Agent: "iPhone", "Android phone", "Windows computer".
std::string device_name(std::string_view user_agent);

// The part of an organisation that remembered phones open: "self-assessments" of
// "/eastmere/self-assessments"; empty: its first page. Registered when the program is put together;
// whatever is not, is closed to them.
void open_on_remembered_phones(std::string_view segment);
bool opens_on_remembered_phones(std::string_view path);

}  // namespace touchstone::signin
