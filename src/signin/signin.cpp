#include "signin/signin.h"

#include <fmt/format.h>

#include <array>

#include "look/form.h"
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

std::expected<Member, Response> member_or_deputy(sql::Read&, const Request& request, Verb verb) {
  const auto& visitor = request.visitor;
  if (!visitor.signed_in()) return std::unexpected(http::sign_in_first(request));
  if (visitor.person.empty()) return std::unexpected(http::not_found());
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

look::Page page_of(const Request& request, std::string title, Html main) {
  const auto& visitor = request.visitor;
  look::Page page{.title = std::move(title), .request = request, .main = std::move(main)};
  if (!visitor.workspace_slug.empty()) page.home = url("/{}", visitor.workspace_slug);
  if (visitor.signed_in()) {
    page.account = url("/account");
    page.sign_out = url("/sign-out");
  }
  page.navigation = navigation_of(request);
  page.notice = http::deed_of(request);
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
  routes.get("/account/email/{secret}", may(Verb::visit, address_link), show_address_link);
  routes.post("/account/email/{secret}", may(Verb::visit, address_link), change_address);
  routes.post("/account/sign-outs", may(Verb::visit, signed_in), sign_out_everywhere);
}

void add_deputy_routes(http::Routes& routes) {
  routes.get("/{workspace}/deputies", may(Verb::visit, member), show_deputies);
  routes.answers(deputies_schema);
  routes.post("/{workspace}/deputies", may(Verb::visit, member), name_own_deputy);
  routes.takes({"deputy", http::date("since"), http::date("until")});
  routes.answers(deputies_schema);
  routes.post("/{workspace}/deputies/{deputy}/acting", may(Verb::visit, member), begin_to_act);
  routes.answers(acting_schema);
  routes.post("/{workspace}/deputies/{deputy}/ending", may(Verb::visit, member), end_own_deputy);
  routes.answers(deputies_schema);
  routes.post("/{workspace}/deputies/return", may(Verb::visit, member_or_deputy), stop_acting);
  routes.answers(acting_schema);
}

}  // namespace

void add_routes(http::Routes& routes) {
  routes.get("/", may(Verb::visit, signed_in), choose_workspace);
  routes.get("/sign-in", may(Verb::visit, anyone), show_sign_in);
  routes.post("/sign-in", may(Verb::visit, anyone), check_attempt, sign_in, with_form);
  routes.takes({"email", "password", "next", "kept_to", "kept.{field*}"});
  routes.when_nothing_is_kept(sign_in_to_look);
  routes.post("/sign-in/kept", may(Verb::visit, anyone), show_sign_in_with_form, with_form);
  routes.takes_anything();
  routes.get("/sign-in/link", may(Verb::visit, anyone), show_link_form);
  routes.post("/sign-in/link", may(Verb::visit, anyone), send_sign_in_link);
  routes.takes({"email", "next"});
  routes.get("/sign-in/link/{secret}", may(Verb::visit, sign_in_link), show_sign_in_link);
  routes.post("/sign-in/link/{secret}", may(Verb::visit, sign_in_link), sign_in_by_link);
  routes.takes({"next"});
  routes.answers(account_schema);
  routes.get("/sign-in/password", may(Verb::visit, anyone), show_forgotten_form);
  routes.post("/sign-in/password", may(Verb::visit, anyone), send_password_link);
  routes.takes({"email", "next"});
  routes.get("/sign-in/password/{secret}", may(Verb::visit, password_link), show_password_link);
  routes.post("/sign-in/password/{secret}", may(Verb::visit, password_link), check_chosen_password,
              choose_password);
  routes.takes({"new_password"});
  routes.answers(account_schema);
  routes.post("/sign-out", may(Verb::visit, anyone), sign_out);
  routes.get("/new-password", may(Verb::visit, replacing), show_replacement);
  routes.post("/new-password", may(Verb::visit, replacing), check_replacement, replace_password);
  routes.takes({"new_password"});
  add_account_routes(routes);
  add_deputy_routes(routes);
  routes.post("/{workspace}/clock", may(Verb::visit, member_or_deputy), move_demo_clock);
  routes.answers(demo_clock_schema);
  routes.get("/invitation/{secret}", may(Verb::visit, invitee), show_invitation);
  routes.post("/invitation/{secret}", may(Verb::visit, invitee), check_acceptance, come_in);
  routes.takes({"password"});
  routes.get("/accessibility", may(Verb::visit, anyone), show_accessibility);
  routes.get("/set-up", may(Verb::visit, first_run), show_set_up);
  routes.post("/set-up", may(Verb::visit, first_run), prepare_set_up, set_up);
  routes.takes({"organisation", "slug", "words", "zone", "name", "email", "password", "secret"});
}

}  // namespace touchstone::signin
