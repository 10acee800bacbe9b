// A form or an address is taken apart into valid UTF-8, or refused.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "platform/http/form.h"
#include "platform/http/head.h"
#include "platform/text.h"

namespace http = touchstone::http;

namespace {

void check(const http::Fields& fields) {
  for (const auto& [name, value] : fields)
    if (!touchstone::is_utf8(name) || (value && !touchstone::is_utf8(*value))) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  http::Fields fields;
  if (http::add_form(bytes, fields)) check(fields);
  if (fields.size() > http::most_form_fields) std::abort();
  if (const auto address = http::parse_target(bytes)) {
    check(address->query);
    for (const auto& segment : address->segments)
      if (segment == "." || segment == ".." || !touchstone::is_utf8(segment)) std::abort();
  }
  return 0;
}
