#pragma once
#include <string>
#include <string_view>

#include "platform/http/fields.h"
#include "platform/http/request.h"

namespace touchstone::http {

// All of a field, cleaned: where the noun itself says how long is too long.
inline std::string whole_text(Reader& reader, const Request& request, std::string_view name) {
  return reader.text(name, request.fields.text(name).size());
}

}  // namespace touchstone::http
