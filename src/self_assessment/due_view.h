#pragma once
#include <optional>
#include <string>
#include <vector>

#include "platform/date.h"
#include "platform/html/url.h"
#include "signin/signin.h"

namespace touchstone::self_assessment {

// Something that waits for a person.
struct Due {
  std::string what;
  std::string detail;
  std::optional<Date> due_on{};  // empty: whenever it suits
  Url where{};
  bool begun = false;
};

// What waits for the member: open score sheets or the next one to start, and targets by their
// dates.
std::vector<Due> due_from(sql::Read& read, const http::Request& request,
                          const signin::Member& member);

// "about 6 minutes left", by 36 seconds a theme; at least one minute.
std::string time_left(int themes);

}  // namespace touchstone::self_assessment
