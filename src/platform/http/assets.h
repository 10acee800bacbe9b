#pragma once
#include <optional>
#include <string_view>

#include "platform/html/url.h"

namespace touchstone::http {

// The address of a file in touchstone::embedded::assets, with the first 8 hex digits of its
// content's hash in it, so that it can be kept for ever: "style.css" is /assets/style.1f2e3d4c.css.
// Throws std::logic_error for a name that is not there.
Url asset(std::string_view name);

struct Asset {
  std::string_view type;
  std::string_view etag;  // with its quotes
  std::string_view plain;
  std::string_view gzip;  // empty: there is no such variant
  std::string_view brotli;
};
// By the last part of its address ("style.1f2e3d4c.css"); null when there is none.
const Asset* find_asset(std::string_view hashed_name);

}  // namespace touchstone::http
