#include "self_assessment/institution_figures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "self_assessment/testing.h"

namespace touchstone::self_assessment {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const auto whole_college = Id<people::Team>::fresh();
const auto department = Id<people::Team>::fresh();
const ShownParts whole_only{{whole_college}, {std::nullopt}};
const ShownParts with_department{{whole_college, department}, {std::nullopt, 0}};

// So many in a team at one level of coaching, each with that total.
void stand(std::vector<SpreadCell>& cells, Id<people::Team> team, const std::string& level,
           const std::string& total, std::int64_t people) {
  if (!level.empty()) cells.push_back({team, "coaching", level, people});
  cells.push_back({team, "", total, people});
}

const ShownSpread& coaching(const ShownTeam& team) {
  return *std::ranges::find(team.spreads, "coaching", &ShownSpread::element);
}

TEST(InstitutionFigures, C_29_the_middle_score_is_the_middle_one_and_no_mean) {
  std::vector<SpreadCell> cells;
  stand(cells, whole_college, "bronze", "20", 4);
  stand(cells, whole_college, "silver", "48", 3);
  stand(cells, whole_college, "platinum", "100", 4);
  const auto shown = figures_of(whole_only, cells, testing::tutoring(), "person");
  EXPECT_EQ(shown.front().people, 11);
  EXPECT_EQ(shown.front().middle, 48);
}

TEST(InstitutionFigures, C_12_C_29_where_levels_are_worth_no_points_there_is_no_middle_score) {
  auto content = testing::tutoring();
  content.scoring = {.rule = standard::Rule::lowest};
  for (auto& level : content.scales.front().levels) level.points = 0;
  std::vector<SpreadCell> cells;
  stand(cells, whole_college, "bronze", "0", 11);
  const auto shown = figures_of(whole_only, cells, content, "person");
  EXPECT_EQ(shown.front().middle, std::nullopt);
  EXPECT_EQ(coaching(shown.front()).half, (MiddleHalf{"bronze", "bronze", "bronze"}));
}

TEST(InstitutionFigures, C_28_a_middle_of_nine_is_not_told) {
  std::vector<SpreadCell> cells;
  stand(cells, whole_college, "bronze", "20", 9);
  stand(cells, whole_college, "", "", 3);
  auto shown = figures_of(whole_only, cells, testing::tutoring(), "person");
  EXPECT_EQ(shown.front().people, 12);
  EXPECT_EQ(shown.front().middle, std::nullopt);
  EXPECT_EQ(coaching(shown.front()).half, std::nullopt);
  stand(cells, whole_college, "silver", "60", 1);
  shown = figures_of(whole_only, cells, testing::tutoring(), "person");
  EXPECT_EQ(shown.front().middle, 20);
  EXPECT_EQ(coaching(shown.front()).half, (MiddleHalf{"bronze", "bronze", "bronze"}));
}

TEST(InstitutionFigures, C_28_a_part_of_ten_beside_a_rest_of_five_shows_no_middle) {
  std::vector<SpreadCell> cells;
  stand(cells, whole_college, "bronze", "20", 5);
  stand(cells, department, "silver", "60", 10);
  const auto shown = figures_of(with_department, cells, testing::tutoring(), "person");
  EXPECT_EQ(shown.front().middle, 60);
  EXPECT_EQ(shown.back().people, 10);
  EXPECT_EQ(shown.back().middle, std::nullopt);
  EXPECT_EQ(coaching(shown.back()).half, std::nullopt);
}

TEST(InstitutionFigures, C_28_who_has_no_level_is_counted_with_the_lowest_and_never_alone) {
  std::vector<SpreadCell> cells;
  stand(cells, whole_college, "", "", 2);
  stand(cells, whole_college, "minimum", "20", 3);
  stand(cells, whole_college, "gold", "80", 6);
  const auto shown = figures_of(whole_only, cells, testing::tutoring(), "person");
  EXPECT_THAT(coaching(shown.front()).blocks,
              ElementsAre(ShownBlock{"", "minimum", 5}, ShownBlock{"bronze", "platinum", 6}));
  EXPECT_EQ(coaching(shown.front()).half, std::nullopt);
}

TEST(InstitutionFigures, C_28_a_department_taken_from_the_whole_leaves_five_at_each_level_too) {
  std::vector<SpreadCell> cells;
  stand(cells, whole_college, "bronze", "40", 2);
  stand(cells, whole_college, "silver", "60", 8);
  stand(cells, department, "bronze", "40", 6);
  stand(cells, department, "silver", "60", 6);
  auto shown = figures_of(with_department, cells, testing::tutoring(), "person");
  EXPECT_EQ(shown.front().people, 22);
  EXPECT_EQ(shown.back().people, 12);
  EXPECT_THAT(coaching(shown.front()).blocks, IsEmpty()) << "8 less 6 would be 2 at Bronze";
  EXPECT_THAT(coaching(shown.back()).blocks, IsEmpty());
  stand(cells, whole_college, "bronze", "40", 3);
  shown = figures_of(with_department, cells, testing::tutoring(), "person");
  EXPECT_THAT(coaching(shown.front()).blocks,
              ElementsAre(ShownBlock{"", "bronze", 11}, ShownBlock{"silver", "platinum", 14}));
  EXPECT_THAT(coaching(shown.back()).blocks,
              ElementsAre(ShownBlock{"", "bronze", 6}, ShownBlock{"silver", "platinum", 6}));
}

}  // namespace
}  // namespace touchstone::self_assessment
