#include "platform/http/router.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace touchstone::http {
namespace {

struct Pass {};
std::expected<Pass, Response> whoever(sql::Read&, const Request&, Verb) {
  return Pass{};
}
Response show(sql::Read&, const Request&, const Pass&) {
  return {};
}
Response save(sql::Write&, const Request&, const Pass&) {
  return {};
}

class Routing : public ::testing::Test {
 protected:
  Routing() {
    for (const auto* pattern :
         {"/", "/sign-in", "/{workspace}", "/{workspace}/sheets", "/{workspace}/{thing}",
          "/demo/{thing}", "/{workspace}/sheets/{sheet}"})
      routes.get(pattern, may(Verb::visit, whoever), show);
    routes.post("/{workspace}/sheets", may(Verb::judge, whoever), save);
    routes.post("/sign-in", may(Verb::visit, whoever), save);
    routes.post("/only-post/here/now", may(Verb::visit, whoever), save);
  }
  std::string found(Method method, const std::vector<std::string>& segments) {
    const auto match = Router(routes).match(method, segments);
    if (match.route == nullptr) return match.other_methods ? "405 " + match.allow : "404";
    std::string out = match.route->pattern;
    for (const auto& [name, value] : match.parameters) out += " " + name + "=" + value;
    return out;
  }
  Routes routes;
};

TEST_F(Routing, prefers_literal_segments_from_the_left) {
  EXPECT_EQ(found(Method::get, {""}), "/");
  EXPECT_EQ(found(Method::get, {"sign-in"}), "/sign-in");
  EXPECT_EQ(found(Method::get, {"eastmere"}), "/{workspace} workspace=eastmere");
  EXPECT_EQ(found(Method::get, {"eastmere", "sheets"}), "/{workspace}/sheets workspace=eastmere");
  EXPECT_EQ(found(Method::get, {"demo", "sheets"}), "/demo/{thing} thing=sheets");
  EXPECT_EQ(found(Method::get, {"eastmere", "x"}),
            "/{workspace}/{thing} workspace=eastmere thing=x");
}

TEST_F(Routing, never_takes_an_empty_segment_for_a_parameter) {
  EXPECT_EQ(found(Method::get, {"eastmere", ""}), "404");
  EXPECT_EQ(found(Method::get, {"", "sheets"}), "404");
  EXPECT_EQ(found(Method::get, {"eastmere", "sheets", "1", "2"}), "404");
}

TEST_F(Routing, tells_an_unknown_address_from_an_unknown_method) {
  EXPECT_EQ(found(Method::post, {"eastmere", "sheets"}), "/{workspace}/sheets workspace=eastmere");
  EXPECT_EQ(found(Method::post, {"eastmere"}), "405 GET, HEAD");
  EXPECT_EQ(found(Method::get, {"only-post", "here", "now"}), "405 POST");
  EXPECT_EQ(found(Method::head, {"sign-in"}), "/sign-in");
}

TEST_F(Routing, takes_capitals_for_small_letters_in_words_of_ours_in_keys_and_in_ids) {
  const Router router(routes);
  using Segments = std::vector<std::string>;
  const std::string id = "01jgfjjz00e0g1r40r40m30e20";
  const std::string large = "01JGFJJZ00E0G1R40R40M30E20";
  EXPECT_EQ(router.meant({"EASTMERE", "Sheets", large}), Segments({"eastmere", "sheets", id}));
  EXPECT_EQ(router.meant({"eastmere", "sheets", large}), Segments({"eastmere", "sheets", id}));
  EXPECT_EQ(router.meant({"Sign-In"}), Segments({"sign-in"}));
  EXPECT_EQ(router.meant({"eastmere", "sheets", id}), std::nullopt);
  for (const auto* secret : {"aB3-dE", "01JGFJJZ00E0G1R40R40M30E2U", "NEW"})
    EXPECT_EQ(router.meant({"demo", secret}), std::nullopt) << "may be a secret";
  EXPECT_EQ(router.meant({"Only-Post", "here", "now"}), std::nullopt) << "no page";
  EXPECT_EQ(router.meant({"Nowhere", "x", "y", "z"}), std::nullopt);
}

TEST_F(Routing, refuses_two_routes_for_one_address) {
  EXPECT_THROW(routes.get("/{other}/sheets", may(Verb::visit, whoever), show), std::logic_error);
  EXPECT_NO_THROW(routes.post("/{other}", may(Verb::visit, whoever), save));
}

TEST_F(Routing, refuses_what_is_no_pattern) {
  for (const auto* bad : {"", "sheets", "/a{b}", "/{a}b", "/a?b", "/{a}{b}", "/a%20b", "/{}"})
    EXPECT_THROW(routes.get(bad, may(Verb::visit, whoever), show), std::logic_error) << bad;
}

}  // namespace
}  // namespace touchstone::http
