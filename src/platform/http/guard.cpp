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
// Fields that change what a request means: twice is twice understood.
constexpr std::string_view only_once[] = {
    "host",   "content-length", "content-type", "content-encoding", "authorization",
    "origin", "sec-fetch-site", "x-csrf-token", "expect",           "cookie"};

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

// Whether the bytes hold only what may stand in a header block: CR only before LF, LF only after
// CR, no other control. A CR at the very end may still get its LF.
Finding examine_bytes(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    if (c >= 0x20 && c != 0x7f) continue;
    if (c == '\t') continue;
    if (c == '\r' && (i + 1 == bytes.size() || bytes[i + 1] == '\n')) continue;
    if (c == '\n' && i > 0 && bytes[i - 1] == '\r') continue;
    return refuse(400, "The request holds a control character or a bare line end.");
  }
  return {};
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

struct Seen {
  std::array<bool, std::size(only_once)> once{};
  bool post = false;
  bool length = false;
  bool host = false;
  bool body = false;  // a length above 0
};

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

Finding examine_fields(std::string_view bytes, std::size_t start, bool post) {
  Seen seen;
  seen.post = post;
  for (int fields = 0;; ++fields) {
    const auto end = bytes.find("\r\n", start);
    if (end == std::string_view::npos) return {};
    if (end == start) return examine_whole(seen, end + 2);
    if (fields == most_fields) return refuse(431, "The request has too many header fields.");
    const auto finding = examine_field(bytes.substr(start, end - start), seen);
    if (finding.outcome != Outcome::ok) return finding;
    start = end + 2;
  }
}

Finding examine_start(std::string_view bytes) {
  const auto space = std::min(bytes.find(' '), bytes.size());
  if (!std::ranges::all_of(bytes.substr(0, space), token_character))
    return refuse(400, "The request does not begin with a method.");
  if (space > longest_method) return refuse(501, "The method is not known.");
  return {};
}

}  // namespace

Finding examine(std::string_view bytes) {
  if (const auto finding = examine_start(bytes); finding.outcome == Outcome::refused)
    return finding;
  const auto end = bytes.find("\r\n\r\n");
  const auto block = bytes.substr(0, end == std::string_view::npos ? bytes.size() : end + 4);
  if (const auto finding = examine_bytes(block.substr(0, most_bytes));
      finding.outcome == Outcome::refused)
    return finding;
  if (block.size() > most_bytes) return refuse(431, "The request's header is too long.");
  const auto line = block.find("\r\n");
  if (line == std::string_view::npos)
    return block.size() < most_bytes ? Finding{} : refuse(414, "The address is too long.");
  const auto first = examine_request_line(block.substr(0, line));
  if (first.outcome != Outcome::ok) return first;
  const auto finding = examine_fields(block, line + 2, block.starts_with("POST "));
  if (finding.outcome == Outcome::need_more && block.size() >= most_bytes)
    return refuse(431, "The request's header is too long.");
  return finding;
}

}  // namespace touchstone::http::guard
