#include "signin/sign_in_pages.h"

#include "look/button.h"
#include "look/form.h"
#include "look/input.h"
#include "platform/http/cookies.h"
#include "platform/http/csrf.h"
#include "platform/json/described.h"
#include "platform/log/log.h"
#include "platform/mail/mail.h"
#include "signin/account_pages.h"
#include "signin/device_pages.h"
#include "signin/device_store.h"
#include "signin/session_store.h"
#include "signin/signin_pages.h"
#include "signin/throttle_store.h"
#include "signin/unkept_session.h"

namespace touchstone::signin {

using http::Request;
using http::Response;

namespace {

struct SignInState {
  bool signed_in = false;
  std::string csrf{};  // what the next POST carries as X-CSRF-Token
};
BOOST_DESCRIBE_STRUCT(SignInState, (), (signed_in, csrf))

Html other_ways(const std::string& next) {
  if (!mail::is_set_up())
    return html(
        R"(<p class="govuk-body">No password, or a forgotten one? Ask the person who keeps the )"
        R"(staff list in your organisation.</p>)");
  const auto link = url("/sign-in/link");
  return html(
      R"(<p class="govuk-body"><a class="govuk-link" href="{}">Sign in without a password</a></p>)"
      R"(<p class="govuk-body"><a class="govuk-link" href="{}">Forgotten password</a></p>)",
      next.empty() ? link : link.with("next", next), url("/sign-in/password"));
}

// On a phone that remembers somebody they come here from what it does not open.
Response sign_in_form(const Request& request, int status, const Attempt& attempt,
                      bool on_remembered_phone = false) {
  Html fields = look::input({.label = {.text = "Email address"},
                             .name = "email",
                             .id = "email",
                             .value = attempt.email,
                             .type = "email",
                             .autocomplete = "username",
                             .spellcheck = false,
                             .error_message = {.text = attempt.complaints.about("email")},
                             .classes = "govuk-input--width-20"});
  fields.add(password_field("password", "Password", "", "current-password", attempt.complaints));
  fields.add("{}", carried(attempt.kept));
  if (!attempt.next.empty())
    fields.add(R"(<input type="hidden" name="next" value="{}">)", attempt.next);
  fields.add(look::button({.text = "Sign in"}));
  Html main = html(R"(<h1 class="govuk-heading-xl">Sign in</h1>{})",
                   look::form(request, url("/sign-in"), fields));
  main.add("{}", other_ways(attempt.next));
  auto page = page_of(request, "Sign in", std::move(main));
  page.complaints = attempt.complaints;
  const auto note = http::note_of(request);
  if (on_remembered_phone)
    page.notice =
        "This phone remembers you for your own score sheets only. Sign in for everything else.";
  const bool lost = note == http::not_saved;
  if (note == access_closed)
    page.notice = access_closed_sentence;
  else if (lost)
    page.notice =
        "You were signed out, so what you just sent is not saved. Sign in, and you come back to "
        "that page.";
  else if (misses_files(attempt.kept))
    page.notice =
        "You were signed out. What you typed is kept: sign in, then save it. Your files are not: "
        "you choose them again afterwards.";
  else if (!attempt.kept.to.empty())
    page.notice = "You were signed out. What you typed is kept: sign in, then save it.";
  page.notice_of_success = false;
  auto response = http::page(status, look::layout(page));
  if (lost || note == access_closed) http::clear_note(response, request);
  response.secret = true;
  return response;
}

Response refuse_attempt(const Request& request, const Attempt& attempt) {
  if (request.json) return http::refused(attempt.complaints);
  return sign_in_form(request, 422, attempt);
}

Url destination(std::string_view next) {
  return Url::ours(next).value_or(url("/"));
}

Response refuse_wrong_password(const Request& request, Attempt attempt) {
  log::warning("sign-in refused, network {}, request {}", network_of(request.address), request.id);
  attempt.complaints.add(
      "email",
      "The email address and the password do not belong together. Check both, then try again.");
  return refuse_attempt(request, attempt);
}

Response after_sign_in(sql::Read& read, const Request& request, const Attempt& attempt,
                       std::string_view token) {
  const auto& password = attempt.checked.password;
  if (request.json) return account_json(read, password.account);
  if (password.one_time) return http::see_other(url("/new-password"));
  if (attempt.kept.to.empty()) return http::see_other(destination(attempt.next));
  return offer_to_send(request, attempt.kept, http::csrf_of_session(*request.csrf_key, token),
                       attempt.next);
}

Response titled(const Request& request, std::string_view title, const Html& below) {
  return http::page(
      look::layout(page_of(request, std::string(title),
                           html(R"(<h1 class="govuk-heading-xl">{}</h1>{})", title, below))));
}

Response workspace_links(const Request& request, const std::vector<people::Workspace>& workspaces) {
  Html links;
  for (const auto& workspace : workspaces)
    links.add(R"(<li class="govuk-body-l"><a class="govuk-link" href="{}">{}</a></li>)",
              url("/{}", workspace.slug), workspace.name);
  return titled(request, "Where do you want to go?",
                html(R"(<ul class="govuk-list">{}</ul>)", links));
}

// Being added once more is not what helps somebody whose access was closed.
Response nowhere_to_go(const Request& request, const std::vector<people::Workspace>& closed) {
  if (closed.empty())
    return titled(request, "You are not on a staff list",
                  html(R"(<p class="govuk-body">Ask the person who keeps the staff list in your )"
                       R"(organisation to add {}.</p>)",
                       request.visitor.email));
  Html where;
  for (const auto& workspace : closed)
    where.add(R"(<p class="govuk-body">Your access to {} was closed. What you wrote there is )"
              R"(kept. If you should still come in, ask the person who keeps the staff list there )"
              R"(to let you in again.</p>)",
              workspace.name);
  return titled(request, "Your access is closed", where);
}

Response signed_out(const Request& request) {
  auto response =
      request.json ? http::json(json::text_of(SignInState{})) : http::see_other(url("/sign-in"));
  http::clear_session(response, request);
  return response;
}

}  // namespace

std::string sign_in_schema(json::Components& components) {
  return json::schema_of<SignInState>(components);
}

Response show_sign_in(sql::Read& read, const Request& request, const Anyone&) {
  if (request.json) {
    auto response =
        http::json(json::text_of(SignInState{request.visitor.signed_in(), request.csrf}));
    response.secret = true;
    return response;
  }
  const auto next = http::next_of(request.query);
  if (request.visitor.signed_in()) return http::see_other(destination(next));
  if (!people::any_account(read)) return http::see_other(url("/set-up"));
  const auto phone = device_of(read, digest_of(device_token(request)), now());
  return sign_in_form(request, 200, {.next = std::string(next)}, phone.has_value());
}

Response show_sign_in_with_form(sql::Housekeeping&, const Request& request, const Anyone&) {
  return sign_in_form(request, 200,
                      {.next = http::next_of(request.query), .kept = kept_of(request)});
}

Attempt check_attempt(sql::Read& read, const Request& request) {
  Attempt attempt{.complaints = request.body_complaints};
  http::Reader reader(request.fields, attempt.complaints);
  attempt.email = reader.required_text("email", people::longest_email, "Enter your email address.");
  attempt.next = http::next_of(request.fields);
  attempt.kept = kept_in(request.fields);
  if (request.fields.text("password").empty())
    attempt.complaints.add("password", "Enter your password.");
  if (!attempt.complaints.empty()) return attempt;
  attempt.checked = check_password(read, attempt.email, request.fields.text("password"),
                                   counted_against(attempt.email, request.address));
  return attempt;
}

Response sign_in(sql::Housekeeping& housekeeping, const Request& request, const Anyone&,
                 const Attempt& attempt) {
  if (!attempt.complaints.empty()) return refuse_attempt(request, attempt);
  const auto about = counted_against(attempt.email, request.address);
  // Counted again here, where turns follow each other, so that many tries at once cannot slip
  // through together.
  if (attempt.checked.throttled || is_throttled(housekeeping, about, now()))
    return too_many_tries();
  if (!attempt.checked.matches || !still_holds(housekeeping, attempt.checked)) {
    note_failure(housekeeping, about, now());
    return refuse_wrong_password(request, attempt);
  }

  const auto& password = attempt.checked.password;
  const auto token = open_session(housekeeping, request, password.account, password.one_time);
  auto response = after_sign_in(housekeeping, request, attempt, token);
  http::set_session(response, request, token, while_open);
  log::info("signed in: account {}, request {}", to_text(password.account), request.id);
  return response;
}

Response sign_in_to_look(sql::Read& read, const Request& request, const Attempt& attempt) {
  if (!attempt.complaints.empty()) return refuse_attempt(request, attempt);
  const auto about = counted_against(attempt.email, request.address);
  const auto real = now();
  if (attempt.checked.throttled || is_throttled_in_memory(about, real)) return too_many_tries();
  if (!attempt.checked.matches || !still_holds(read, attempt.checked)) {
    note_failure_in_memory(about, real);
    return refuse_wrong_password(request, attempt);
  }
  const auto& password = attempt.checked.password;
  const auto token = random_token();
  if (password.one_time || !keep_in_memory(new_session(password.account, token, real)))
    return http::refused(503, "Nobody can be signed in just now. Try again in a few minutes.");
  auto response = request.json ? account_json(read, password.account)
                               : http::see_other(destination(attempt.next));
  if (remembers_another(read, request, password.account)) http::clear_device(response, request);
  http::set_session(response, request, token, while_open);
  log::warning("signed in to look only: account {}, request {}", to_text(password.account),
               request.id);
  return response;
}

Response sign_out(sql::Housekeeping& housekeeping, const Request& request, const Anyone&) {
  if (!request.session_token.empty()) {
    const auto token_hash = digest_of(request.session_token);
    end_in_memory(token_hash);
    end(housekeeping, token_hash);
  }
  auto response = signed_out(request);
  forget_this_device(housekeeping, request, response);
  return response;
}

Response sign_out_in_memory(sql::Read& read, const Request& request) {
  if (!request.session_token.empty())
    if (const auto session = session_of(read, digest_of(request.session_token)))
      end_until_kept(session->token_hash);
  auto response = signed_out(request);
  http::clear_device(response, request);
  return response;
}

Response choose_workspace(sql::Read& read, const Request& request, const SignedIn& who) {
  if (request.json && request.visitor.remembered) return http::sign_in_first(request);
  if (request.json) return account_json(read, who.account());
  const auto workspaces = people::workspaces_of(read, who.account());
  if (workspaces.size() == 1) return http::see_other(url("/{}", workspaces.front().slug));
  if (workspaces.empty())
    return nowhere_to_go(request, people::workspaces_closed_to(read, who.account()));
  return workspace_links(request, workspaces);
}

}  // namespace touchstone::signin
