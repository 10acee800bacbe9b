#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/http/request.h"

namespace touchstone::http {

// The header block of one request.
struct Head {
  Method method = Method::get;
  std::string target;
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
  std::size_t length = 0;                                    // of the body, in bytes
  bool keep_alive = true;  // the client would go on with this connection
  bool waits = false;      // the client waits for "100 Continue"

  std::string_view header(std::string_view name) const;
};

// Parses a block that the guard found sound, with its empty line. Empty when Boost.Beast does not
// take all of it.
std::optional<Head> parse_head(std::string_view block);

// An address, taken apart once: the path's segments are decoded, the query's names and values too.
struct Address {
  std::string path;
  std::vector<std::string> segments;  // "/a/b" has two, "/" has one empty segment
  Fields query;
};
// Empty when a segment is `.` or `..`, or something is not valid UTF-8 or holds a NUL.
std::optional<Address> parse_target(std::string_view target);

}  // namespace touchstone::http
