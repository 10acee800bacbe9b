// A cookie's value is a piece of the header that stands after its own name.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "platform/http/body.h"
#include "platform/http/cookies.h"
#include "platform/http/multipart.h"

namespace http = touchstone::http;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto value = http::cookie(bytes, "touchstone");
  if (!value.empty()) {
    if (!bytes.contains("touchstone=" + std::string(value))) std::abort();
    if (value.contains(';')) std::abort();
  }
  http::prefers_json(bytes);
  if (const auto boundary = http::boundary_of(bytes);
      boundary && (boundary->empty() || boundary->size() > 70))
    std::abort();
  return 0;
}
