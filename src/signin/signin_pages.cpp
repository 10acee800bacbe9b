#include "signin/signin_pages.h"

#include <string>

#include "look/password_input.h"
#include "platform/http/cookies.h"
#include "platform/mail/mail.h"
#include "signin/device_pages.h"
#include "signin/device_store.h"
#include "signin/session_store.h"
#include "signin/throttle.h"

namespace touchstone::signin {

http::Response too_many_tries() {
  auto response = http::refused(
      429,
      "You cannot sign in for 5 minutes, because a password was wrong too often. Then try again.");
  response.headers.emplace_back("Retry-After",
                                std::to_string(std::chrono::seconds(failure_window).count()));
  return response;
}

std::string site_of(const http::Request& request) {
  if (!mail::public_url().empty()) return mail::public_url();
  return std::string(request.secure ? "https://" : "http://").append(request.header("host"));
}

http::Response secret_page(const http::Request& request, int status, std::string_view title,
                           Html main, const Complaints& complaints) {
  auto page = page_of(request, std::string(title), std::move(main));
  page.complaints = complaints;
  auto response = http::page(status, look::layout(page));
  response.secret = true;
  return response;
}

Html password_field(const std::string& name, std::string_view label, std::string_view hint,
                    std::string_view autocomplete, const Complaints& complaints) {
  return look::password_input({.label = {.text = label},
                               .name = name,
                               .id = name,
                               .autocomplete = std::string(autocomplete),
                               .hint = {.text = hint},
                               .error_message = {.text = complaints.about(name)},
                               .classes = "govuk-input--width-20"});
}

std::string open_session(sql::Housekeeping housekeeping, const http::Request& request,
                         Id<people::Account> account, bool one_time) {
  if (!request.session_token.empty()) end(housekeeping, digest_of(request.session_token));
  if (remembers_another(housekeeping, request, account))
    forget(housekeeping, digest_of(device_token(request)));
  auto token = random_token();
  auto session = new_session(account, token, now());
  session.one_time = one_time;
  begin(housekeeping, session);
  return token;
}

}  // namespace touchstone::signin
