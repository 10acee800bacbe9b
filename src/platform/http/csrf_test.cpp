#include "platform/http/csrf.h"

#include <gtest/gtest.h>

#include "platform/http/cookies.h"
#include "platform/http/noticeboard_test.h"

namespace touchstone::http {
namespace {

using testing::Noticeboard;
using testing::Running;

class Forgery : public ::testing::Test {
 protected:
  Forgery() {
    ada.cookies["touchstone"] = random_token();
    ada.adds_site = false;
  }
  int form(const testing::Pairs& headers, const testing::Pairs& fields = {}) {
    return ada.post_form("/echo", fields, headers).status;
  }
  Noticeboard board;
  Running running{board.routes(), board.database(), Noticeboard::hooks()};
  testing::Client ada = running.client();
};

TEST_F(Forgery, is_refused_by_where_it_comes_from) {
  EXPECT_EQ(form({}), 200);
  EXPECT_EQ(form({{"Sec-Fetch-Site", "same-origin"}}), 200);
  EXPECT_EQ(form({{"Sec-Fetch-Site", "none"}}), 200);
  EXPECT_EQ(form({{"Sec-Fetch-Site", "cross-site"}}), 403);
  EXPECT_EQ(form({{"Sec-Fetch-Site", "same-site"}}), 403);
  EXPECT_EQ(form({{"Sec-Fetch-Site", "cross-site"}, {"Origin", "http://localhost"}}), 403);
  EXPECT_EQ(form({{"Origin", "http://localhost:" + std::to_string(running.port())}}), 200);
  EXPECT_EQ(form({{"Origin", "https://evil.example"}}), 403);
  EXPECT_EQ(form({{"Origin", "null"}}), 403);
}

TEST_F(Forgery, is_refused_without_the_sessions_own_token) {
  ada.adds_csrf = false;
  EXPECT_EQ(form({}), 403);
  EXPECT_EQ(form({}, {{"csrf", ""}}), 403);
  EXPECT_EQ(form({}, {{"csrf", "guess"}}), 403);
  EXPECT_EQ(form({{"X-CSRF-Token", "guess"}}, {{"csrf", ada.csrf()}}), 403);
  EXPECT_EQ(form({{"X-CSRF-Token", ada.csrf()}}), 200);
  auto eve = running.client();
  eve.cookies["touchstone"] = random_token();
  EXPECT_EQ(form({}, {{"csrf", eve.csrf()}}), 403);
}

TEST_F(Forgery, is_refused_as_json_too) {
  ada.adds_csrf = false;
  EXPECT_EQ(ada.post_json("/echo", "{}").status, 403);
  EXPECT_EQ(ada.post_json("/echo", "{}", {{"Authorization", "Bearer x"}}).status, 403);
  EXPECT_EQ(ada.post_json("/echo", "{}", {{"X-CSRF-Token", ada.csrf()}}).status, 200);
}

TEST_F(Forgery, of_a_sign_in_is_refused) {
  auto client = running.client();
  client.adds_csrf = false;
  EXPECT_EQ(client.post_form("/sign-in", {}).status, 403);
  EXPECT_EQ(client.get("/open").status, 200);
  EXPECT_EQ(client.cookies.count("touchstone-form"), 1U);
  EXPECT_EQ(client.post_form("/sign-in", {}).status, 403);
  EXPECT_EQ(
      client.post_form("/sign-in", {{"csrf", client.csrf()}}, {{"Sec-Fetch-Site", "cross-site"}})
          .status,
      403);
  EXPECT_EQ(client.post_form("/sign-in", {{"csrf", client.csrf()}}).status, 303);
}

TEST_F(Forgery, cannot_use_a_form_from_before_sign_in) {
  auto client = running.client();
  client.get("/open");
  const auto old = client.csrf();
  client.post_form("/sign-in", {});
  client.adds_csrf = false;
  EXPECT_EQ(client.post_form("/eastmere/notices", {{"text", "a"}, {"csrf", old}}).status, 403);
}

TEST_F(Forgery, is_no_matter_for_a_bearer_token_without_cookies) {
  auto program = running.client();
  program.adds_csrf = false;
  EXPECT_EQ(program.post_json("/echo", "{}", {{"Authorization", "Bearer x"}}).status, 200);
  EXPECT_EQ(program.post_json("/echo", "{}").status, 403);
}

TEST_F(Forgery, of_another_way_in_does_not_enter_the_history) {
  ASSERT_EQ(
      ada.post_form("/eastmere/notices", {{"text", "a"}}, {{"Authorization", "Bearer x"}}).status,
      303);
  board.database().read([](sql::Read& read) {
    auto rows = read.rows("SELECT channel FROM history ORDER BY at DESC LIMIT 1");
    EXPECT_EQ(rows.next()->text(0), "page");
  });
}

TEST(Cookies, are_read_by_their_whole_name_and_only_when_unmistakable) {
  EXPECT_EQ(cookie("a=1; touchstone=x; b=2", "touchstone"), "x");
  EXPECT_EQ(cookie("nottouchstone=x", "touchstone"), "");
  EXPECT_EQ(cookie("touchstones=x", "touchstone"), "");
  EXPECT_EQ(cookie("touchstone", "touchstone"), "");
  EXPECT_EQ(cookie("touchstone=x; touchstone=y", "touchstone"), "");
  EXPECT_EQ(cookie("touchstone=x;touchstone=x", "touchstone"), "x");
  EXPECT_EQ(cookie(";;touchstone=a=b;", "touchstone"), "a=b");
  EXPECT_EQ(cookie("", "touchstone"), "");
}

TEST(Cookies, carry_the_host_prefix_over_tls) {
  Request request;
  request.secure = true;
  Response response;
  set_session(response, request, "token", {});
  EXPECT_EQ(response.headers.at(0).second,
            "__Host-touchstone=token; Path=/; HttpOnly; SameSite=Lax; Secure");
  EXPECT_TRUE(response.secret);
}

}  // namespace
}  // namespace touchstone::http
