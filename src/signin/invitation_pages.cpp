#include "signin/invitation_pages.h"

#include <fmt/format.h>

#include <boost/describe.hpp>

#include "look/button.h"
#include "look/form.h"
#include "platform/http/cookies.h"
#include "platform/json/described.h"
#include "platform/log/log.h"
#include "platform/mail/mail.h"
#include "signin/account_pages.h"
#include "signin/password.h"
#include "signin/signin_pages.h"
#include "signin/throttle_store.h"

namespace touchstone::signin {

using http::Request;
using http::Response;

namespace {

struct InvitationState {
  std::string organisation;
  std::string name;
  std::string email;
};
BOOST_DESCRIBE_STRUCT(InvitationState, (), (organisation, name, email))

InvitationState state_of(const Invited& invited) {
  return {invited.workspace.name, invited.person.name, invited.person.email};
}

// The same for everybody: whoever made the link must not learn from the page who has an account.
Html password_question(const Complaints& complaints) {
  return password_field(
      "password", "Your password",
      "If you have an account with this email address already, its password. Otherwise choose one: "
      "12 characters or more. Three or four words you can remember make a good password.",
      "new-password", complaints);
}

Response invitation_page(const Request& request, const Invited& invited, int status,
                         const Complaints& complaints) {
  Html fields = password_question(complaints);
  fields.add(look::button({.text = "Come in"}));
  Html main = html(
      R"(<h1 class="govuk-heading-xl">Welcome to {}</h1><p class="govuk-body-l">This link is for )"
      R"({}, who signs in as {}.</p><p class="govuk-body">If that is not you, close this page and )"
      R"(tell whoever gave you the link.</p>{})",
      invited.workspace.name, invited.person.name, invited.person.email,
      look::form(request, url("/invitation/{}", request.parameter("secret")), fields));
  auto page = page_of(request, "Welcome to " + invited.workspace.name, std::move(main));
  page.complaints = complaints;
  auto response = http::page(status, look::layout(page));
  response.secret = true;
  return response;
}

// Somebody may have made the account with an address that is not theirs. Whoever else has that
// address must not let them in with it.
std::string_view prove_first() {
  return mail::is_set_up()
             ? "Nobody has shown yet that this address is yours. Choose “Forgotten password” on "
               "the "
               "sign-in page, follow the link that comes by mail, then open this link again."
             : "Nobody has shown yet that this address is yours. Ask whoever runs Touchstone for a "
               "new password.";
}

Response refuse(const Request& request, const Invited& invited, const Complaints& complaints) {
  auto response =
      request.json ? http::refused(complaints) : invitation_page(request, invited, 422, complaints);
  response.keep = true;
  return response;
}

}  // namespace

std::expected<Invitee, Response> invitee(sql::Read& read, const Request& request, http::Verb) {
  auto invited = invited_by(read, request.parameter("secret"), now());
  if (!invited)
    return std::unexpected(http::refused(
        404,
        "This link does not work: it was used, it is older than 14 days, or it was replaced by a "
        "newer one. Sign in if you came in already; otherwise ask for a new link."));
  return Invitee(*std::move(invited));
}

std::string invitation_schema(json::Components& components) {
  return json::schema_of<InvitationState>(components);
}

Response show_invitation(sql::Read&, const Request& request, const Invitee& who) {
  if (!request.json) return invitation_page(request, who.invited(), 200, {});
  auto response = http::json(json::text_of(state_of(who.invited())));
  response.secret = true;
  return response;
}

Acceptance check_acceptance(sql::Read& read, const Request& request) {
  Acceptance acceptance{.complaints = request.body_complaints};
  const auto invited = invited_by(read, request.parameter("secret"), now());
  if (!invited || !acceptance.complaints.empty()) return acceptance;
  acceptance.has_account = invited->account.has_value();
  const auto typed = request.fields.text("password");
  const auto& email = invited->person.email;
  if (!typed.empty())
    acceptance.checked =
        check_password(read, email, typed, counted_against(email, request.address));
  if (acceptance.checked.throttled || acceptance.checked.matches) return acceptance;
  // What is no good password is told with and without an account, and counts as a try.
  acceptance.complaints.add(complaints_about_password(typed, email, "password"));
  acceptance.failed = acceptance.has_account || !acceptance.complaints.empty();
  if (!acceptance.failed) acceptance.hash = hash_password(typed);
  return acceptance;
}

namespace {

// What is wrong with coming in as that person, once the password was looked at.
Complaints complaints_about_coming_in(sql::Write& write, const Request& request,
                                      const Invited& invited, const Acceptance& acceptance) {
  auto complaints = acceptance.complaints;
  const bool stale = acceptance.checked.matches && !still_holds(write, acceptance.checked);
  if (acceptance.failed || stale) {
    auto housekeeping = write.housekeeping();
    note_failure(housekeeping, counted_against(invited.person.email, request.address), now());
    if (complaints.empty()) complaints.add("password", "This is not the password of your account.");
  }
  if (complaints.empty() && acceptance.has_account != invited.account.has_value())
    complaints.add("", "Something changed meanwhile. Try again.");
  if (complaints.empty() && invited.account && !invited.account->proved_at)
    complaints.add("password", std::string(prove_first()));
  return complaints;
}

Id<people::Account> make_account(sql::Write& write, const Invited& invited,
                                 const std::string& hash) {
  const people::Account account{
      .id = Id<people::Account>::fresh(),
      .email = invited.person.email,
      .proved_at = invited.proves_address ? std::optional(now()) : std::nullopt};
  people::add(write, account);
  keep_password(write, {.account = account.id, .hash = hash, .changed_at = now()});
  return account.id;
}

}  // namespace

Response come_in(sql::Write& write, const Request& request, const Invitee& who,
                 const Acceptance& acceptance) {
  const auto& invited = who.invited();
  if (is_throttled(write, counted_against(invited.person.email, request.address), now()) ||
      acceptance.checked.throttled)
    return too_many_tries();
  if (const auto complaints = complaints_about_coming_in(write, request, invited, acceptance);
      !complaints.empty())
    return refuse(request, invited, complaints);
  if (invited.account && people::person_of(write, invited.workspace.id, invited.account->id))
    return http::refused(
        409, fmt::format("Your account belongs to {} already, under another entry of the staff "
                         "list. Sign in; whoever keeps that list can remove this entry.",
                         invited.workspace.name));

  write.found(invited.workspace.id.value);
  const auto account =
      invited.account ? invited.account->id : make_account(write, invited, acceptance.hash);
  accept_invitation(write, invited, account);
  const bool one_time = acceptance.checked.password.one_time;
  auto response = request.json ? http::json(json::text_of(state_of(invited)))
                               : http::see_other(one_time ? url("/new-password")
                                                          : url("/{}", invited.workspace.slug));
  http::set_session(response, request,
                    open_session(write.housekeeping(), request, account, one_time), while_open);
  log::info("came in by invitation: account {}, request {}", to_text(account), request.id);
  return response;
}

}  // namespace touchstone::signin
