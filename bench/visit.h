#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "load.h"

namespace touchstone::bench {

// The members of a JSON answer with this name, at any depth: "people.email".
std::vector<std::string> members(std::string_view json, std::string_view name);

// Somebody who is signed in to a server.
struct Visit {
  std::string cookie;  // a whole header line
  std::string proof;   // against forged requests: a whole header line
};

// Throws std::runtime_error when it does not work.
Visit sign_in(Clients& client, const std::string& email, const std::string& password);

// The address of a new score sheet against personal tutoring.
std::string begin_sheet(Clients& client, const Visit& visit);
// Its themes, in their order.
std::vector<std::string> themes_of(Clients& client, const Visit& visit, const std::string& sheet);
// The version of each, in the same order.
std::vector<std::string> versions_of(Clients& client, const Visit& visit, const std::string& sheet);

std::string page_request(std::uint16_t port, const Visit& visit, const std::string& address);
// An autosave of one theme.
std::string save_request(std::uint16_t port, const Visit& visit, const std::string& sheet,
                         const std::string& theme, std::string_view level, std::int64_t version);

}  // namespace touchstone::bench
