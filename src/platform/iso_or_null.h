#pragma once
#include <optional>
#include <string>

#include "platform/date.h"

namespace touchstone {

// A date that may be missing, as a column has it.
inline std::optional<std::string> iso_or_null(const std::optional<Date>& date) {
  return date ? std::optional(to_iso(*date)) : std::nullopt;
}

}  // namespace touchstone
