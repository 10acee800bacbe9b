#include "platform/http/answer.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <ctime>
#include <iterator>

namespace touchstone::http {
namespace {

constexpr std::int64_t piece_of_file = 256 * 1024;
constexpr std::string_view nothing_runs =
    "Content-Security-Policy: sandbox; default-src 'none'; frame-ancestors 'none'\r\n";
constexpr std::string_view pages_policy =
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src "
    "'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "require-trusted-types-for 'script'\r\n";
constexpr std::string_view standing =
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\r\n";
constexpr std::string_view over_tls = "Strict-Transport-Security: max-age=31536000\r\n";

constexpr std::pair<int, std::string_view> reasons[] = {
    {200, "OK"},
    {201, "Created"},
    {204, "No Content"},
    {206, "Partial Content"},
    {301, "Moved Permanently"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {411, "Length Required"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {416, "Range Not Satisfiable"},
    {417, "Expectation Failed"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Content"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
};

void add_number(std::string& out, std::size_t number) {
  std::array<char, 20> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

void add_field(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(": ");
  // A line end in a value would begin a field of its own.
  for (const char c : value)
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) out += c;
  out.append("\r\n");
}

// IMF-fixdate (RFC 9110, section 5.6.7), written once a second in each thread.
std::string_view date_line() {
  thread_local std::time_t written = -1;
  thread_local std::array<char, 64> line{};
  thread_local std::size_t length = 0;
  const auto now = std::time(nullptr);
  if (now != written) {
    std::tm utc{};
    gmtime_r(&now, &utc);
    length = std::strftime(line.data(), line.size(), "Date: %a, %d %b %Y %H:%M:%S GMT\r\n", &utc);
    written = now;
  }
  return {line.data(), length};
}

bool has_body(int status) {
  return status >= 200 && status != 204 && status != 304;
}

}  // namespace

std::string_view reason_phrase(int status) {
  const auto* const found =
      std::ranges::find(reasons, status, &std::pair<int, std::string_view>::first);
  return found == std::end(reasons) ? std::string_view("Answer") : found->second;
}

std::string write_head(const AnswerHead& head,
                       const std::vector<std::pair<std::string, std::string>>& more) {
  std::string out;
  out.reserve(1024);
  out.append("HTTP/1.1 ");
  add_number(out, static_cast<std::size_t>(head.status));
  out.append(" ").append(reason_phrase(head.status)).append("\r\n").append(date_line());
  if (has_body(head.status)) {
    out.append("Content-Length: ");
    add_number(out, head.length);
    out.append("\r\n");
    if (!head.type.empty()) add_field(out, "Content-Type", head.type);
  }
  out.append("X-Request-Id: ").append(head.request_id).append("\r\n");
  out.append("Cache-Control: ").append(head.cache).append("\r\n");
  if (!head.etag.empty()) out.append("ETag: ").append(head.etag).append("\r\n");
  out.append(head.file ? nothing_runs : pages_policy).append(standing);
  if (head.secure) out.append(over_tls);
  for (const auto& [name, value] : more) add_field(out, name, value);
  out.append(head.close ? "Connection: close\r\n\r\n" : "\r\n");
  return out;
}

Answer plain_answer(int status, std::string_view sentence, std::string_view request_id,
                    bool secure) {
  Answer answer;
  answer.status = status;
  answer.body = std::string(sentence) + "\n";
  answer.close = true;
  std::vector<std::pair<std::string, std::string>> more;
  if (status == 405) more.emplace_back("Allow", "GET, HEAD, POST");
  if (status == 503) more.emplace_back("Retry-After", "5");
  answer.head = write_head({.status = status,
                            .type = "text/plain; charset=utf-8",
                            .length = answer.body.size(),
                            .request_id = request_id,
                            .cache = "no-store",
                            .etag = {},
                            .secure = secure,
                            .close = true},
                           more);
  return answer;
}

void without_body(Answer& answer) {
  answer.body.clear();
  answer.borrowed = {};
  answer.rest.reset();
}

void FileRest::read_on() {
  piece.resize(static_cast<std::size_t>(std::min(left, piece_of_file)));
  ssize_t got = 0;
  do {
    got = ::pread(file->number(), piece.data(), piece.size(), at);
  } while (got < 0 && errno == EINTR);
  piece.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  at += std::ssize(piece);
  left -= std::ssize(piece);
}

}  // namespace touchstone::http
