#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "platform/complaint.h"

namespace touchstone::json {

// Receives one name and value; no value for null.
using Take = std::function<void(std::string name, std::optional<std::string> value)>;

// Reads a JSON object as the fields of a form, in their order: {"core_values": {"level": "gold"}}
// is core_values.level=gold, a list repeats its name, an object in a list takes the list's name as
// its prefix, numbers and true and false come as they are written, null without a value; an empty
// list or object gives nothing. Complains about all of: what is not one JSON object, invalid UTF-8,
// NUL, a member that stands twice, a name that is empty or has a dot in it, lists in lists, more
// than 32 levels. When it complained, what was taken must not be used.
void flatten(std::string_view json, const Take& take, Complaints& complaints);

}  // namespace touchstone::json
