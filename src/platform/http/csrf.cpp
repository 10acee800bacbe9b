#include "platform/http/csrf.h"

#include "platform/text.h"

namespace touchstone::http {
namespace {

constexpr std::string_view from_elsewhere =
    "This was sent from another site, so nothing was done. Open the page here and send it again.";
constexpr std::string_view out_of_date =
    "This page was opened before you signed in or out, so nothing was saved. Send "
    "it once more from the page as it is now.";

std::string token(const Digest& key, std::string_view purpose, std::string_view secret) {
  const auto mac = mac_of(key, std::string(purpose) + std::string(secret));
  return to_base64url({reinterpret_cast<const char*>(mac.data()), mac.size()});
}

bool same_site(const Request& request, std::string_view public_url) {
  if (const auto site = request.header("sec-fetch-site"); !site.empty())
    return site == "same-origin" || site == "none";
  const auto sent = request.header("origin");
  if (sent.empty() || (!public_url.empty() && sent == public_url)) return true;
  return sent == (request.secure ? "https://" : "http://") + std::string(request.header("host"));
}

}  // namespace

std::string csrf_of_session(const Digest& key, std::string_view session_token) {
  return token(key, "csrf", session_token);
}

std::string csrf_of_form(const Digest& key, std::string_view form_secret) {
  return token(key, "form", form_secret);
}

std::optional<std::string_view> foreign(const Request& request, std::string_view public_url) {
  if (!same_site(request, public_url)) return from_elsewhere;
  if (request.header("cookie").empty() && !request.header("authorization").empty())
    return std::nullopt;
  auto sent = request.header("x-csrf-token");
  if (sent.empty()) sent = request.fields.text("csrf");
  if (request.csrf.empty() || !same_secret(sent, request.csrf)) return out_of_date;
  return std::nullopt;
}

std::optional<Fields> typed_here(const Request& request) {
  if (request.json || request.csrf.empty() || request.header("sec-fetch-site") != "same-origin")
    return std::nullopt;
  return without_secrets(request.fields);
}

}  // namespace touchstone::http
