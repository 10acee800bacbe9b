#include "signin/slip_pages.h"

#include <boost/describe.hpp>

#include "look/button.h"
#include "look/form.h"
#include "look/qr_code.h"
#include "platform/http/cookies.h"
#include "platform/json/described.h"
#include "platform/log/log.h"
#include "signin/account_mail_store.h"
#include "signin/account_pages.h"
#include "signin/signin_pages.h"

namespace touchstone::signin {

using http::Request;
using http::Response;

namespace {

constexpr std::string_view slip_title = "A slip for next time";

struct Slip {
  std::string link;
  Date until;
};
BOOST_DESCRIBE_STRUCT(Slip, (), (link, until))

// What the form of a new slip says it takes the place of.
std::string replaced_by_slip(const std::optional<WaitingSlip>& waiting) {
  return waiting ? std::to_string(to_number(waiting->made_at)) : "none";
}

Date last_day(Moment expires) {
  return date_in(expires, "UTC");
}

Html waiting_line(const Request& request, const WaitingSlip& waiting) {
  return html(
      R"(<div class="app-row"><p class="govuk-body">A slip waits. It works once, until {}.</p>{})"
      R"(</div>)",
      to_words(last_day(waiting.expires)),
      look::form(request, url("/account/slip/removal"),
                 look::button({.text = html(R"(Take it back<span class="govuk-visually-hidden">: )"
                                            R"(the slip for next time</span>)"),
                               .classes = "govuk-button--secondary"})));
}

Html slip_to_print(const Request& request, const Slip& slip) {
  return html(
      R"(<section class="app-slip"><h2 class="govuk-heading-m">Sign in to Touchstone as {}</h2>)"
      R"(<p class="govuk-body">Open this address, or point a phone’s camera at the code, and press )"
      R"(the button. It works once, until {}. Then make the next slip on “Your account”.</p>{})"
      R"(<p class="govuk-body app-slip__link">{}</p></section>)",
      request.visitor.email, to_words(slip.until),
      look::qr_code(slip.link, "Code that leads to the address below"), slip.link);
}

Response slip_answer(const Request& request, const Slip& slip) {
  if (request.json) {
    auto response = http::json(json::text_of(slip));
    response.secret = true;
    return response;
  }
  auto page = page_of(
      request, std::string(slip_title),
      html(R"(<h1 class="govuk-heading-l">{}</h1><p class="govuk-body app-screen-only">It is )"
           R"(shown this once. Print the page, and keep it where you keep a key: whoever holds it )"
           R"(can sign in as you, once. “Your account” takes it back.</p>{})",
           slip_title, slip_to_print(request, slip)));
  page.back = url("/account");
  auto response = http::page(look::layout(page));
  response.secret = true;
  return response;
}

}  // namespace

Html slip_part(sql::Read& read, const Request& request, Id<people::Account> account,
               const Complaints& complaints) {
  const auto waiting = slip_of(read, account, now());
  Html out = html(
      R"(<h2 class="govuk-heading-m" id="slip">{}</h2><p class="govuk-body">A slip to print, with )"
      R"(a link that signs you in once, within 200 days, without a password. For whoever comes )"
      R"(twice a year.</p>)",
      slip_title);
  if (waiting) out.add(waiting_line(request, *waiting));
  Html fields = password_field("slip_password", "Your password",
                               waiting ? "A new slip takes the place of the one that waits." : "",
                               "current-password", complaints);
  fields.add(R"(<input type="hidden" name="replaces" value="{}">)", replaced_by_slip(waiting));
  fields.add(look::button(
      {.text = waiting ? "Make a new slip" : "Make a slip", .classes = "govuk-button--secondary"}));
  return out.add("{}", look::form(request, url("/account/slip"), fields));
}

SlipWish check_slip_wish(sql::Read& read, const Request& request) {
  SlipWish wish{.complaints = request.body_complaints};
  if (!request.visitor.signed_in()) return wish;
  const auto password = request.fields.text("slip_password");
  if (password.empty()) wish.complaints.add("slip_password", "Enter your password.");
  if (!wish.complaints.empty()) return wish;
  const auto& own = request.visitor.email;
  wish.checked = check_password(read, own, password, counted_against(own, request.address));
  return wish;
}

Response make_slip_page(sql::Write& write, const Request& request, const SignedIn& who,
                        const SlipWish& wish) {
  if (!wish.complaints.empty())
    return refused_on_account(write, request, who.account(), wish.complaints);
  auto housekeeping = write.housekeeping();
  const auto answer = confirmed(housekeeping, request, wish.checked);
  if (answer == Confirmed::too_often) return too_many_tries();
  if (answer == Confirmed::no) {
    Complaints complaints;
    complaints.add("slip_password", "This is not your password.");
    return refused_on_account(write, request, who.account(), complaints);
  }
  // Sent again by a reload: the slip that was printed stays.
  const auto real = now();
  if (!request.json &&
      request.fields.text("replaces") != replaced_by_slip(slip_of(write, who.account(), real)))
    return http::see_other(url("/account"));
  const auto secret = make_slip(write, {.id = who.account(), .email = request.visitor.email}, real);
  log::info("slip made: account {}, request {}", to_text(who.account()), request.id);
  return slip_answer(request, {site_of(request) + url("/sign-in/slip/{}", secret).text(),
                               last_day(real + lifetime_of(Purpose::slip))});
}

std::string slip_schema(json::Components& components) {
  return json::schema_of<Slip>(components);
}

Response remove_slip(sql::Write& write, const Request& request, const SignedIn& who) {
  take_slip_back(write, who.account());
  if (request.json) return account_json(write, who.account());
  auto response = http::see_other(url("/account"));
  http::set_note(response, request, slip_taken_back);
  return response;
}

std::expected<LinkHolder, Response> slip_holder(sql::Read& read, const Request& request,
                                                http::Verb) {
  return holder_of(read, request, Purpose::slip);
}

Response show_slip(sql::Read&, const Request& request, const LinkHolder& who) {
  if (request.json) return holder_json(who.link());
  return secret_page(
      request, 200, "Sign in",
      html(R"(<h1 class="govuk-heading-xl">Sign in</h1><p class="govuk-body">You sign in as {} by )"
           R"(your slip, which then does not work any more. If that is not you, close this page.)"
           R"(</p>{})",
           who.link().account.email,
           look::form(request, url("/sign-in/slip/{}", request.parameter("secret")),
                      look::button({.text = "Sign in"}))));
}

Response sign_in_by_slip(sql::Write& write, const Request& request, const LinkHolder& who) {
  const auto& account = who.link().account;
  auto housekeeping = write.housekeeping();
  use_up_links(housekeeping, account.id, Purpose::slip);
  write.record({"account", account.id.value, "slip_used", "{}"});
  mail_slip_used(housekeeping, account.email);
  const auto token = open_session(housekeeping, request, account.id);
  auto response = request.json ? account_json(write, account.id) : http::see_other(url("/"));
  http::set_session(response, request, token, while_open);
  log::info("signed in by a slip: account {}, request {}", touchstone::to_text(account.id),
            request.id);
  return response;
}

}  // namespace touchstone::signin
