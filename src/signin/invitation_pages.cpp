#include "signin/invitation_pages.h"

#include <boost/describe.hpp>

#include "look/button.h"
#include "look/form.h"
#include "platform/http/cookies.h"
#include "platform/json/described.h"
#include "platform/log/log.h"
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
  bool has_account = false;
};
BOOST_DESCRIBE_STRUCT(InvitationState, (), (organisation, name, email, has_account))

Html password_question(const Invited& invited, const Complaints& complaints) {
  if (invited.has_account)
    return password_field("password", "Your password",
                          "You have an account with this email address already. Enter its "
                          "password to add this organisation to it.",
                          "current-password", complaints);
  return password_field(
      "new_password", "Choose a password",
      "12 characters or more. Three or four words you can remember make a good password.",
      "new-password", complaints);
}

Response invitation_page(const Request& request, const Invited& invited, int status,
                         const Complaints& complaints) {
  Html fields = password_question(invited, complaints);
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
  const auto& [workspace, person, has_account] = who.invited();
  if (!request.json) return invitation_page(request, who.invited(), 200, {});
  auto response = http::json(
      json::text_of(InvitationState{workspace.name, person.name, person.email, has_account}));
  response.secret = true;
  return response;
}

Acceptance check_acceptance(sql::Read& read, const Request& request) {
  Acceptance acceptance{.complaints = request.body_complaints};
  const auto invited = invited_by(read, request.parameter("secret"), now());
  if (!invited) return acceptance;
  acceptance.has_account = invited->has_account;
  const auto field = invited->has_account ? "password" : "new_password";
  const auto typed = request.fields.text(field);
  const auto& email = invited->person.email;
  if (invited->has_account) {
    if (typed.empty()) acceptance.complaints.add(field, "Enter your password.");
    if (!acceptance.complaints.empty()) return acceptance;
    acceptance.checked =
        check_password(read, email, typed, counted_against(email, request.address));
    return acceptance;
  }
  acceptance.complaints.add(complaints_about_password(typed, email, field));
  if (acceptance.complaints.empty()) acceptance.hash = hash_password(typed);
  return acceptance;
}

Response come_in(sql::Write& write, const Request& request, const Invitee& who,
                 const Acceptance& acceptance) {
  const auto& invited = who.invited();
  if (is_throttled(write, counted_against(invited.person.email, request.address), now()) ||
      acceptance.checked.throttled)
    return too_many_tries();
  auto complaints = acceptance.complaints;
  if (complaints.empty() && acceptance.has_account != invited.has_account)
    complaints.add("", "Something changed meanwhile. Try again.");
  if (complaints.empty() && invited.has_account &&
      (!acceptance.checked.matches || !still_holds(write, acceptance.checked))) {
    auto housekeeping = write.housekeeping();
    note_failure(housekeeping, counted_against(invited.person.email, request.address), now());
    complaints.add("password", "This is not the password of your account.");
  }
  if (!complaints.empty()) return refuse(request, invited, complaints);

  write.found(invited.workspace.id.value);
  auto account = acceptance.checked.password.account;
  if (!invited.has_account) {
    account = Id<people::Account>::fresh();
    people::add(write, people::Account{.id = account, .email = invited.person.email});
    keep_password(write, {.account = account, .hash = acceptance.hash, .changed_at = now()});
  }
  accept_invitation(write, invited, account);
  const bool one_time = acceptance.checked.password.one_time;
  auto response =
      request.json
          ? http::json(json::text_of(InvitationState{invited.workspace.name, invited.person.name,
                                                     invited.person.email, true}))
          : http::see_other(one_time ? url("/new-password") : url("/{}", invited.workspace.slug));
  http::set_session(response, request,
                    open_session(write.housekeeping(), request, account, one_time), while_open);
  log::info("came in by invitation: account {}, request {}", to_text(account), request.id);
  return response;
}

}  // namespace touchstone::signin
