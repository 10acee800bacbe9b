#include "signin/email_pages.h"

#include <boost/describe.hpp>

#include "look/button.h"
#include "look/form.h"
#include "look/input.h"
#include "platform/http/cookies.h"
#include "platform/json/described.h"
#include "platform/log/log.h"
#include "platform/mail/mail.h"
#include "signin/account_mail_store.h"
#include "signin/account_pages.h"
#include "signin/signin_pages.h"
#include "signin/throttle_store.h"

namespace touchstone::signin {

using http::Request;
using http::Response;

namespace {

struct AddressState {
  std::string email;
  bool changed = false;
};
BOOST_DESCRIBE_STRUCT(AddressState, (), (email, changed))

Response address_json(const std::string& email, bool changed) {
  auto response = http::json(json::text_of(AddressState{email, changed}));
  response.secret = true;
  return response;
}

Response address_page(const Request& request, std::string_view title, Html main) {
  auto response = http::page(look::layout(page_of(request, std::string(title), std::move(main))));
  response.secret = true;
  return response;
}

// A link to the new address, unless somebody has an account with it already.
void mail_to_new_address(sql::Housekeeping& housekeeping, const Request& request,
                         Id<people::Account> account, const std::string& email) {
  if (people::account_by_email(housekeeping, email))
    return mail_address_in_use(housekeeping, email);
  use_up_links(housekeeping, account, Purpose::email);
  const auto secret = make_link(housekeeping, account, Purpose::email, email, now());
  mail_link(housekeeping, Purpose::email, email,
            site_of(request) + url("/account/email/{}", secret).text());
}

}  // namespace

std::string address_schema(json::Components& components) {
  return json::schema_of<AddressState>(components);
}

Html email_form(const Request& request, const Complaints& complaints) {
  if (!mail::is_set_up()) return {};
  Html fields = look::input({.label = {.text = "New email address"},
                             .name = "email",
                             .id = "email",
                             .value = std::string(request.fields.text("email")),
                             .type = "email",
                             .autocomplete = "email",
                             .spellcheck = false,
                             .hint = {.text = "We send a link there, to confirm it."},
                             .error_message = {.text = complaints.about("email")},
                             .classes = "govuk-input--width-20"});
  const auto id = std::string("email_password");
  fields.add(look::input({.label = {.text = "Your password"},
                          .name = id,
                          .id = id,
                          .type = "password",
                          .autocomplete = "current-password",
                          .spellcheck = false,
                          .error_message = {.text = complaints.about(id)},
                          .classes = "govuk-input--width-20"}));
  fields.add(look::button({.text = "Send the link", .classes = "govuk-button--secondary"}));
  return html(R"(<h2 class="govuk-heading-m">Change your email address</h2>{})",
              look::form(request, url("/account/email"), fields));
}

NewAddress check_new_address(sql::Read& read, const Request& request) {
  NewAddress wanted{.complaints = request.body_complaints};
  if (!request.visitor.signed_in()) return wanted;
  http::Reader reader(request.fields, wanted.complaints);
  wanted.email = read_address(reader, wanted.complaints);
  if (wanted.complaints.empty() && !mail::Address::from(wanted.email))
    wanted.complaints.add("email", "Mail cannot be sent to this address.");
  const auto password = request.fields.text("email_password");
  if (password.empty()) wanted.complaints.add("email_password", "Enter your password.");
  if (!wanted.complaints.empty()) return wanted;
  const auto& own = request.visitor.email;
  wanted.checked = check_password(read, own, password, counted_against(own, request.address));
  return wanted;
}

Response ask_for_new_address(sql::Housekeeping& housekeeping, const Request& request,
                             const SignedIn& who, const NewAddress& wanted) {
  if (!mail::is_set_up()) return http::refused(409, "Touchstone cannot send mail here.");
  if (!wanted.complaints.empty())
    return refused_on_account(housekeeping, request, who.account(), wanted.complaints);
  const auto answer = confirmed(housekeeping, request, wanted.checked);
  if (answer == Confirmed::too_often) return too_many_tries();
  if (answer == Confirmed::no) {
    Complaints complaints;
    complaints.add("email_password", "This is not your password.");
    return refused_on_account(housekeeping, request, who.account(), complaints);
  }
  const std::vector<Tally> asked{{digest_of("link " + people::email_key(wanted.email)), link_limit},
                                 {digest_of("address of " + to_text(who.account())), link_limit}};
  if (is_throttled(housekeeping, asked, now()))
    return http::refused(429, "Too many links were asked for. Wait 5 minutes, then try again.");
  note_failure(housekeeping, asked, now());
  mail_to_new_address(housekeeping, request, who.account(), wanted.email);
  if (request.json) return address_json(wanted.email, false);
  auto response = http::see_other(url("/account"));
  http::set_note(response, request, address_asked);
  return response;
}

std::expected<LinkHolder, Response> address_link(sql::Read& read, const Request& request,
                                                 http::Verb) {
  auto holder = holder_of(read, request, Purpose::email);
  if (!holder) return holder;
  // Whoever merely got the mail must not lend their address to somebody else's account.
  if (!request.visitor.signed_in()) return std::unexpected(http::sign_in_first(request));
  if (request.visitor.account != holder->link().account.id.value)
    return std::unexpected(http::forbidden(
        "This link changes the address of another account. Sign in with that one first."));
  return holder;
}

Response show_address_link(sql::Read&, const Request& request, const LinkHolder& who) {
  const auto& [account, email] = who.link();
  if (request.json) return address_json(email, false);
  return address_page(
      request, "Confirm your email address",
      html(R"(<h1 class="govuk-heading-xl">Confirm your email address</h1><p class="govuk-body">)"
           R"(You sign in as {} from now on, no longer as {}.</p>{})",
           email, account.email,
           look::form(request, url("/account/email/{}", request.parameter("secret")),
                      look::button({.text = "Confirm"}))));
}

Response change_address(sql::Write& write, const Request& request, const LinkHolder& who) {
  const auto& [account, email] = who.link();
  if (people::account_by_email(write, email))
    return http::refused(409, "There is an account with this address already.");
  people::change_email(write, account.id, email, now());
  auto housekeeping = write.housekeeping();
  use_up_all_links(housekeeping, account.id);
  mail_address_changed(housekeeping, account.email, email);
  log::info("address changed: account {}, request {}", touchstone::to_text(account.id), request.id);
  if (request.json) return address_json(email, true);
  return address_page(
      request, "Your email address is changed",
      html(
          R"(<h1 class="govuk-heading-xl">Your email address is changed</h1><p class="govuk-body">)"
          R"(Sign in as {} from now on.</p><p class="govuk-body"><a class="govuk-link" href="{}">)"
          R"(Go to your account</a></p>)",
          email, url("/account")));
}

}  // namespace touchstone::signin
