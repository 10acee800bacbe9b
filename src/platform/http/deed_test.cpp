#include "platform/http/deed.h"

#include <gtest/gtest.h>

#include "platform/http/cookies.h"

namespace touchstone::http {
namespace {

const Digest key = digest_of("the key of this server");

Request request_of(const std::string& session) {
  Request request;
  request.method = Method::get;
  request.session_token = session;
  request.csrf_key = &key;
  return request;
}

Response moved_on() {
  Response response;
  response.status = 303;
  return response;
}

// Its value, as the browser sends it back.
std::string deed_cookie_of(const Response& response) {
  for (const auto& [name, value] : response.headers)
    if (name == "Set-Cookie") return value.substr(0, value.find(';'));
  return {};
}

TEST(Deeds, are_told_on_the_next_page_of_the_same_session) {
  auto request = request_of("hannah");
  const auto answer = said(moved_on(), request, "Marcus Bright can see it now.");
  const auto sent = deed_cookie_of(answer);
  EXPECT_TRUE(answer.secret);
  EXPECT_EQ(sent.find("Marcus"), sent.npos);
  request.headers = {{"cookie", sent}};
  EXPECT_TRUE(waits_to_be_told(request));
  EXPECT_EQ(deed_of(request).sentence, "Marcus Bright can see it now.");
  EXPECT_EQ(deed_of(request).undo, std::nullopt);
  auto other = request_of("marcus");
  other.headers = request.headers;
  EXPECT_EQ(deed_of(other).sentence, "");
}

TEST(Deeds, are_told_to_nobody_who_made_them_up) {
  auto request = request_of("hannah");
  for (const auto* value : {"touchstone-deed=You-won", "touchstone-deed=", "touchstone-deed=%"}) {
    request.headers = {{"cookie", value}};
    EXPECT_EQ(deed_of(request).sentence, "") << value;
  }
}

TEST(Deeds, are_no_matter_for_programs_nor_for_refusals) {
  auto request = request_of("hannah");
  Response refusal;
  refusal.status = 422;
  EXPECT_EQ(deed_cookie_of(said(refusal, request, "Done.")), "");
  EXPECT_EQ(deed_cookie_of(said(moved_on(), request, "")), "");
  request.json = true;
  EXPECT_EQ(deed_cookie_of(said(moved_on(), request, "Done.")), "");
}

TEST(Deeds, bring_what_undoes_them) {
  auto request = request_of("hannah");
  const auto answer =
      said(moved_on(), request, "It is in the bin.", url("/eastmere/x/restoration"));
  request.headers = {{"cookie", deed_cookie_of(answer)}};
  EXPECT_EQ(deed_of(request).sentence, "It is in the bin.");
  EXPECT_EQ(deed_of(request).undo, url("/eastmere/x/restoration"));
}

TEST(Deeds, are_told_at_the_top_of_the_page_and_not_above_an_element_of_it) {
  const auto request = request_of("hannah");
  const auto to = [](const Response& response) { return response.headers.front().second; };
  EXPECT_EQ(to(said(see_other(url("/a").at("b")), request, "Done.")), "/a");
  EXPECT_EQ(to(said(see_other(url("/a").at("b")), request, "")), "/a#b");
}

TEST(Deeds, are_told_once) {
  const auto request = request_of("hannah");
  Response page;
  told(page, request);
  EXPECT_EQ(deed_cookie_of(page), "touchstone-deed=");
  EXPECT_TRUE(page.secret);
  auto led_on = moved_on();
  told(led_on, request);
  EXPECT_EQ(deed_cookie_of(led_on), "") << "the page comes after it";
}

}  // namespace
}  // namespace touchstone::http
