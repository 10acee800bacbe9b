#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/request.h"

namespace touchstone::http {

// The file that was sent in that field, whole. Of a larger one than `at_most` bytes one byte more
// than that, so that its size tells. Empty without a file: a field left alone sends one without a
// name and without bytes. Throws std::runtime_error when it cannot be read.
std::optional<std::string> uploaded(const Request& request, std::string_view field,
                                    std::size_t at_most);

}  // namespace touchstone::http
