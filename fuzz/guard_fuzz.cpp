// Whatever the guard lets through, Boost.Beast must read as the guard did: method, address, number
// of fields.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "platform/http/guard.h"
#include "platform/http/head.h"

namespace http = touchstone::http;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto finding = http::guard::examine(bytes);
  if (finding.outcome != http::guard::Outcome::ok) return 0;
  const auto block = bytes.substr(0, finding.length);
  const auto head = http::parse_head(block);
  if (!head) std::abort();
  const auto first = block.find(' ');
  const auto second = block.find(' ', first + 1);
  const auto method = block.substr(0, first);
  if (head->target != block.substr(first + 1, second - first - 1)) std::abort();
  if ((head->method == http::Method::post) != (method == "POST")) std::abort();
  if ((head->method == http::Method::head) != (method == "HEAD")) std::abort();
  if (static_cast<std::size_t>(std::ranges::count(block, '\n')) != head->headers.size() + 2)
    std::abort();
  if (!head->header("transfer-encoding").empty()) std::abort();
  if (head->length > 0 && head->method != http::Method::post) std::abort();
  // The same bytes must not be read in another way when they come in two pieces.
  if (http::guard::examine(block.substr(0, block.size() / 2)).outcome ==
      http::guard::Outcome::refused)
    std::abort();
  return 0;
}
