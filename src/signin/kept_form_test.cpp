#include "signin/pages_world_test.h"

// What somebody typed and sent after they had been signed out.
namespace touchstone::signin {

using ::testing::HasSubstr;
using ::testing::Not;

class KeptForms : public PagesWorld {};
INSTANTIATE_ON_BOTH_DATABASES(KeptForms);

TEST_P(KeptForms, carries_a_form_through_signing_in_and_offers_to_send_it) {
  auto browser = client();
  browser.get("/sign-in");
  const http::testing::Pairs from_page = {{"Referer", "http://localhost/eastmere/name?a=b"},
                                          {"Host", "localhost"}};
  const auto sent = browser.post_form(
      "/eastmere/touches", {{"note", "<b>five & six"}, {"new_password", "hush"}}, from_page);
  EXPECT_EQ(sent.status, 307);
  EXPECT_EQ(sent.header("location"),
            "/sign-in/kept?next=%2Feastmere%2Fname%3Fa%3Db&to=%2Feastmere%2Ftouches");

  const auto shown = browser.post_form(
      sent.header("location"), {{"note", "<b>five & six"}, {"new_password", "hush"}}, from_page);
  EXPECT_EQ(shown.status, 200);
  EXPECT_THAT(shown.body, HasSubstr("What you typed is kept"));
  EXPECT_THAT(shown.body, HasSubstr(R"(name="kept_to" value="/eastmere/touches")"));
  EXPECT_THAT(shown.body, HasSubstr(R"(name="kept.note" value="&lt;b&gt;five &amp; six")"));
  EXPECT_THAT(shown.body, Not(HasSubstr("hush")));

  const http::testing::Pairs carried = {{"kept_to", "/eastmere/touches"},
                                        {"kept.note", "<b>five & six"},
                                        {"next", "/eastmere/name"},
                                        {"email", hannah}};
  auto wrong = carried;
  wrong.emplace_back("password", "not this one");
  EXPECT_THAT(browser.post_form("/sign-in", wrong).body, HasSubstr("five &amp; six"));

  auto right = carried;
  right.emplace_back("password", known_password);
  const auto offered = browser.post_form("/sign-in", right);
  EXPECT_EQ(offered.status, 200);
  EXPECT_THAT(offered.body, HasSubstr(R"(action="/eastmere/touches")"));
  EXPECT_THAT(offered.body, HasSubstr(R"(name="note" value="&lt;b&gt;five &amp; six")"));
  EXPECT_THAT(offered.body, HasSubstr(R"(href="/eastmere/name")"));
  EXPECT_THAT(offered.body, HasSubstr("value=\"" + browser.csrf() + "\""));
  EXPECT_EQ(browser.get("/eastmere/name").status, 200);
}

TEST_P(KeptForms, keeps_a_form_whose_senders_cookies_are_gone_and_only_one_of_ours) {
  const http::testing::Pairs typed{{"note", "five & six"}, {"csrf", "of a session"}};
  auto browser = client();
  browser.adds_csrf = false;
  const auto refused = browser.post_form("/eastmere/touches", typed);
  EXPECT_EQ(refused.status, 403);
  EXPECT_THAT(refused.body, HasSubstr(R"(name="note" value="five &amp; six")"));
  browser.adds_csrf = true;
  EXPECT_THAT(refused.body, HasSubstr("value=\"" + browser.csrf() + "\""));
  EXPECT_EQ(browser.post_form("/eastmere/touches", {{"note", "five & six"}}).status, 307);

  for (const auto* const site : {"cross-site", "same-site", "none"}) {
    auto other = client();
    other.adds_csrf = false;
    const auto foreign = other.post_form("/eastmere/touches", typed, {{"Sec-Fetch-Site", site}});
    EXPECT_EQ(foreign.status, 403);
    EXPECT_THAT(foreign.body, Not(HasSubstr("five")));
    EXPECT_TRUE(other.cookies.empty());
  }
}

TEST_P(KeptForms, carries_a_form_to_no_other_site_and_from_no_other_site) {
  auto browser = client();
  browser.get("/sign-in");
  const auto away =
      browser.post_form("/sign-in/kept?to=https%3A%2F%2Fevil.example%2Fx", {{"note", "five"}});
  EXPECT_THAT(away.body, Not(HasSubstr("kept_to")));
  const auto offered = browser.post_form("/sign-in", {{"kept_to", "//evil.example/x"},
                                                      {"kept.note", "five"},
                                                      {"email", hannah},
                                                      {"password", known_password}});
  EXPECT_EQ(offered.status, 303);

  auto other = client();
  other.get("/sign-in");
  const auto foreign = other.post_form("/sign-in/kept?to=%2Feastmere", {{"note", "five"}},
                                       {{"Sec-Fetch-Site", "cross-site"}});
  EXPECT_EQ(foreign.status, 403);
  EXPECT_THAT(foreign.body, Not(HasSubstr("five")));
}

TEST_P(KeptForms, keeps_what_was_typed_beside_files_when_its_sender_was_signed_out) {
  const std::vector<http::testing::File> photo{{"file", "board.png", "image/png", "bytes"}};
  auto browser = client();
  browser.get("/sign-in");
  const auto sent = browser.post_files("/eastmere/files", {{"note", "five & six"}}, photo);
  EXPECT_EQ(sent.status, 403);
  EXPECT_THAT(sent.body, HasSubstr("You are signed out"));
  EXPECT_THAT(sent.body, HasSubstr("choose them again"));
  EXPECT_THAT(sent.body, HasSubstr(R"(name="note" value="five &amp; six")"));
  EXPECT_THAT(sent.body, HasSubstr(R"(name="files_missing" value="yes")"));
  const http::testing::Pairs again{{"note", "five & six"}, {"files_missing", "yes"}};
  const auto led = browser.post_form("/eastmere/files", again);
  EXPECT_EQ(led.status, 307) << "from where it goes on as for any form";
  const auto page = browser.post_form(std::string(led.header("location")), again);
  EXPECT_THAT(page.body, HasSubstr("Your files are not"));
  const auto offered = browser.post_form("/sign-in", {{"kept_to", "/eastmere/files"},
                                                      {"kept.note", "five & six"},
                                                      {"kept.files_missing", "yes"},
                                                      {"email", hannah},
                                                      {"password", known_password}});
  EXPECT_THAT(offered.body, HasSubstr("The files did not come along"));
  EXPECT_THAT(offered.body, HasSubstr(R"(name="files_missing" value="yes")"));

  auto late = client();
  late.get("/sign-in");
  const auto proof = late.csrf();
  sign_in(late, hannah);
  late.adds_csrf = false;
  const auto refused =
      late.post_files("/eastmere/files", {{"note", "five & six"}, {"csrf", proof}}, photo);
  EXPECT_EQ(refused.status, 403);
  EXPECT_THAT(refused.body, HasSubstr(R"(name="note" value="five &amp; six")"));
  EXPECT_THAT(refused.body, HasSubstr("choose them again"));

  auto without = client();
  without.get("/sign-in");
  const auto without_file = without.post_files("/eastmere/files", {{"note", "five"}}, {});
  EXPECT_THAT(without_file.body, HasSubstr(R"(name="note" value="five")"));
  EXPECT_THAT(without_file.body, Not(HasSubstr("choose them again")));
  EXPECT_THAT(without_file.body, Not(HasSubstr("files_missing")));
}

TEST_P(KeptForms, says_that_a_large_form_was_not_saved_and_leads_back_to_its_page) {
  auto browser = client();
  browser.get("/sign-in");
  const auto sent =
      browser.post_files("/eastmere/files", {{"note", std::string(300'000, 'x')}}, {},
                         {{"Referer", "http://localhost/eastmere/name"}, {"Host", "localhost"}});
  EXPECT_EQ(sent.status, 303);
  EXPECT_EQ(sent.header("location"), "/sign-in?next=%2Feastmere%2Fname");
  EXPECT_THAT(browser.get("/sign-in").body, HasSubstr("what you just sent is not saved"));
  EXPECT_THAT(browser.get("/sign-in").body, Not(HasSubstr("what you just sent is not saved")));
  const auto elsewhere =
      browser.post_files("/eastmere/touches", {}, {},
                         {{"Referer", "http://evil.example/eastmere"}, {"Host", "localhost"}});
  EXPECT_EQ(elsewhere.header("location"), "/sign-in");
}

TEST_P(KeptForms, shows_a_form_again_whose_page_was_opened_before_signing_in_or_out) {
  auto browser = client();
  browser.get("/sign-in");
  const auto late = browser.csrf();
  sign_in(browser, hannah);
  browser.adds_csrf = false;
  const auto refused = browser.post_form(
      "/eastmere/touches", {{"note", "five & six"}, {"old_password", "hush"}, {"csrf", late}});
  EXPECT_EQ(refused.status, 403);
  EXPECT_THAT(refused.body, HasSubstr("This page is out of date"));
  EXPECT_THAT(refused.body, HasSubstr(R"(name="note" value="five &amp; six")"));
  EXPECT_THAT(refused.body, HasSubstr("value=\"" + browser.csrf() + "\""));
  EXPECT_THAT(refused.body, Not(HasSubstr("hush")));

  browser.adds_site = false;
  const auto unknown = browser.post_form("/eastmere/touches", {{"note", "five"}, {"csrf", late}});
  EXPECT_EQ(unknown.status, 403);
  EXPECT_THAT(unknown.body, Not(HasSubstr("five")));
}

TEST_P(KeptForms, says_first_that_one_is_signed_out_where_that_is_why_a_form_is_out_of_date) {
  auto browser = client();
  browser.get("/sign-in");
  sign_in(browser, hannah);
  browser.get("/account");
  const auto of_session = browser.csrf();
  browser.post_form("/sign-out", {});
  browser.get("/sign-in");
  browser.adds_csrf = false;
  const auto refused =
      browser.post_form("/eastmere/touches", {{"note", "five & six"}, {"csrf", of_session}});
  EXPECT_EQ(refused.status, 403);
  EXPECT_THAT(refused.body, HasSubstr("You are signed out</h1>"));
  EXPECT_THAT(refused.body, HasSubstr("Sign in to save what you typed."));
  EXPECT_THAT(refused.body, HasSubstr(R"(name="note" value="five &amp; six")"));
  EXPECT_THAT(refused.body, Not(HasSubstr("out of date")));
  EXPECT_THAT(refused.body, Not(HasSubstr("start page")));
  const auto led =
      browser.post_form("/eastmere/touches", {{"note", "five & six"}, {"csrf", browser.csrf()}});
  EXPECT_EQ(led.status, 307) << "and pressing its button leads to signing in";
}

TEST_P(KeptForms, a_page_for_everybody_that_is_out_of_date_does_not_speak_of_being_signed_out) {
  auto browser = client();
  browser.get("/sign-in");
  browser.adds_csrf = false;
  const auto refused = browser.post_form("/sign-in", {{"email", hannah}, {"csrf", "old"}});
  EXPECT_EQ(refused.status, 403);
  EXPECT_THAT(refused.body, HasSubstr("This page is out of date"));
}

}  // namespace touchstone::signin
