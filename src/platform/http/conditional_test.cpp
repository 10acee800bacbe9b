#include "platform/http/conditional.h"

#include <gtest/gtest.h>

#include "platform/http/answer.h"

namespace touchstone::http {
namespace {

using std::chrono::sys_days;

const Moment noon = sys_days(std::chrono::year(2027) / 1 / 19) + std::chrono::hours(12);

Request page() {
  Request request;
  request.target = "/eastmere/self-assessments";
  request.csrf = "token";
  request.visitor.account = new_uuid();
  request.visitor.session = new_uuid();
  request.visitor.person = new_uuid();
  request.visitor.workspace = new_uuid();
  request.visitor.revision = 7;
  return request;
}

TEST(PageTag, is_the_same_for_the_same_page_within_the_hour) {
  const auto request = page();
  EXPECT_EQ(etag_of(request, noon), etag_of(request, noon + std::chrono::minutes(59)));
  EXPECT_TRUE(etag_of(request, noon).starts_with("W/\""));
}

TEST(PageTag, changes_with_all_that_a_page_depends_on) {
  const auto request = page();
  const auto tag = etag_of(request, noon);
  EXPECT_NE(etag_of(request, noon + std::chrono::hours(1)), tag);
  const auto changed = [&](auto change) {
    auto other = request;
    change(other);
    return etag_of(other, noon);
  };
  EXPECT_NE(changed([](Request& other) { other.target += "?page=2"; }), tag);
  EXPECT_NE(changed([](Request& other) { other.json = true; }), tag);
  EXPECT_NE(changed([](Request& other) { other.csrf = "another"; }), tag);
  EXPECT_NE(changed([](Request& other) { other.visitor.session = new_uuid(); }), tag);
  EXPECT_NE(changed([](Request& other) { ++other.visitor.revision; }), tag);
  EXPECT_NE(
      changed([](Request& other) { other.visitor.today = Date(std::chrono::year(2027) / 1 / 20); }),
      tag);
}

TEST(PageTag, is_none_for_strangers) {
  auto request = page();
  request.visitor.person = {};
  EXPECT_EQ(etag_of(request, noon), "");
}

TEST(PageTag, is_found_in_a_list_and_never_by_a_star) {
  auto request = page();
  const auto tag = etag_of(request, noon);
  request.headers = {{"if-none-match", "\"x\", " + tag}};
  EXPECT_TRUE(unchanged(request, tag));
  request.headers = {{"if-none-match", "*"}};
  EXPECT_FALSE(unchanged(request, tag));
}

TEST(AnswerHead, lets_no_value_begin_a_field_of_its_own) {
  const auto head =
      write_head({.status = 303, .type = {}, .request_id = {}, .cache = "no-store", .etag = {}},
                 {{"Location", "/a\r\nSet-Cookie: x=y\n\nbody"}});
  EXPECT_EQ(head.find("\r\nSet-Cookie"), head.npos);
  EXPECT_EQ(head.find("\nbody"), head.npos);
  EXPECT_NE(head.find("Location: /aSet-Cookie: x=ybody\r\n"), head.npos);
}

}  // namespace
}  // namespace touchstone::http
