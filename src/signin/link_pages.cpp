#include "signin/link_pages.h"

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
#include "signin/link_jobs.h"
#include "signin/password.h"
#include "signin/session_store.h"
#include "signin/signin_pages.h"
#include "signin/throttle_store.h"

namespace touchstone::signin {

using http::Request;
using http::Response;

namespace {

struct Asked {
  bool asked = false;
};
BOOST_DESCRIBE_STRUCT(Asked, (), (asked))

struct LinkState {
  std::string email;
};
BOOST_DESCRIBE_STRUCT(LinkState, (), (email))

struct LinkWords {
  Purpose purpose;
  Url address;
  std::string_view title;
  std::string_view text;
};

LinkWords words_for(Purpose purpose) {
  if (purpose == Purpose::password)
    return {purpose, url("/sign-in/password"), "Forgotten password",
            "We send you a link to choose a new one. It works once, within an hour."};
  return {purpose, url("/sign-in/link"), "Sign in without a password",
          "We send you a link. It works once, within 15 minutes."};
}

Response link_form(const Request& request, const LinkWords& words, int status,
                   const std::string& email, std::string_view next, const Complaints& complaints) {
  Html main = html(R"(<h1 class="govuk-heading-xl">{}</h1>)", words.title);
  if (!mail::is_set_up()) {
    main.add(R"(<p class="govuk-body">Touchstone cannot send mail here. Ask the person who keeps )"
             R"(the staff list in your organisation to help you in.</p>)");
    return secret_page(request, status, words.title, std::move(main));
  }
  Html fields = look::input({.label = {.text = "Email address"},
                             .name = "email",
                             .id = "email",
                             .value = email,
                             .type = "email",
                             .autocomplete = "username",
                             .spellcheck = false,
                             .error_message = {.text = complaints.about("email")},
                             .classes = "govuk-input--width-20"});
  if (!next.empty()) fields.add(R"(<input type="hidden" name="next" value="{}">)", next);
  fields.add(look::button({.text = "Send the link"}));
  main.add(R"(<p class="govuk-body">{}</p>{})", words.text,
           look::form(request, words.address, fields));
  return secret_page(request, status, words.title, std::move(main), complaints);
}

Response asked_page(const Request& request, std::string_view email) {
  if (request.json) return http::json(json::text_of(Asked{true}));
  return secret_page(
      request, 200, "Look at your mail",
      html(R"(<h1 class="govuk-heading-xl">Look at your mail</h1><p class="govuk-body">If {} is )"
           R"(the address of an account, a link is on its way there. It may take a minute, and it )"
           R"(may lie among unwanted mail.</p><p class="govuk-body">Nothing came? Check the )"
           R"(address and <a class="govuk-link" href="{}">ask again</a>, or ask the person who )"
           R"(keeps the staff list in your organisation.</p>)",
           email, Url::ours(request.path).value_or(url("/sign-in/link"))));
}

std::vector<Tally> link_tallies(std::string_view email, const Request& request) {
  return {{digest_of("link " + people::email_key(email)), link_limit},
          {digest_of("link network " + network_of(request.address)), link_limit * 10}};
}

Response send_asked_link(sql::Housekeeping& housekeeping, const Request& request,
                         const LinkWords& words) {
  if (!mail::is_set_up()) return http::refused(409, "Touchstone cannot send mail here.");
  auto complaints = request.body_complaints;
  http::Reader reader(request.fields, complaints);
  const auto email = read_address(reader, complaints);
  const auto next = http::next_of(request.fields);
  if (!complaints.empty())
    return request.json ? http::refused(complaints)
                        : link_form(request, words, 422, email, next, complaints);
  const auto tallies = link_tallies(email, request);
  const auto real = now();
  if (is_throttled(housekeeping, tallies, real))
    return http::refused(429, "Too many links were asked for. Wait 5 minutes, then try again.");
  note_failure(housekeeping, tallies, real);
  const auto ours = Url::ours(next);
  ask_for_link(housekeeping,
               {words.purpose, email, site_of(request), ours ? ours->text() : std::string()});
  return asked_page(request, email);
}

Response password_page(const Request& request, const AccountLink& link, int status,
                       const Complaints& complaints) {
  Html fields = password_field(
      "new_password", "New password",
      "12 characters or more. Three or four words you can remember make a good password.",
      "new-password", complaints);
  fields.add(look::button({.text = "Save and sign in"}));
  return secret_page(
      request, status, "Choose a new password",
      html(R"(<h1 class="govuk-heading-xl">Choose a new password</h1><p class="govuk-body">It is )"
           R"(for {}. All your devices are signed out when you save it.</p>{})",
           link.account.email,
           look::form(request, url("/sign-in/password/{}", request.parameter("secret")), fields)),
      complaints);
}

std::string_view why_it_does_not_work(Purpose purpose) {
  if (purpose == Purpose::slip)
    return "This slip does not work any more: it was used or taken back, a newer one took its "
           "place, it is older than 200 days, or your password or address was changed since. Sign "
           "in another way, and make a new one on “Your account”.";
  return "This link does not work: it was used, or it is too old. Ask for a new one where you got "
         "this one.";
}

}  // namespace

Response holder_json(const AccountLink& link) {
  auto response = http::json(json::text_of(LinkState{link.email}));
  response.secret = true;
  return response;
}

std::string read_address(http::Reader& reader, Complaints& complaints) {
  auto email = reader.required_text("email", people::longest_email, "Enter your email address.");
  if (!email.empty() && !people::is_email(email))
    complaints.add("email", "Enter a whole email address, such as ada@college.example.");
  return email;
}

std::string holder_schema(json::Components& components) {
  return json::schema_of<LinkState>(components);
}

std::string asked_schema(json::Components& components) {
  return json::schema_of<Asked>(components);
}

Response show_link_form(sql::Read&, const Request& request, const Anyone&) {
  if (request.json) return http::json(json::text_of(Asked{}));
  return link_form(request, words_for(Purpose::sign_in), 200, "", http::next_of(request.query), {});
}

Response show_forgotten_form(sql::Read&, const Request& request, const Anyone&) {
  if (request.json) return http::json(json::text_of(Asked{}));
  return link_form(request, words_for(Purpose::password), 200, "", "", {});
}

Response send_sign_in_link(sql::Housekeeping& housekeeping, const Request& request, const Anyone&) {
  return send_asked_link(housekeeping, request, words_for(Purpose::sign_in));
}

Response send_password_link(sql::Housekeeping& housekeeping, const Request& request,
                            const Anyone&) {
  return send_asked_link(housekeeping, request, words_for(Purpose::password));
}

std::expected<LinkHolder, Response> holder_of(sql::Read& read, const Request& request,
                                              Purpose purpose) {
  auto link = link_of(read, purpose, request.parameter("secret"), now());
  if (!link) return std::unexpected(http::refused(404, why_it_does_not_work(purpose)));
  return LinkHolder(*std::move(link));
}

std::expected<LinkHolder, Response> sign_in_link(sql::Read& read, const Request& request,
                                                 http::Verb) {
  return holder_of(read, request, Purpose::sign_in);
}

std::expected<LinkHolder, Response> password_link(sql::Read& read, const Request& request,
                                                  http::Verb) {
  return holder_of(read, request, Purpose::password);
}

Response show_sign_in_link(sql::Read&, const Request& request, const LinkHolder& who) {
  if (request.json) return holder_json(who.link());
  Html fields;
  if (const auto next = http::next_of(request.query); !next.empty())
    fields.add(R"(<input type="hidden" name="next" value="{}">)", next);
  fields.add(look::button({.text = "Sign in"}));
  return secret_page(
      request, 200, "Sign in",
      html(
          R"(<h1 class="govuk-heading-xl">Sign in</h1><p class="govuk-body">You sign in as {}. If )"
          R"(that is not you, close this page.</p>{})",
          who.link().account.email,
          look::form(request, url("/sign-in/link/{}", request.parameter("secret")), fields)));
}

Response sign_in_by_link(sql::Housekeeping& housekeeping, const Request& request,
                         const LinkHolder& who) {
  const auto account = who.link().account.id;
  use_up_links(housekeeping, account, Purpose::sign_in);
  const auto token = open_session(housekeeping, request, account);
  auto response =
      request.json ? account_json(housekeeping, account)
                   : http::see_other(Url::ours(http::next_of(request.fields)).value_or(url("/")));
  http::set_session(response, request, token, while_open);
  log::info("signed in by a link: account {}, request {}", touchstone::to_text(account),
            request.id);
  return response;
}

Response show_password_link(sql::Read&, const Request& request, const LinkHolder& who) {
  return request.json ? holder_json(who.link()) : password_page(request, who.link(), 200, {});
}

ChosenPassword check_chosen_password(sql::Read& read, const Request& request) {
  ChosenPassword chosen{.complaints = request.body_complaints};
  const auto link = link_of(read, Purpose::password, request.parameter("secret"), now());
  if (!link) return chosen;
  const auto typed = request.fields.text("new_password");
  chosen.complaints.add(complaints_about_password(typed, link->account.email, "new_password"));
  if (chosen.complaints.empty()) chosen.hash = hash_password(typed);
  return chosen;
}

Response choose_password(sql::Write& write, const Request& request, const LinkHolder& who,
                         const ChosenPassword& chosen) {
  const auto& account = who.link().account;
  if (!chosen.complaints.empty())
    return request.json ? http::refused(chosen.complaints)
                        : password_page(request, who.link(), 422, chosen.complaints);
  if (chosen.hash.empty())
    return http::changed_meanwhile("Something changed meanwhile. Try again.");
  const auto token = renew_password(write, request, account, chosen.hash);
  if (!account.proved_at) people::prove_address(write, account.id, now());
  auto response = request.json ? account_json(write, account.id) : http::see_other(url("/"));
  http::set_session(response, request, token, while_open);
  return response;
}

}  // namespace touchstone::signin
