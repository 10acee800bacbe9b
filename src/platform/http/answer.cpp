#include "platform/http/answer.h"

#include <array>
#include <charconv>
#include <ctime>

namespace touchstone::http {
namespace {

constexpr std::string_view standing =
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src "
    "'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "require-trusted-types-for 'script'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\r\n";
constexpr std::string_view over_tls = "Strict-Transport-Security: max-age=31536000\r\n";

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
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 204:
      return "No Content";
    case 303:
      return "See Other";
    case 304:
      return "Not Modified";
    case 307:
      return "Temporary Redirect";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 411:
      return "Length Required";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 417:
      return "Expectation Failed";
    case 421:
      return "Misdirected Request";
    case 422:
      return "Unprocessable Content";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 501:
      return "Not Implemented";
    case 503:
      return "Service Unavailable";
    case 505:
      return "HTTP Version Not Supported";
    default:
      return "Answer";
  }
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
  out.append(standing);
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
}

}  // namespace touchstone::http
