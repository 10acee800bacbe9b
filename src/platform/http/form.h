#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "platform/complaint.h"
#include "platform/http/fields.h"

namespace touchstone::http {

inline constexpr std::size_t most_form_fields = 2'000;

// One name or value of application/x-www-form-urlencoded: `+` is a space, %XX a byte.
// False when an escape is broken or the text is not valid UTF-8 without NUL.
bool decode_form_text(std::string_view encoded, std::string& decoded);
// A segment of a path: %XX only.
bool decode_path_text(std::string_view encoded, std::string& decoded);

// Adds the pairs of a query or a form's body. False when something cannot be decoded, or there are
// too many.
bool add_form(std::string_view encoded, Fields& fields);

}  // namespace touchstone::http
