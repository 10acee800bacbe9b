// Score sheets against a standard whose lowest theme is the overall level, and whose levels are
// worth no points.
#include "self_assessment/sheets_world_test.h"

namespace touchstone::self_assessment {

using ::testing::HasSubstr;
using ::testing::Not;

class LowestRule : public SheetsWorld {
 protected:
  LowestRule() {
    const auto grades = standard::read_pack(R"(pack: 1
standard: grades
version: "1"
title: Grades
owner: Eastmere
licence: {name: CC-BY-4.0, redistribute: full}
voices: [person, institution]
scales:
  grade:
    type: ordered
    levels: [{key: poor, name: Poor}, {key: fair, name: Fair}, {key: fine, name: Fine}]
scoring: {rule: lowest}
areas:
  - key: all
    title: All
    sheet: 1
    elements:
      - {key: first, title: First, scale: grade}
      - {key: second, title: Second, scale: grade}
)");
    write_in(demo_.eastmere,
             [&](sql::Write& write) { ASSERT_TRUE(standard::import(write, grades.value())); });
  }

  // Judges the first theme as the best and the second as the poorest; its address.
  static std::string finished_sheet(http::testing::Client& client) {
    auto sheet = std::string(client
                                 .post_form("/eastmere/self-assessments",
                                            {{"standard", "grades@1"}, {"name", "Spring 2027"}})
                                 .header("location"));
    const auto answer = client.post_form(sheet + "/judgements", {{"first.level", "fine"},
                                                                 {"first.version", "0"},
                                                                 {"second.level", "poor"},
                                                                 {"second.version", "0"},
                                                                 {"then", "finish"}});
    EXPECT_EQ(answer.status, 303) << answer.body;
    return sheet;
  }
};
INSTANTIATE_ON_BOTH_DATABASES(LowestRule);

TEST_P(LowestRule, C_12_gives_the_level_of_the_lowest_theme_and_keeps_it) {
  auto client = client_of(hannah);
  const auto sheet = finished_sheet(client);
  EXPECT_THAT(client.get_json(sheet).body, HasSubstr(R"("band":"poor")"));
  EXPECT_EQ(rows_in("SELECT count(*) FROM self_assessment WHERE overall = 'poor'"), 1);
}

TEST_P(LowestRule, C_12_without_points_tells_the_level_and_no_points) {
  auto client = client_of(hannah);
  const auto sheet = finished_sheet(client);
  const auto result = client.get(sheet + "/result").body;
  EXPECT_THAT(result, HasSubstr(R"(<p class="app-result__level">Poor</p>)"));
  EXPECT_THAT(result, HasSubstr("Fair once one theme is raised."));
  for (const auto* part : {"", "/result", "/paper"})
    EXPECT_THAT(client.get(sheet + part).body, Not(HasSubstr(" points"))) << part;
  EXPECT_THAT(client.get(sheet + "/paper").body,
              HasSubstr(R"(<span class="app-box__name">Level</span> <b>Poor</b>)"));
}

}  // namespace touchstone::self_assessment
