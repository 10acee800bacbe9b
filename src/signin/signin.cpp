#include "signin/signin.h"

#include <fmt/format.h>

#include <array>

#include "look/button.h"
#include "look/form.h"
#include "platform/http/cookies.h"
#include "platform/http/deed.h"
#include "signin/accessibility_pages.h"
#include "signin/account_pages.h"
#include "signin/acting_pages.h"
#include "signin/demo_clock_pages.h"
#include "signin/deputy_pages.h"
#include "signin/device_pages.h"
#include "signin/email_pages.h"
#include "signin/invitation_pages.h"
#include "signin/link_jobs.h"
#include "signin/link_pages.h"
#include "signin/set_up_pages.h"
#include "signin/sign_in_pages.h"
#include "signin/slip_pages.h"

namespace touchstone::signin {

using http::may;
using http::Request;
using http::Response;
using http::Verb;

namespace {

// A form of another page, each of whose names is longer by a prefix.
constexpr http::Limits with_form{.body = http::largest_kept_form + 64 * 1024};

}  // namespace

// Makes the proofs; nobody else can.
class Resolvers {
 public:
  static Anyone anyone() { return {}; }
  static SignedIn signed_in(const http::Visitor& visitor) { return SignedIn({visitor.account}); }
  static Member member(const http::Visitor& visitor) {
    return Member({visitor.workspace}, {visitor.person});
  }
};

std::expected<Anyone, Response> anyone(sql::Read&, const Request&, Verb) {
  return Resolvers::anyone();
}

std::expected<SignedIn, Response> signed_in(sql::Read&, const Request& request, Verb) {
  if (!request.visitor.signed_in()) return std::unexpected(http::sign_in_first(request));
  return Resolvers::signed_in(request.visitor);
}

std::expected<Member, Response> member(sql::Read& read, const Request& request, Verb verb) {
  if (request.visitor.acts_for_another())
    return std::unexpected(http::forbidden(
        fmt::format("You act for {}, with their roles only. Stop acting for them to come to what "
                    "is your own.",
                    request.visitor.acts_for)));
  return member_or_deputy(read, request, verb);
}

namespace {

// To somebody signed in who is no person of the organisation in the address. Whoever has nowhere
// else to go is signed out; the sign-in page says why.
Response nobody_here(sql::Read& read, const Request& request) {
  const Id<people::Account> account{request.visitor.account};
  if (!people::was_closed(read, account, request.parameter("workspace"))) return http::not_found();
  if (request.json || !people::workspaces_of(read, account).empty())
    return http::refused(404, access_closed_sentence);
  auto response = http::see_other(url("/sign-in"));
  http::clear_session(response, request);
  http::set_note(response, request, access_closed);
  return response;
}

}  // namespace

std::expected<Member, Response> member_or_deputy(sql::Read& read, const Request& request,
                                                 Verb verb) {
  const auto& visitor = request.visitor;
  if (!visitor.signed_in()) return std::unexpected(http::sign_in_first(request));
  if (visitor.person.empty()) return std::unexpected(nobody_here(read, request));
  if (verb != Verb::visit && !visitor.may(verb))
    return std::unexpected(http::forbidden(
        "None of your roles allows this. Those who keep the staff list give roles."));
  return Resolvers::member(visitor);
}

std::string clock_banner(const http::Visitor& visitor) {
  if (!visitor.clock_stands) return {};
  constexpr std::array days{"Sunday",   "Monday", "Tuesday", "Wednesday",
                            "Thursday", "Friday", "Saturday"};
  const std::chrono::weekday day{std::chrono::sys_days(visitor.today)};
  return fmt::format("The clock of this demo stands at {} {}.", days.at(day.c_encoding()),
                     to_words(visitor.today));
}

namespace {

// What was just done, with the button that undoes it.
look::Content notice_of(const Request& request) {
  const auto deed = http::deed_of(request);
  if (!deed.undo) return deed.sentence;
  return html(R"(<p class="govuk-notification-banner__heading">{}</p>{})", deed.sentence,
              look::form(request, *deed.undo, look::button({.text = "Undo"})));
}

}  // namespace

look::Page page_of(const Request& request, std::string title, Html main) {
  const auto& visitor = request.visitor;
  look::Page page{.title = std::move(title), .request = request, .main = std::move(main)};
  if (!visitor.workspace_slug.empty()) page.home = url("/{}", visitor.workspace_slug);
  if (visitor.signed_in()) {
    page.account = url("/account");
    page.sign_out = url("/sign-out");
  }
  page.navigation = navigation_of(request);
  page.notice = notice_of(request);
  if (const auto banner = clock_banner(visitor); !banner.empty())
    page.banner =
        html(R"(<p class="govuk-body-s">{}</p>{})", banner,
             look::form(request, url("/{}/clock", visitor.workspace_slug),
                        html(R"(<button class="ts-plain-button">A week later</button>)")));
  return page;
}

void add_jobs(jobs::Runner& runner) {
  add_link_jobs(runner);
}

namespace {

void add_account_routes(http::Routes& routes) {
  routes.get("/account", may(Verb::visit, signed_in), show_account);
  routes.answers(account_schema);
  routes.post("/account/password", may(Verb::visit, signed_in), check_change, change_password);
  routes.takes({"present_password", "new_password"});
  routes.answers(account_schema);
  routes.post("/account/devices", may(Verb::visit, signed_in), remember_device);
  routes.answers(account_schema);
  routes.post("/account/devices/{device}/removal", may(Verb::visit, signed_in), forget_device);
  routes.answers(account_schema);
  routes.post("/account/email", may(Verb::visit, signed_in), check_new_address,
              ask_for_new_address);
  routes.takes({"email", "email_password"});
  routes.answers(address_schema);
  routes.get("/account/email/{secret}", may(Verb::visit, address_link), show_address_link);
  routes.answers(address_schema);
  routes.post("/account/email/{secret}", may(Verb::visit, address_link), change_address);
  routes.answers(address_schema);
  routes.post("/account/slip", may(Verb::visit, signed_in), check_slip_wish, make_slip_page);
  routes.takes({"slip_password", "replaces"});
  routes.answers(slip_schema);
  routes.post("/account/slip/removal", may(Verb::visit, signed_in), remove_slip);
  routes.answers(account_schema);
  routes.post("/account/sign-outs", may(Verb::visit, signed_in), sign_out_everywhere);
  routes.answers(account_schema);
}

void add_deputy_routes(http::Routes& routes) {
  routes.get("/{workspace}/deputies", may(Verb::visit, member), show_deputies);
  routes.answers(deputies_schema);
  routes.post("/{workspace}/deputies", may(Verb::visit, member), name_own_deputy);
  routes.begins_once();
  routes.takes({"deputy", http::date("since"), http::date("until")});
  routes.answers(deputies_schema);
  routes.post("/{workspace}/deputies/{deputy}/acting", may(Verb::visit, member), begin_to_act);
  routes.answers(acting_schema);
  routes.post("/{workspace}/deputies/{deputy}/ending", may(Verb::visit, member), end_own_deputy);
  routes.lets_begin_again();
  routes.answers(deputies_schema);
  routes.post("/{workspace}/deputies/return", may(Verb::visit, member_or_deputy), stop_acting);
  routes.answers(acting_schema);
}

// What lets somebody in who holds it.
void add_link_routes(http::Routes& routes) {
  routes.get("/sign-in/link", may(Verb::visit, anyone), show_link_form);
  routes.answers(asked_schema);
  routes.post("/sign-in/link", may(Verb::visit, anyone), send_sign_in_link);
  routes.takes({"email", "next"});
  routes.answers(asked_schema);
  routes.get("/sign-in/link/{secret}", may(Verb::visit, sign_in_link), show_sign_in_link);
  routes.answers(holder_schema);
  routes.post("/sign-in/link/{secret}", may(Verb::visit, sign_in_link), sign_in_by_link);
  routes.takes({"next"});
  routes.answers(account_schema);
  routes.get("/sign-in/slip/{secret}", may(Verb::visit, slip_holder), show_slip);
  routes.answers(holder_schema);
  routes.post("/sign-in/slip/{secret}", may(Verb::visit, slip_holder), sign_in_by_slip);
  routes.answers(account_schema);
  routes.get("/sign-in/password", may(Verb::visit, anyone), show_forgotten_form);
  routes.answers(asked_schema);
  routes.post("/sign-in/password", may(Verb::visit, anyone), send_password_link);
  routes.takes({"email", "next"});
  routes.answers(asked_schema);
  routes.get("/sign-in/password/{secret}", may(Verb::visit, password_link), show_password_link);
  routes.answers(holder_schema);
  routes.post("/sign-in/password/{secret}", may(Verb::visit, password_link), check_chosen_password,
              choose_password);
  routes.takes({"new_password"});
  routes.answers(account_schema);
  routes.get("/invitation/{secret}", may(Verb::visit, invitee), show_invitation);
  routes.answers(invitation_schema);
  routes.post("/invitation/{secret}", may(Verb::visit, invitee), check_acceptance, come_in);
  routes.takes({"password"});
  routes.answers(invitation_schema);
}

}  // namespace

void add_routes(http::Routes& routes) {
  routes.get("/", may(Verb::visit, signed_in), choose_workspace);
  routes.answers(account_schema);
  routes.get("/sign-in", may(Verb::visit, anyone), show_sign_in);
  routes.answers(sign_in_schema);
  routes.post("/sign-in", may(Verb::visit, anyone), check_attempt, sign_in, with_form);
  routes.takes({"email", "password", "next", "kept_to", "kept.{field*}"});
  routes.when_nothing_is_kept(sign_in_to_look);
  routes.answers(account_schema);
  routes.post("/sign-in/kept", may(Verb::visit, anyone), show_sign_in_with_form, with_form);
  routes.takes_anything();
  routes.answers_as({"text/html"});
  routes.post("/sign-out", may(Verb::visit, anyone), sign_out);
  routes.when_nothing_is_kept(sign_out_in_memory);
  routes.answers(sign_in_schema);
  routes.get("/new-password", may(Verb::visit, replacing), show_replacement);
  routes.answers(account_schema);
  routes.post("/new-password", may(Verb::visit, replacing), check_replacement, replace_password);
  routes.takes({"new_password"});
  routes.answers(account_schema);
  add_link_routes(routes);
  add_account_routes(routes);
  add_deputy_routes(routes);
  routes.post("/{workspace}/clock", may(Verb::visit, member_or_deputy), move_demo_clock);
  routes.answers(demo_clock_schema);
  routes.get("/accessibility", may(Verb::visit, anyone), show_accessibility);
  routes.answers(statement_schema);
  routes.get("/set-up", may(Verb::visit, first_run), show_set_up);
  routes.answers(set_up_schema);
  routes.post("/set-up", may(Verb::visit, first_run), prepare_set_up, set_up);
  routes.takes({"organisation", "slug", "words", "zone", "name", "email", "password", "secret"});
  routes.answers(set_up_schema);
}

}  // namespace touchstone::signin
