// Bands that were left in a pack whose overall level does not come from points. Such packs were
// published once without a look at the levels that the bands name.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/secret.h"
#include "signin/testing.h"
#include "standard/canonical.h"
#include "standard/pack_tree.h"
#include "standard/standard.h"
#include "standard/testing.h"

namespace touchstone::standard {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

inline std::string with_a_level_of_no_scale(std::string_view rule) {
  auto text = std::string(testing::repeated_pack);
  const auto put = [&](std::string_view from, std::string_view to) {
    text.replace(text.find(from), from.size(), to);
  };
  put("rule: sum", rule);
  put("person: [{level: low", "person: [{level: glod");
  return text;
}

class LeftOverBands : public signin::testing::RoomWorld {
 protected:
  LeftOverBands() {
    standard::add_routes(routes_);
    write_in(demo_.eastmere, import_the_box);
    start();
  }

  // As it lies in the database of whoever brought it in before bands were looked at.
  void published_before() {
    Pack pack;
    pack.canonical = canonical_form(tree_of(with_a_level_of_no_scale("rule: lowest")));
    pack.content = content_from_canonical(pack.canonical);
    pack.hash = digest_of(pack.canonical);
    write_in(demo_.eastmere, [&](sql::Write& write) { ASSERT_TRUE(import(write, pack)); });
  }

  const std::string keeper_ = "priya.raman@eastmere.example";
  const std::string page_ = "/eastmere/standards/provision@1";
};
INSTANTIATE_ON_BOTH_DATABASES(LeftOverBands);

TEST_P(LeftOverBands, that_name_a_level_of_no_scale_are_refused_under_every_rule) {
  auto client = client_of(keeper_);
  for (const auto* rule : {"rule: sum", "rule: lowest", "rule: none"}) {
    const auto answer =
        client.post_form("/eastmere/packs", {{"pack", with_a_level_of_no_scale(rule)}});
    EXPECT_EQ(answer.status, 422) << rule;
    EXPECT_THAT(answer.body, HasSubstr("No scale has a level “glod”.")) << rule;
  }
}

TEST_P(LeftOverBands, of_a_pack_that_is_here_already_show_on_no_page) {
  published_before();
  auto client = client_of(keeper_);
  for (const auto* part :
       {"", "/paper", "/pack?as=case", "/own-version", "/comparison?with=personal-tutoring@1.0"}) {
    const auto answer = client.get(page_ + part);
    EXPECT_EQ(answer.status, 200) << part;
    EXPECT_THAT(answer.body, Not(HasSubstr("glod"))) << part;
  }
  EXPECT_THAT(client.get(page_).body, Not(HasSubstr("Points in all")));
  EXPECT_THAT(client.get(page_ + "/pack").body, HasSubstr("glod")) << "it never changes";
}

TEST_P(LeftOverBands, stay_out_of_a_version_of_ones_own) {
  published_before();
  auto client = client_of(keeper_);
  const auto made = client.post_form(page_ + "/own-version",
                                     {{"title", "Ours"}, {"version", "1"}, {"as_it_is", "true"}});
  ASSERT_EQ(made.header("location"), "/eastmere/standards/provision-eastmere@1") << made.body;
  EXPECT_THAT(client.get("/eastmere/standards/provision-eastmere@1/pack").body,
              AllOf(HasSubstr("rule: lowest"), Not(HasSubstr("glod"))));
}

}  // namespace touchstone::standard
