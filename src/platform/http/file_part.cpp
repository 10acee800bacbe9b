#include "platform/http/file_part.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "platform/http/conditional.h"
#include "platform/text.h"

namespace touchstone::http {
namespace {

struct Part {
  std::int64_t from = 0;
  std::int64_t length = 0;
};

std::optional<std::int64_t> number_in(std::string_view digits) {
  std::int64_t number = 0;
  const auto* end = digits.data() + digits.size();
  const auto [at, error] = std::from_chars(digits.data(), end, number);
  return error == std::errc() && at == end && number >= 0 ? std::optional(number) : std::nullopt;
}

// "bytes=0-99", "bytes=100-" or "bytes=-50"; empty for anything else. Length 0: behind the end.
std::optional<Part> part_in(std::string_view range, std::int64_t size) {
  constexpr std::string_view unit = "bytes=";
  if (!lowered_ascii(range.substr(0, unit.size())).starts_with(unit)) return std::nullopt;
  range = trimmed(range.substr(unit.size()));
  const auto dash = range.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto first = number_in(range.substr(0, dash));
  const auto last = number_in(range.substr(dash + 1));
  if (dash == 0) {
    if (!last) return std::nullopt;
    const auto length = std::min(*last, size);
    return Part{size - length, length};
  }
  if (!first || (!last && dash + 1 < range.size()) || (last && *last < *first)) return std::nullopt;
  if (*first >= size) return Part{};
  return Part{*first, std::min(last.value_or(size - 1), size - 1) - *first + 1};
}

std::optional<Part> part_asked_for(const Request& request, const FileBody& file) {
  const auto range = request.header("range");
  if (range.empty() || request.method != Method::get) return std::nullopt;
  const auto only_of = request.header("if-range");
  if (!only_of.empty() && only_of != quoted_tag(file)) return std::nullopt;
  return part_in(range, file.size);
}

}  // namespace

std::string quoted_tag(const FileBody& file) {
  return '"' + file.tag + '"';
}

bool wants_bytes(const Request& request, const FileBody& file) {
  return request.method != Method::head && !unchanged(request, quoted_tag(file));
}

std::shared_ptr<FileRest> rest_asked_for(const Request& request, Response& response) {
  const auto& file = *response.file;
  response.headers.emplace_back("Accept-Ranges", "bytes");
  if (unchanged(request, quoted_tag(file))) {
    response.status = 304;
    return nullptr;
  }
  FileRest rest{.file = file.file, .at = 0, .left = file.size};
  if (const auto part = part_asked_for(request, file)) {
    response.status = part->length > 0 ? 206 : 416;
    response.headers.emplace_back(
        "Content-Range", part->length > 0 ? fmt::format("bytes {}-{}/{}", part->from,
                                                        part->from + part->length - 1, file.size)
                                          : fmt::format("bytes */{}", file.size));
    rest.at = part->from;
    rest.left = part->length;
  }
  return rest.left > 0 ? std::make_shared<FileRest>(std::move(rest)) : nullptr;
}

}  // namespace touchstone::http
