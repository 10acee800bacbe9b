#include "platform/http/cookies.h"

#include <algorithm>

#include "platform/text.h"

namespace touchstone::http {
namespace {

std::string attributes(const Request& request) {
  return std::string("; Path=/; HttpOnly; SameSite=Lax") + (request.secure ? "; Secure" : "");
}

std::string_view note_cookie(bool secure) {
  return secure ? "__Host-touchstone-note" : "touchstone-note";
}

void give_note(Response& response, const Request& request, std::string_view word, int seconds) {
  response.headers.emplace_back("Set-Cookie", std::string(note_cookie(request.secure)) + "=" +
                                                  std::string(word) + attributes(request) +
                                                  "; Max-Age=" + std::to_string(seconds));
  response.secret = true;
}

}  // namespace

std::string_view cookie(std::string_view header, std::string_view name) {
  std::string_view found;
  while (!header.empty()) {
    const auto end = std::min(header.find(';'), header.size());
    const auto pair = trimmed(header.substr(0, end));
    header.remove_prefix(std::min(end + 1, header.size()));
    if (!pair.starts_with(name) || pair.size() == name.size() || pair[name.size()] != '=') continue;
    const auto value = pair.substr(name.size() + 1);
    if (!found.empty() && found != value) return {};
    found = value;
  }
  return found;
}

std::string_view session_cookie(bool secure) {
  return secure ? "__Host-touchstone" : "touchstone";
}

std::string_view form_cookie(bool secure) {
  return secure ? "__Host-touchstone-form" : "touchstone-form";
}

std::string_view device_cookie(bool secure) {
  return secure ? "__Host-touchstone-device" : "touchstone-device";
}

void set_note(Response& response, const Request& request, std::string_view word) {
  give_note(response, request, word, 60);
}

std::string_view note_of(const Request& request) {
  return cookie(request.header("cookie"), note_cookie(request.secure));
}

void clear_note(Response& response, const Request& request) {
  give_note(response, request, "", 0);
}

void set_session(Response& response, const Request& request, std::string_view token,
                 std::chrono::seconds lifetime) {
  auto value =
      std::string(session_cookie(request.secure)) + "=" + std::string(token) + attributes(request);
  if (lifetime.count() > 0) value += "; Max-Age=" + std::to_string(lifetime.count());
  response.headers.emplace_back("Set-Cookie", std::move(value));
  response.secret = true;
}

void set_device(Response& response, const Request& request, std::string_view token,
                std::chrono::seconds lifetime) {
  response.headers.emplace_back("Set-Cookie", std::string(device_cookie(request.secure)) + "=" +
                                                  std::string(token) + attributes(request) +
                                                  "; Max-Age=" + std::to_string(lifetime.count()));
  response.secret = true;
}

void clear_device(Response& response, const Request& request) {
  set_device(response, request, "", std::chrono::seconds(0));
}

void clear_session(Response& response, const Request& request) {
  response.headers.emplace_back("Set-Cookie", std::string(session_cookie(request.secure)) + "=" +
                                                  attributes(request) + "; Max-Age=0");
  response.headers.emplace_back("Clear-Site-Data", "\"cache\", \"storage\"");
  response.secret = true;
}

}  // namespace touchstone::http
