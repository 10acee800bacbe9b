#include "signin/account_pages.h"

#include "look/button.h"
#include "look/form.h"
#include "look/summary_list.h"
#include "platform/http/cookies.h"
#include "platform/json/described.h"
#include "platform/log/log.h"
#include "platform/text.h"
#include "signin/account_link_store.h"
#include "signin/account_mail_store.h"
#include "signin/device_pages.h"
#include "signin/device_store.h"
#include "signin/email_pages.h"
#include "signin/password.h"
#include "signin/session_store.h"
#include "signin/signin_pages.h"
#include "signin/slip_pages.h"
#include "signin/throttle_store.h"

namespace touchstone::signin {

using http::Request;
using http::Response;

namespace {

struct Organisation {
  std::string slug;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Organisation, (), (slug, name))

struct RememberedOn {
  std::string id;
  std::string name;
  Moment seen;
  Moment ends;
};
BOOST_DESCRIBE_STRUCT(RememberedOn, (), (id, name, seen, ends))

struct Account {
  std::string email;
  std::int64_t sessions = 0;
  std::vector<Organisation> workspaces;
  std::vector<RememberedOn> devices;
  std::optional<Moment> slip_until;
};
BOOST_DESCRIBE_STRUCT(Account, (), (email, sessions, workspaces, devices, slip_until))

Account account_of(sql::Read& read, Id<people::Account> id) {
  Account account;
  if (const auto found = people::account(read, id)) account.email = found->email;
  account.sessions = sessions_alive(read, id, now());
  for (const auto& workspace : people::workspaces_of(read, id))
    account.workspaces.push_back({workspace.slug, workspace.name});
  for (const auto& each : devices_of(read, id, now()))
    account.devices.push_back({touchstone::to_text(each.id), each.name, each.seen, each.ends});
  if (const auto slip = slip_of(read, id, now())) account.slip_until = slip->expires;
  return account;
}

Html facts_about(const Account& account) {
  Html organisations;
  for (const auto& each : account.workspaces)
    organisations.add(R"(<a class="govuk-link" href="{}">{}</a>, <a class="govuk-link" href="{}">)"
                      R"(your deputies<span class="govuk-visually-hidden"> at {}</span></a><br>)",
                      url("/{}", each.slug), each.name, url("/{}/deputies", each.slug), each.name);
  look::SummaryList list;
  list.rows.push_back({.key = {.text = "Email address"}, .value = {.text = account.email}});
  list.rows.push_back({.key = {.text = "Organisations"}, .value = {.text = organisations}});
  list.rows.push_back({.key = {.text = "Signed in on"},
                       .value = {.text = counted(account.sessions, "device", "devices")}});
  return look::summary_list(list);
}

constexpr std::string_view password_changed = "password-changed";
constexpr std::string_view what_is_good =
    "12 characters or more. Three or four words you can remember make a good password.";

Html change_form(const Request& request, const Complaints& complaints) {
  Html fields =
      password_field("present_password", "Present password", "", "current-password", complaints);
  fields.add(
      password_field("new_password", "New password", what_is_good, "new-password", complaints));
  fields.add(look::button({.text = "Change password"}));
  return html(R"(<h2 class="govuk-heading-m">Change your password</h2>{}<p class="govuk-body">)"
              R"(Your other devices are signed out when you change it.</p>)",
              look::form(request, url("/account/password"), fields));
}

Html everywhere_form(const Request& request) {
  return html(
      R"(<h2 class="govuk-heading-m">Sign out everywhere</h2><p class="govuk-body">Signs out this )"
      R"(device and every other, if you lost one or used a shared one.</p>{})",
      look::form(
          request, url("/account/sign-outs"),
          look::button({.text = "Sign out everywhere", .classes = "govuk-button--secondary"})));
}

Response replacement_page(const Request& request, int status, const Complaints& complaints) {
  Html fields =
      password_field("new_password", "New password", what_is_good, "new-password", complaints);
  fields.add(look::button({.text = "Save and continue"}));
  Html main =
      html(R"(<h1 class="govuk-heading-xl">Choose your own password</h1><p class="govuk-body">)"
           R"(The one you were given works once only.</p>{})",
           look::form(request, url("/new-password"), fields));
  auto page = page_of(request, "Choose your own password", std::move(main));
  page.complaints = complaints;
  auto response = http::page(status, look::layout(page));
  response.secret = true;
  return response;
}

void read_new_password(const Request& request, std::string_view email, NewPassword& change) {
  const auto typed = request.fields.text("new_password");
  change.complaints.add(complaints_about_password(typed, email, "new_password"));
}

std::string_view notice_for(std::string_view note) {
  if (note == password_changed) return "Your password is changed.";
  if (note == address_asked)
    return "A link is on its way to your new address. Open it there to confirm the address.";
  if (note == device_remembered)
    return "This device remembers you for 90 days, for your own self-assessments only.";
  if (note == slip_taken_back) return "The slip does not work any more.";
  return {};
}

}  // namespace

Response account_page(sql::Read& read, const Request& request, Id<people::Account> id, int status,
                      const Complaints& complaints) {
  Html main = html(R"(<h1 class="govuk-heading-xl">Your account</h1>{})",
                   facts_about(account_of(read, id)));
  main.add(change_form(request, complaints)).add(email_form(request, complaints));
  main.add(slip_part(read, request, id, complaints)).add(devices_part(read, request, id));
  main.add(everywhere_form(request));
  auto page = page_of(request, "Your account", std::move(main));
  page.complaints = complaints;
  page.notice = notice_for(http::note_of(request));
  const bool noted = !page.notice.empty();
  auto response = http::page(status, look::layout(page));
  if (noted) http::clear_note(response, request);
  response.secret = true;
  return response;
}

std::string renew_password(sql::Write& write, const Request& request,
                           const people::Account& account, const std::string& hash) {
  keep_password(write, {.account = account.id, .hash = hash, .changed_at = now()});
  auto housekeeping = write.housekeeping();
  end_all(housekeeping, account.id);
  forget_all(housekeeping, account.id);
  use_up_all_links(housekeeping, account.id);
  mail_password_changed(housekeeping, account.email);
  log::info("password changed: account {}, request {}", touchstone::to_text(account.id),
            request.id);
  return open_session(housekeeping, request, account.id);
}

Response account_json(sql::Read& read, Id<people::Account> id) {
  auto response = http::json(json::text_of(account_of(read, id)));
  response.secret = true;
  return response;
}

std::string account_schema(json::Components& components) {
  return json::schema_of<Account>(components);
}

Response show_account(sql::Read& read, const Request& request, const SignedIn& who) {
  if (request.json) return account_json(read, who.account());
  return account_page(read, request, who.account(), 200, {});
}

NewPassword check_change(sql::Read& read, const Request& request) {
  NewPassword change{.complaints = request.body_complaints};
  if (!request.visitor.signed_in()) return change;
  const auto present = request.fields.text("present_password");
  if (present.empty()) change.complaints.add("present_password", "Enter your present password.");
  const auto& email = request.visitor.email;
  read_new_password(request, email, change);
  if (!change.complaints.empty()) return change;
  change.checked = check_password(read, email, present, counted_against(email, request.address));
  if (change.checked.matches) change.hash = hash_password(request.fields.text("new_password"));
  return change;
}

Response refused_on_account(sql::Read& read, const Request& request, Id<people::Account> id,
                            const Complaints& complaints) {
  auto response =
      request.json ? http::refused(complaints) : account_page(read, request, id, 422, complaints);
  response.keep = true;
  return response;
}

Confirmed confirmed(sql::Housekeeping& housekeeping, const Request& request,
                    const Checked& checked) {
  const auto about = counted_against(request.visitor.email, request.address);
  if (checked.throttled || is_throttled(housekeeping, about, now())) return Confirmed::too_often;
  if (checked.matches && still_holds(housekeeping, checked)) return Confirmed::yes;
  note_failure(housekeeping, about, now());
  return Confirmed::no;
}

Response change_password(sql::Write& write, const Request& request, const SignedIn& who,
                         const NewPassword& change) {
  if (!change.complaints.empty())
    return refused_on_account(write, request, who.account(), change.complaints);
  auto housekeeping = write.housekeeping();
  const auto answer = confirmed(housekeeping, request, change.checked);
  if (answer == Confirmed::too_often) return too_many_tries();
  if (answer == Confirmed::no) {
    Complaints complaints;
    complaints.add("present_password", "This is not your present password.");
    return refused_on_account(write, request, who.account(), complaints);
  }
  const auto token = renew_password(
      write, request, {.id = who.account(), .email = request.visitor.email}, change.hash);
  auto response =
      request.json ? account_json(write, who.account()) : http::see_other(url("/account"));
  http::set_session(response, request, token, while_open);
  if (!request.json) http::set_note(response, request, password_changed);
  return response;
}

Response sign_out_everywhere(sql::Housekeeping& housekeeping, const Request& request,
                             const SignedIn& who) {
  end_all(housekeeping, who.account());
  forget_all(housekeeping, who.account());
  use_up_all_links(housekeeping, who.account());
  auto response =
      request.json ? account_json(housekeeping, who.account()) : http::see_other(url("/sign-in"));
  http::clear_session(response, request);
  log::info("signed out everywhere: account {}, request {}", to_text(who.account()), request.id);
  return response;
}

std::expected<Replacing, Response> replacing(sql::Read& read, const Request& request, http::Verb) {
  if (!request.session_token.empty()) {
    const auto session = session_of(read, digest_of(request.session_token));
    const auto account = session ? people::account(read, session->account) : std::nullopt;
    if (session && session->one_time && is_alive(*session, now()) && account &&
        account->state == people::State::active)
      return Replacing(session->account);
  }
  return std::unexpected(http::sign_in_first(request));
}

Response show_replacement(sql::Read& read, const Request& request, const Replacing& who) {
  if (request.json) return account_json(read, who.account());
  return replacement_page(request, 200, {});
}

NewPassword check_replacement(sql::Read& read, const Request& request) {
  NewPassword change{.complaints = request.body_complaints};
  const auto who = replacing(read, request, http::Verb::visit);
  const auto account = who ? people::account(read, who->account()) : std::nullopt;
  if (!account) return change;
  read_new_password(request, account->email, change);
  if (!change.complaints.empty()) return change;
  const auto given = password_of(read, account->id);
  const auto typed = request.fields.text("new_password");
  if (given && password_matches(given->hash, typed))
    change.complaints.add("new_password", "Choose another password than the one you were given.");
  else
    change.hash = hash_password(typed);
  return change;
}

Response replace_password(sql::Write& write, const Request& request, const Replacing& who,
                          const NewPassword& change) {
  if (!change.complaints.empty())
    return request.json ? http::refused(change.complaints)
                        : replacement_page(request, 422, change.complaints);
  if (change.hash.empty()) return http::sign_in_first(request);
  const auto account = people::account(write, who.account());
  const auto token = renew_password(write, request, account.value(), change.hash);
  auto response = request.json ? account_json(write, who.account()) : http::see_other(url("/"));
  http::set_session(response, request, token, while_open);
  return response;
}

}  // namespace touchstone::signin
