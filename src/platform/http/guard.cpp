#include "platform/http/guard.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "platform/text.h"

namespace touchstone::http::guard {
namespace {

constexpr std::string_view others_we_know[] = {"PUT",     "DELETE", "PATCH",
                                               "OPTIONS", "TRACE",  "CONNECT"};
constexpr std::size_t longest_method = 7;

constexpr Finding refuse(int status, std::string_view reason) {
  return {Outcome::refused, 0, status, reason};
}

constexpr bool digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool hex(char c) {
  return digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

constexpr auto token_table = [] {
  std::array<bool, 256> table{};
  for (int c = 0; c < 256; ++c)
    table[static_cast<std::size_t>(c)] =
        c < 128 && (digit(static_cast<char>(c)) || letter(static_cast<char>(c)) ||
                    std::string_view("!#$%&'*+-.^_`|~").contains(static_cast<char>(c)));
  return table;
}();
bool token_character(char c) {
  return token_table[static_cast<unsigned char>(c)];
}

bool same_word(std::string_view one, std::string_view lower_case) {
  return std::ranges::equal(one, lower_case, {}, lower);
}

Finding examine_method(std::string_view method) {
  if (method == "GET" || method == "HEAD" || method == "POST") return {Outcome::ok};
  if (std::ranges::find(others_we_know, method) != std::end(others_we_know))
    return refuse(405, "Only GET, HEAD and POST are understood here.");
  if (method.empty() || !std::ranges::all_of(method, token_character))
    return refuse(400, "The request does not begin with a method.");
  return refuse(501, "The method is not known.");
}

Finding examine_target(std::string_view target) {
  if (target.empty() || target.front() != '/')
    return refuse(400, "The address must begin with a slash.");
  for (std::size_t i = 0; i < target.size(); ++i) {
    const char c = target[i];
    if (c <= 0x20 || c >= 0x7f || c == '#')
      return refuse(400, "The address holds a character that must be escaped.");
    if (c != '%') continue;
    if (i + 2 >= target.size() || !hex(target[i + 1]) || !hex(target[i + 2]))
      return refuse(400, "The address holds a broken escape.");
    if (target[i + 1] == '0' && target[i + 2] == '0')
      return refuse(400, "The address holds an escaped NUL.");
  }
  return {Outcome::ok};
}

Finding examine_request_line(std::string_view line) {
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == std::string_view::npos || first == last)
    return refuse(400, "The first line must be a method, an address and a version.");
  if (const auto finding = examine_method(line.substr(0, first)); finding.outcome != Outcome::ok)
    return finding;
  const auto version = line.substr(last + 1);
  const auto target = line.substr(first + 1, last - first - 1);
  if (const auto finding = examine_target(target); finding.outcome != Outcome::ok) return finding;
  if (version == "HTTP/1.1" || version == "HTTP/1.0") return {Outcome::ok};
  if (version.size() == 8 && version.starts_with("HTTP/") && digit(version[5]) &&
      version[6] == '.' && digit(version[7]))
    return refuse(505, "Only HTTP/1.0 and HTTP/1.1 are understood here.");
  return refuse(400, "The first line does not end with an HTTP version.");
}

// host = name / IPv4 / [IPv6], then an optional port (RFC 9110, section 7.2; names without
// escapes).
bool is_host(std::string_view host) {
  if (host.empty() || host.size() > 255) return false;
  auto rest = host;
  if (host.front() == '[') {
    const auto end = host.find(']');
    if (end == std::string_view::npos || end < 3) return false;
    const auto inside = host.substr(1, end - 1);
    if (!std::ranges::all_of(inside, [](char c) { return hex(c) || c == ':' || c == '.'; }))
      return false;
    rest = host.substr(end + 1);
  } else {
    const auto end = std::min(host.find(':'), host.size());
    const auto name = host.substr(0, end);
    if (name.empty() || name.front() == '.' || name.contains("..")) return false;
    if (!std::ranges::all_of(
            name, [](char c) { return letter(c) || digit(c) || c == '-' || c == '.' || c == '_'; }))
      return false;
    rest = host.substr(end);
  }
  if (rest.empty()) return true;
  const auto port = rest.substr(1);
  return rest.front() == ':' && !port.empty() && port.size() <= 5 &&
         std::ranges::all_of(port, digit);
}

Finding examine_length(std::string_view value, Seen& seen) {
  if (value.empty() || !std::ranges::all_of(value, digit))
    return refuse(400, "Content-Length must be a whole number.");
  if (value.size() > 1 && value.front() == '0')
    return refuse(400, "Content-Length must not begin with a zero.");
  if (value.size() > 15) return refuse(413, "That is more than can be taken in at once.");
  seen.length = true;
  seen.body = value != "0";
  return {Outcome::ok};
}

// Connection is a list of words; a parser that reads it otherwise would disagree about what comes
// next.
bool is_list_of_words(std::string_view value) {
  for (auto rest = value; !rest.empty();) {
    const auto end = std::min(rest.find(','), rest.size());
    const auto word = trimmed(rest.substr(0, end));
    if (!std::ranges::all_of(word, token_character)) return false;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return true;
}

Finding examine_meaning(std::string_view name, std::string_view value, Seen& seen) {
  for (std::size_t i = 0; i < seen.once.size(); ++i) {
    if (!same_word(name, only_once[i])) continue;
    if (seen.once[i]) return refuse(400, "A header field that may stand once stands twice.");
    seen.once[i] = true;
  }
  if (same_word(name, "transfer-encoding"))
    return refuse(411, "Send the body with a Content-Length.");
  if (same_word(name, "content-length")) return examine_length(value, seen);
  if (same_word(name, "host")) {
    seen.host = true;
    if (!is_host(value)) return refuse(400, "The Host is not a valid name.");
  }
  if ((same_word(name, "connection") || same_word(name, "proxy-connection")) &&
      !is_list_of_words(value))
    return refuse(400, "Connection must be a list of words.");
  if (same_word(name, "expect") && !same_word(value, "100-continue"))
    return refuse(417, "Only 100-continue may be expected.");
  return {Outcome::ok};
}

Finding examine_field(std::string_view line, Seen& seen) {
  if (line.front() == ' ' || line.front() == '\t')
    return refuse(400, "A header line must not be folded.");
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0)
    return refuse(400, "A header line needs a name and a colon.");
  const auto name = line.substr(0, colon);
  if (!std::ranges::all_of(name, token_character))
    return refuse(400, "A header's name holds a character that may not stand there.");
  auto value = line.substr(colon + 1);
  while (!value.empty() && (value.front() == ' ' || value.front() == '\t')) value.remove_prefix(1);
  while (!value.empty() && (value.back() == ' ' || value.back() == '\t')) value.remove_suffix(1);
  if (!is_utf8(value)) return refuse(400, "A header's value is not valid UTF-8.");
  return examine_meaning(name, value, seen);
}

Finding examine_whole(const Seen& seen, std::size_t length) {
  if (!seen.host) return refuse(400, "The request names no Host.");
  if (seen.post && !seen.length) return refuse(411, "Send the body with a Content-Length.");
  if (!seen.post && seen.body) return refuse(400, "Only a POST may carry a body.");
  return {Outcome::ok, length};
}

}  // namespace

Finding Examination::examine_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if ((byte < 0x20 && c != '\t') || byte == 0x7f)
    return refuse(400, "The request holds a control character or a bare line end.");
  if (has_method_) return {};
  has_method_ = c == ' ';
  if (!has_method_ && !token_character(c))
    return refuse(400, "The request does not begin with a method.");
  if (!has_method_ && at_ >= longest_method) return refuse(501, "The method is not known.");
  return {};
}

