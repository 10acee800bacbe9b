#include "platform/http/deed.h"

#include <algorithm>

#include "platform/http/cookies.h"
#include "platform/sealed.h"
#include "platform/text.h"

namespace touchstone::http {
namespace {

constexpr std::string_view deed_name = "touchstone-deed";
constexpr int seconds_to_come = 60;

std::string deed_cookie(const Request& request) {
  return std::string(request.secure ? "__Host-" : "").append(deed_name);
}

Digest deed_key(const Request& request) {
  return mac_of(*request.csrf_key, "what was just done" + request.session_token);
}

void set_deed(Response& response, const Request& request, std::string_view value, int seconds) {
  response.headers.emplace_back("Set-Cookie", deed_cookie(request) + "=" + std::string(value) +
                                                  "; Path=/; HttpOnly; SameSite=Lax" +
                                                  (request.secure ? "; Secure" : "") +
                                                  "; Max-Age=" + std::to_string(seconds));
  response.secret = true;
}

// Browsers show an element that an address names, and what stands above it is out of sight.
void lead_to_the_top(Response& response) {
  for (auto& [name, value] : response.headers)
    if (name == "Location") value.resize(std::min(value.find('#'), value.size()));
}

}  // namespace

Response said(Response response, const Request& request, std::string_view sentence,
              const Url& undo) {
  if (request.json || response.status != 303 || sentence.empty() || request.csrf_key == nullptr)
    return response;
  const auto deed = std::string(undo.text()).append("\n").append(sentence);
  set_deed(response, request, to_base64url(sealed(deed_key(request), deed)), seconds_to_come);
  lead_to_the_top(response);
  return response;
}

std::string deed_told_by(const Response& response) {
  for (const auto& [name, value] : response.headers)
    if (name == "Set-Cookie" && value.find(deed_name) < value.find('=')) return value;
  return {};
}

void tell(Response& response, std::string handed_over) {
  response.headers.emplace_back("Set-Cookie", std::move(handed_over));
  response.secret = true;
}

bool waits_to_be_told(const Request& request) {
  return request.method == Method::get && !request.json &&
         !cookie(request.header("cookie"), deed_cookie(request)).empty();
}

Deed deed_of(const Request& request) {
  if (!waits_to_be_told(request) || request.csrf_key == nullptr) return {};
  const auto bytes = from_base64url(cookie(request.header("cookie"), deed_cookie(request)));
  const auto text = bytes ? unsealed(deed_key(request), *bytes) : std::nullopt;
  const auto end = text ? text->find('\n') : std::string::npos;
  if (end == std::string::npos) return {};
  return {text->substr(end + 1), Url::ours(text->substr(0, end))};
}

void told(Response& response, const Request& request) {
  if (response.status == 200 && response.type.starts_with("text/html"))
    set_deed(response, request, "", 0);
}

}  // namespace touchstone::http
