#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "platform/complaint.h"

namespace touchstone::json {

inline constexpr std::size_t longest_name = 512;

// Receives one name and value; no value for null.
using Take = std::function<void(std::string name, std::optional<std::string> value)>;

// Reads a JSON object as the fields of a form, in their order: {"core_values": {"level": "gold"}}
// is core_values.level=gold, a list repeats its name, an object in a list takes the list's name as
// its prefix, numbers and true and false come as they are written, null without a value, and so
// does a list in which nothing is; an empty object gives nothing. Complains about all of: what is
// not one JSON object, invalid UTF-8, NUL, a member that stands twice, a name that is empty or has
// a dot in it, lists in lists. Stops after twenty complaints, and at once where there are more than
// 32 levels, more than `most` values or four times as many members, or a name with all that stands
// before it has over `longest_name` bytes: whoever sends a few bytes gets no many out of them. When
// it complained, what was taken must not be used.
void flatten(std::string_view json, const Take& take, Complaints& complaints,
             std::size_t most = 100'000);

}  // namespace touchstone::json
