#include "platform/http/testing.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "platform/http/cookies.h"
#include "platform/http/csrf.h"
#include "platform/text.h"

namespace touchstone::http::testing {
namespace {

constexpr std::string_view of_a_page =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for "
    "'script'";
constexpr std::string_view of_a_sent_file = "sandbox; default-src 'none'; frame-ancestors 'none'";
constexpr std::pair<std::string_view, std::string_view> always[] = {
    {"x-content-type-options", "nosniff"},
    {"referrer-policy", "same-origin"},
    {"cross-origin-opener-policy", "same-origin"},
    {"cross-origin-resource-policy", "same-origin"},
};

class Socket {
 public:
  Socket(std::uint16_t port, const std::string& from)
      : file_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const timeval patience{30, 0};
    ::setsockopt(file_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    auto address = address_of(from, 0);
    if (::bind(file_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
      throw std::runtime_error("cannot call from " + from);
    address = address_of("127.0.0.1", port);
    if (::connect(file_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
      throw std::runtime_error("the server does not listen");
  }
  ~Socket() { ::close(file_); }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;

  void send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto sent = ::send(file_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;  // the server may answer and close before it has read everything
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }
  // False at the end.
  bool receive(std::string& into) const {
    char piece[16 * 1024];
    const auto got = ::recv(file_, piece, sizeof piece, 0);
    if (got > 0) into.append(piece, static_cast<std::size_t>(got));
    return got > 0;
  }

 private:
  static sockaddr_in address_of(const std::string& host, std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    ::inet_pton(AF_INET, host.c_str(), &address.sin_addr);
    return address;
  }
  int file_;
};

// Reads the head of an answer; what follows it stays in `bytes`.
Answer take_head(std::string& bytes) {
  Answer answer;
  const auto end = bytes.find("\r\n\r\n");
  if (end == std::string::npos || bytes.size() < 12) return answer;
  std::from_chars(bytes.data() + 9, bytes.data() + 12, answer.status);
  auto at = bytes.find("\r\n") + 2;
  while (at < end + 2) {
    const auto line_end = bytes.find("\r\n", at);
    const auto colon = bytes.find(": ", at);
    answer.headers.emplace_back(lowered_ascii(std::string_view(bytes).substr(at, colon - at)),
                                bytes.substr(colon + 2, line_end - colon - 2));
    at = line_end + 2;
  }
  bytes.erase(0, end + 4);
  return answer;
}

void expect_standing_headers(const Answer& answer) {
  const bool is_file = answer.header("accept-ranges") == "bytes";
  EXPECT_EQ(answer.header("content-security-policy"), is_file ? of_a_sent_file : of_a_page)
      << "in an answer of status " << answer.status;
  for (const auto& [name, value] : always)
    EXPECT_EQ(answer.header(name), value) << "in an answer of status " << answer.status;
  EXPECT_FALSE(answer.header("x-request-id").empty());
  EXPECT_FALSE(answer.header("cache-control").empty());
  EXPECT_FALSE(answer.header("permissions-policy").empty());
  EXPECT_TRUE(answer.header("server").empty());
}

Answer read_answer(const Socket& socket, bool head) {
  std::string bytes;
  Answer answer;
  do {
    while (!bytes.contains("\r\n\r\n") && socket.receive(bytes)) {
    }
    answer = take_head(bytes);
  } while (answer.status == 100);
  if (answer.status == 0) return answer;
  std::size_t length = 0;
  const auto sent = answer.header("content-length");
  std::from_chars(sent.data(), sent.data() + sent.size(), length);
  while (!head && bytes.size() < length && socket.receive(bytes)) {
  }
  answer.body = bytes.substr(0, length);
  expect_standing_headers(answer);
  return answer;
}

std::string encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
        c == '.') {
      out += c;
    } else {
      out += '%';
      out += "0123456789ABCDEF"[byte >> 4];
      out += "0123456789ABCDEF"[byte & 15];
    }
  }
  return out;
}

bool has(const Pairs& headers, std::string_view name) {
  return std::ranges::any_of(
      headers, [&](const auto& header) { return lowered_ascii(header.first) == name; });
}

}  // namespace

std::string_view Answer::header(std::string_view name) const {
  for (const auto& [key, value] : headers)
    if (key == name) return value;
  return {};
}

Answer Client::get(std::string_view target, const Pairs& headers) {
  return ask("GET", target, headers, {});
}

Answer Client::get_json(std::string_view target, const Pairs& headers) {
  auto all = headers;
  all.emplace_back("Accept", "application/json");
  return ask("GET", target, std::move(all), {});
}

Answer Client::head(std::string_view target, const Pairs& headers) {
  return ask("HEAD", target, headers, {});
}

Answer Client::post_form(std::string_view target, const Pairs& fields, const Pairs& headers) {
  std::string body;
  for (const auto& [name, value] : fields) body += encoded(name) + "=" + encoded(value) + "&";
  if (adds_csrf) body += "csrf=" + encoded(csrf());
  auto all = headers;
  all.emplace_back("Content-Type", "application/x-www-form-urlencoded");
  return ask("POST", target, std::move(all), body);
}

Answer Client::post_json(std::string_view target, std::string_view json, const Pairs& headers) {
  auto all = headers;
  all.emplace_back("Content-Type", "application/json");
  all.emplace_back("Accept", "application/json");
  if (adds_csrf) all.emplace_back("X-CSRF-Token", csrf());
  return ask("POST", target, std::move(all), json);
}

Answer Client::post_files(std::string_view target, const Pairs& fields,
                          const std::vector<File>& files, const Pairs& headers) {
  const std::string line = "--between-the-parts\r\nContent-Disposition: form-data; name=\"";
  std::string body;
  for (const auto& [name, value] : fields) body += line + name + "\"\r\n\r\n" + value + "\r\n";
  if (adds_csrf) body += line + "csrf\"\r\n\r\n" + csrf() + "\r\n";
  for (const auto& file : files)
    body += line + file.field + "\"; filename=\"" + file.name + "\"\r\nContent-Type: " + file.type +
            "\r\n\r\n" + file.bytes + "\r\n";
  body += "--between-the-parts--\r\n";
  auto all = headers;
  all.emplace_back("Content-Type", "multipart/form-data; boundary=between-the-parts");
  return ask("POST", target, std::move(all), body);
}

Answer Client::raw(std::string_view bytes) {
  const Socket socket(port_, from);
  socket.send(bytes);
  return read_answer(socket, bytes.starts_with("HEAD"));
}

Answer Client::ask(std::string_view method, std::string_view target, Pairs headers,
                   std::string_view body) {
  std::string request = std::string(method) + " " + std::string(target) + " HTTP/1.1\r\n";
  if (!has(headers, "host")) request += "Host: localhost:" + std::to_string(port_) + "\r\n";
  if (method == "POST") {
    request += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    if (adds_site && !has(headers, "sec-fetch-site")) request += "Sec-Fetch-Site: same-origin\r\n";
  }
  std::string jar;
  for (const auto& [name, value] : cookies) jar += (jar.empty() ? "" : "; ") + name + "=" + value;
  if (!jar.empty() && !has(headers, "cookie")) request += "Cookie: " + jar + "\r\n";
  for (const auto& [name, value] : headers) request += name + ": " + value + "\r\n";
  request += "Connection: close\r\n\r\n";
  const Socket socket(port_, from);
  socket.send(request + std::string(body));
  auto answer = read_answer(socket, method == "HEAD");
  keep_cookies(answer);
  return answer;
}

void Client::keep_cookies(const Answer& answer) {
  for (const auto& [name, value] : answer.headers) {
    if (name != "set-cookie") continue;
    const auto equals = value.find('=');
    const auto key = value.substr(0, equals);
    if (value.contains("Max-Age=0"))
      cookies.erase(key);
    else
      cookies[key] = value.substr(equals + 1, value.find(';') - equals - 1);
  }
}

std::string Client::csrf() {
  for (const bool secure : {true, false})
    if (const auto held = cookies.find(std::string(session_cookie(secure))); held != cookies.end())
      return csrf_of_session(keys_.session, held->second);
  for (const bool secure : {true, false})
    if (const auto held = cookies.find(std::string(form_cookie(secure))); held != cookies.end())
      return csrf_of_form(keys_.session, held->second);
  const auto secret = cookies[std::string(form_cookie(false))] = random_token();
  return csrf_of_form(keys_.session, secret);
}

Running::Running(const Routes& routes, sql::Database& database, Hooks hooks,
                 ServerSettings settings)
    : keys_(database.keys()),
      server_(std::move(settings), routes, database, std::move(hooks)),
      thread_([this] { server_.run(); }) {}

Running::~Running() {
  server_.stop();
  thread_.join();
}

Hooks plain_hooks() {
  return {[](sql::Read&, Request&) {},
          [](const Request& request, int, const Refusal& refusal) {
            return html(R"(<!doctype html><title>Refused</title><p>{}</p><p>{}</p>)",
                        refusal.sentence, request.id);
          }};
}

}  // namespace touchstone::http::testing
