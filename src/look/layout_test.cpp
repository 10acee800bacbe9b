#include "look/layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "look/form.h"

namespace touchstone::look {
namespace {

using testing::HasSubstr;
using testing::Not;

http::Request signed_in() {
  http::Request request;
  request.csrf = "proof";
  request.visitor.account = new_uuid();
  request.visitor.name = "Sam <Okoro>";
  request.visitor.workspace_name = "Eastmere College";
  return request;
}

TEST(Layout, a_page_says_its_language_title_and_where_its_main_part_begins) {
  const auto request = signed_in();
  const auto page =
      layout({.title = "Your & our work", .request = request, .main = html("<h1>a</h1>")}).text();
  EXPECT_THAT(page, testing::StartsWith("<!DOCTYPE html><html lang=\"en-GB\""));
  EXPECT_THAT(page, HasSubstr("<title>Your &amp; our work – Touchstone</title>"));
  EXPECT_THAT(page, HasSubstr("href=\"#main-content\""));
  EXPECT_THAT(page, HasSubstr("<main class=\"govuk-main-wrapper\" id=\"main-content\"><h1>a</h1>"));
  EXPECT_THAT(page, testing::EndsWith("</html>"));
}

TEST(Layout, complaints_are_summed_up_first_and_the_title_says_error) {
  const auto request = signed_in();
  Complaints complaints;
  complaints.add("e-mail", "Enter <your> e-mail address.");
  complaints.add("", "Nothing was saved.");
  const auto page = layout({.title = "Sign in",
                            .request = request,
                            .main = html("<h1>a</h1>"),
                            .complaints = complaints})
                        .text();
  EXPECT_THAT(page, HasSubstr("<title>Error: Sign in"));
  EXPECT_THAT(page, HasSubstr("<a href=\"#e-mail\">Enter &lt;your&gt; e-mail address.</a>"));
  EXPECT_THAT(page, HasSubstr("<li>Nothing was saved.</li>"));
  EXPECT_LT(page.find("error-summary"), page.find("<h1>a"));
}

TEST(Layout, somebody_signed_in_sees_their_name_and_a_way_out_that_is_posted_with_its_proof) {
  const auto request = signed_in();
  const auto page = layout({.title = "a",
                            .request = request,
                            .main = {},
                            .account = url("/account"),
                            .sign_out = url("/sign-out")})
                        .text();
  EXPECT_THAT(page, HasSubstr("Sam &lt;Okoro&gt;"));
  EXPECT_THAT(page, HasSubstr("<form method=\"post\" action=\"/sign-out\" novalidate>"
                              "<input type=\"hidden\" name=\"csrf\" value=\"proof\">"));
}

TEST(Layout, a_stranger_sees_neither) {
  const http::Request request;
  const auto page = layout({.title = "a",
                            .request = request,
                            .main = {},
                            .account = url("/account"),
                            .sign_out = url("/sign-out")})
                        .text();
  EXPECT_THAT(page, Not(HasSubstr("/account")));
  EXPECT_THAT(page, Not(HasSubstr("<form")));
  EXPECT_TRUE(csrf_field(request).empty());
}

// The script lets nobody else see what somebody typed in the same tab.
TEST(Layout, a_page_says_whose_what_is_typed_on_it_is) {
  auto request = signed_in();
  const auto body = [&] { return layout({.title = "a", .request = request, .main = {}}).text(); };
  EXPECT_THAT(body(), HasSubstr("<body class=\"govuk-template__body\" data-visitor=\"" +
                                to_text(request.visitor.account) + "\">"));
  request.visitor.account = new_uuid();
  EXPECT_THAT(body(), HasSubstr("data-visitor=\"" + to_text(request.visitor.account) + "\""));
  request.visitor = {};
  EXPECT_THAT(body(), HasSubstr("<body class=\"govuk-template__body\">"));
}

TEST(Layout, every_page_names_a_human_to_ask_and_leads_to_the_accessibility_statement) {
  set_contact("Sam <Okoro>, it@eastmere.example");
  auto request = signed_in();
  const auto footer = [&] {
    const auto page = layout({.title = "a", .request = request, .main = {}}).text();
    return page.substr(page.find("<footer"));
  };
  EXPECT_THAT(footer(), HasSubstr("Sam &lt;Okoro&gt;, it@eastmere.example"));
  EXPECT_THAT(footer(), HasSubstr("href=\"/accessibility\""));
  EXPECT_THAT(refusal_page(request, 404, {"No."}).text(), HasSubstr("Sam &lt;Okoro&gt;"));
  request.visitor.ask_name = "Priya Raman";
  request.visitor.ask_email = "priya@eastmere.example";
  EXPECT_THAT(footer(), HasSubstr("Priya Raman, priya@eastmere.example"));
  EXPECT_THAT(footer(), Not(HasSubstr("Sam")));
  EXPECT_THAT(refusal_page(request, 404, {"No."}).text(), HasSubstr("Priya Raman"));
  set_contact({});
  request.visitor.ask_name.clear();
  EXPECT_THAT(footer(), Not(HasSubstr("Who to ask")));
}

TEST(Layout, no_page_holds_inline_style_or_script) {
  const auto request = signed_in();
  const auto page = layout({.title = "a",
                            .request = request,
                            .main = {},
                            .banner = html("<p>b</p>"),
                            .notice = "Saved."})
                        .text();
  EXPECT_THAT(page, Not(HasSubstr("style=")));
  EXPECT_THAT(page, Not(HasSubstr("<style")));
  EXPECT_THAT(page, Not(testing::ContainsRegex("<script[^>]*>[^<]")));
}

TEST(Refusal, says_what_happened_in_plain_words_and_gives_the_number_when_we_are_to_blame) {
  http::Request request;
  request.id = "r123";
  Complaints complaints;
  complaints.add("name", "Enter a <name>.");
  const auto broken = refusal_page(request, 500, {"That could not be done.", complaints}).text();
  EXPECT_THAT(broken, HasSubstr("Something broke on our side"));
  EXPECT_THAT(broken, HasSubstr("That could not be done."));
  EXPECT_THAT(broken, HasSubstr("Enter a &lt;name&gt;."));
  EXPECT_THAT(broken, HasSubstr("r123"));
  const auto missing = refusal_page(request, 404, {"It is not there."}).text();
  EXPECT_THAT(missing, HasSubstr("Page not found"));
  EXPECT_THAT(missing, Not(HasSubstr("r123")));
}

TEST(Refusal, of_what_cannot_be_done_blames_somebody_else_only_when_somebody_changed_it) {
  const http::Request request;
  const auto shown = [&](const http::Response& response) {
    return refusal_page(request, response.status, *response.refusal).text();
  };
  EXPECT_THAT(shown(http::refused(409, "Nobody would be left.")), Not(HasSubstr("Somebody")));
  EXPECT_THAT(shown(http::changed_meanwhile("Look again.")), HasSubstr("Somebody changed this"));
}

TEST(Refusal, leads_to_the_page_that_its_address_belongs_to) {
  const http::Request request;
  const auto page =
      refusal_page(request, 405, {.sentence = "No.", .instead = url("/account")}).text();
  EXPECT_THAT(page, HasSubstr(R"(href="/account")"));
  EXPECT_THAT(page, Not(HasSubstr("start page")));
}

TEST(Refusal, every_refusal_has_a_heading) {
  const http::Request request;
  for (const int status : {400, 401, 403, 404, 405, 409, 411, 413, 422, 429, 500, 503})
    EXPECT_THAT(refusal_page(request, status, {"Because."}).text(),
                HasSubstr("<h1 class=\"govuk-heading-l\">"))
        << status;
}

}  // namespace
}  // namespace touchstone::look
