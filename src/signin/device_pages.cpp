#include "signin/device_pages.h"

#include "look/button.h"
#include "look/form.h"
#include "platform/http/cookies.h"
#include "platform/log/log.h"
#include "signin/account_pages.h"
#include "signin/device_store.h"

namespace touchstone::signin {

using http::Request;
using http::Response;

namespace {

Html device_line(const Request& request, const Device& device) {
  return html(
      R"(<div class="app-row"><p class="govuk-body">{}, last used on {}, until {}</p>{}</div>)",
      device.name, to_words(date_in(device.seen, "UTC")), to_words(date_in(device.ends, "UTC")),
      look::form(
          request, url("/account/devices/{}/removal", device.id),
          look::button(
              {.text = html(R"(Forget<span class="govuk-visually-hidden"> {}</span>)", device.name),
               .classes = "govuk-button--secondary"})));
}

}  // namespace

std::string_view device_token(const Request& request) {
  return http::cookie(request.header("cookie"), http::device_cookie(request.secure));
}

Html devices_part(sql::Read& read, const Request& request, Id<people::Account> account) {
  Html out = html(
      R"(<h2 class="govuk-heading-m">Phones that remember you</h2><p class="govuk-body">A phone )"
      R"(that remembers you opens your own self-assessments for 90 days without a password, and )"
      R"(nothing else. Choose it only where nobody else can unlock the phone.</p>)");
  const auto real = now();
  for (const auto& device : devices_of(read, account, real)) out.add(device_line(request, device));
  const auto here = device_of(read, digest_of(device_token(request)), real);
  if (here && here->account == account)
    return out.add(R"(<p class="govuk-body">This device remembers you.</p>)");
  return out.add("{}", look::form(request, url("/account/devices"),
                                  look::button({.text = "Remember me on this device",
                                                .classes = "govuk-button--secondary"})));
}

Response remember_device(sql::Housekeeping& housekeeping, const Request& request,
                         const SignedIn& who) {
  if (const auto before = device_token(request); !before.empty())
    forget(housekeeping, digest_of(before));
  const auto token = random_token();
  const auto real = now();
  const Device device{.id = Id<Device>::fresh(),
                      .account = who.account(),
                      .name = device_name(request.header("user-agent")),
                      .made_at = real,
                      .seen = real,
                      .ends = real + device_lifetime};
  remember(housekeeping, device, digest_of(token));
  auto response =
      request.json ? account_json(housekeeping, who.account()) : http::see_other(url("/account"));
  http::set_device(response, request, token, device_lifetime);
  if (!request.json) http::set_note(response, request, device_remembered);
  log::info("remembered on a device: account {}, request {}", to_text(who.account()), request.id);
  return response;
}

Response forget_device(sql::Housekeeping& housekeeping, const Request& request,
                       const SignedIn& who) {
  if (const auto id = Id<Device>::from_text(request.parameter("device")))
    forget(housekeeping, who.account(), *id);
  return request.json ? account_json(housekeeping, who.account())
                      : http::see_other(url("/account"));
}

void forget_this_device(sql::Housekeeping& housekeeping, const Request& request,
                        Response& response) {
  const auto token = device_token(request);
  if (token.empty()) return;
  forget(housekeeping, digest_of(token));
  http::clear_device(response, request);
}

bool remembers_another(sql::Read& read, const Request& request, Id<people::Account> account) {
  const auto token = device_token(request);
  if (token.empty()) return false;
  const auto device = device_of(read, digest_of(token), now());
  return device && device->account != account;
}

}  // namespace touchstone::signin
