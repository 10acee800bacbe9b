// Parts are understood the same way whether they come at once or in pieces; the first byte is the
// size of a piece.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/multipart.h"
#include "platform/text.h"

namespace http = touchstone::http;

namespace {

// Empty when it was refused.
std::optional<std::string> read(std::string_view body, std::size_t piece) {
  http::Multipart parts("B", {});
  for (std::size_t at = 0; at < body.size(); at += piece)
    if (!parts.feed(body.substr(at, piece))) return std::nullopt;
  if (!parts.finish()) return std::nullopt;
  std::string out;
  for (const auto& [name, value] : parts.fields) {
    if (!touchstone::is_utf8(name) || !touchstone::is_utf8(*value)) std::abort();
    out.append(name).append("=").append(*value).append("\n");
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view body(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (read(body, body.size() + 1) != read(body, 1U + data[0] % 64U)) std::abort();
  return 0;
}