Finding Examination::examine_line(std::string_view line) {
  effort_ += line.size();
  if (lines_++ == 0) {
    seen_.post = line.starts_with("POST ");
    return examine_request_line(line);
  }
  if (line.empty()) return examine_whole(seen_, at_);
  if (lines_ > most_fields + 1) return refuse(431, "The request has too many header fields.");
  return examine_field(line, seen_);
}

Finding Examination::examine(std::string_view bytes) {
  const auto block = bytes.substr(0, most_bytes);
  while (at_ < block.size()) {
    ++effort_;
    if (block[at_] != '\r') {
      if (const auto finding = examine_byte(block[at_]); finding.outcome == Outcome::refused)
        return finding;
      ++at_;
      continue;
    }
    // Its LF may still come.
    if (at_ + 1 == block.size()) break;
    if (block[at_ + 1] != '\n')
      return refuse(400, "The request holds a control character or a bare line end.");
    const auto line = block.substr(line_, at_ - line_);
    line_ = at_ += 2;
    const auto finding = examine_line(line);
    if (finding.outcome == Outcome::refused || finding.length > 0) return finding;
  }
  if (bytes.size() < most_bytes) return {};
  return lines_ == 0 ? refuse(414, "The address is too long.")
                     : refuse(431, "The request's header is too long.");
}

Finding examine(std::string_view bytes) {
  return Examination().examine(bytes);
}

}  // namespace touchstone::http::guard
