#include "self_assessment/counts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace touchstone::self_assessment {
namespace {

using ::testing::ElementsAre;

Uuid answer_of(int number) {
  Uuid id;
  id.bytes[0] = static_cast<std::uint8_t>(number / 256);
  id.bytes[1] = static_cast<std::uint8_t>(number % 256);
  return id;
}

// So many answers in each group, counted on from `first`.
std::vector<CountedAnswer> answers_in(const std::vector<int>& people, int first = 0) {
  std::vector<CountedAnswer> answers;
  for (std::size_t group = 0; group < people.size(); ++group)
    for (int i = 0; i < people[group]; ++i) answers.push_back({answer_of(first++), group});
  return answers;
}

// A college, two departments and a partner.
const std::vector<Group> college{{}, {0}, {0}, {0}};

std::vector<bool> shown_of(const std::vector<int>& people) {
  return groups_to_show(college, answers_in(people), {});
}

TEST(Counts, C_28_fewer_than_five_are_not_shown) {
  EXPECT_THAT(shown_of({0, 4, 0, 0}), ElementsAre(false, false, false, false));
  EXPECT_THAT(shown_of({0, 5, 0, 0}), ElementsAre(true, true, false, false));
}

TEST(Counts, C_28_nine_are_not_shown_beside_eleven_because_subtraction_would_give_two) {
  EXPECT_THAT(shown_of({0, 9, 0, 2}), ElementsAre(true, false, false, false));
  EXPECT_THAT(shown_of({0, 9, 0, 5}), ElementsAre(true, true, false, true));
}

TEST(Counts, C_28_a_second_group_stays_hidden_when_it_would_leave_too_few_of_the_whole) {
  EXPECT_THAT(shown_of({3, 6, 6, 0}), ElementsAre(true, true, false, false));
  EXPECT_THAT(shown_of({5, 6, 6, 0}), ElementsAre(true, true, true, false));
}

TEST(Counts, C_28_a_figure_waits_until_five_have_come_since_the_last) {
  const auto before = answers_in({11, 0, 0, 0});
  const auto earlier = showing_of(college, before, {true, false, false, false});
  EXPECT_FALSE(groups_to_show(college, answers_in({15, 0, 0, 0}), {earlier}).front());
  EXPECT_TRUE(groups_to_show(college, answers_in({16, 0, 0, 0}), {earlier}).front());
}

TEST(Counts, C_28_one_who_leaves_among_many_who_come_is_not_given_away) {
  const auto earlier = showing_of(college, answers_in({11, 0, 0, 0}), {true, false, false, false});
  EXPECT_FALSE(groups_to_show(college, answers_in({20, 0, 0, 0}, 1), {earlier}).front());
  EXPECT_TRUE(groups_to_show(college, answers_in({20, 0, 0, 0}, 5), {earlier}).front());
}

TEST(Counts, C_28_a_department_is_not_shown_where_an_earlier_whole_gives_the_rest_away) {
  const auto earlier = showing_of(college, answers_in({11, 0, 0, 0}), {true, false, false, false});
  std::vector<CountedAnswer> answers = answers_in({11, 0, 0, 0});
  for (int i = 0; i < 9; ++i) answers[static_cast<std::size_t>(i)].group = 1;
  for (const auto& more : answers_in({5, 0, 0, 0}, 11)) answers.push_back(more);
  EXPECT_THAT(groups_to_show(college, answers, {earlier}), ElementsAre(true, false, false, false));
}

// Somebody who keeps every figure that was ever shown, and adds and subtracts them.
using People = std::set<Uuid>;

std::vector<People> every_sum(const std::vector<People>& figures) {
  std::vector<People> sums{{}};
  for (const auto& figure : figures) {
    const auto before = sums;
    for (auto sum : before) {
      sum.insert(figure.begin(), figure.end());
      sums.push_back(std::move(sum));
    }
  }
  return sums;
}

std::vector<People> figures_shown(const std::vector<Group>& groups,
                                  const std::vector<CountedAnswer>& answers,
                                  const std::vector<bool>& shown) {
  std::vector<People> figures;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (!shown[i]) continue;
    People figure;
    for (const auto& [answer, group] : answers)
      for (std::optional<std::size_t> at = group; at; at = groups[*at].parent)
        if (*at == i) figure.insert(answer);
    figures.push_back(std::move(figure));
  }
  return figures;
}

void attack(const std::vector<std::vector<People>>& seen) {
  std::vector<std::vector<People>> sums;
  for (const auto& figures : seen) sums.push_back(every_sum(figures));
  for (const auto& some : sums)
    for (const auto& others : sums)
      for (const auto& one : some)
        for (const auto& other : others) {
          People left;
          std::ranges::set_difference(one, other, std::inserter(left, left.end()));
          RC_ASSERT(left.empty() || left.size() >= 5);
        }
}

// One group in four has a border, and is a whole of its own.
std::vector<Group> some_trees() {
  std::vector<Group> groups{{}};
  const auto more = *rc::gen::inRange<std::size_t>(0, 5);
  for (std::size_t i = 1; i <= more; ++i) {
    const auto parent = *rc::gen::inRange<std::size_t>(0, i);
    const bool border = *rc::gen::inRange(0, 4) == 0;
    groups.push_back({border ? std::nullopt : std::optional(parent)});
  }
  return groups;
}

bool any_of(const std::vector<bool>& shown) {
  return std::ranges::find(shown, true) != shown.end();
}

// Those answers of the first whole.
std::vector<CountedAnswer> of_root(const std::vector<Group>& groups,
                                   std::vector<CountedAnswer> answers) {
  const auto wholes = wholes_of(groups);
  std::erase_if(answers, [&](const CountedAnswer& each) { return wholes[each.group] != 0; });
  return answers;
}

// The participation of a showing as the attacker sees it: those asked, of the root. Whose answer is
// an odd number was asked.
std::set<Uuid> asked_among(const std::vector<CountedAnswer>& answers) {
  std::set<Uuid> asked;
  for (const auto& each : answers)
    if (each.answer.bytes[1] % 2 == 1) asked.insert(each.answer);
  return asked;
}

TEST(Counts, C_28_participation_is_not_said_where_one_who_was_not_asked_would_show) {
  const auto showing = showing_of(college, answers_in({11, 0, 0, 0}), {true, false, false, false});
  std::set<Uuid> asked;
  for (int i = 0; i < 10; ++i) asked.insert(answer_of(i));
  EXPECT_FALSE(may_tell(told_apart(showing, asked), {}));
  asked.insert(answer_of(10));
  EXPECT_TRUE(may_tell(told_apart(showing, asked), {}));
}

TEST(Counts, C_28_participation_tells_of_nobody_who_came_to_be_asked_since) {
  const auto answers = answers_in({20, 0, 0, 0});
  const auto showing = showing_of(college, answers, {true, false, false, false});
  std::set<Uuid> asked;
  for (int i = 0; i < 10; ++i) asked.insert(answer_of(i));
  const auto before = told_apart(showing, asked);
  asked.insert(answer_of(10));
  EXPECT_TRUE(may_tell(told_apart(showing, asked), {}));
  EXPECT_FALSE(may_tell(told_apart(showing, asked), {before}));
}

RC_GTEST_PROP(Counts, C_28_nor_is_it_with_what_participation_adds_over_time, ()) {
  const auto groups = some_trees();
  std::vector<CountedAnswer> answers;
  Earlier earlier;
  std::vector<std::vector<People>> seen;
  int next = 0, told_weeks = 0;
  for (int week = 0; week < 4; ++week) {
    const auto leave = *rc::gen::inRange<std::size_t>(0, 8);
    answers.erase(answers.begin(),
                  answers.begin() + static_cast<std::ptrdiff_t>(std::min(leave, answers.size())));
    const auto come = *rc::gen::inRange(0, 24);
    for (int i = 0; i < come; ++i)
      answers.push_back({answer_of(next++), *rc::gen::inRange<std::size_t>(0, groups.size())});
    const auto shown = groups_to_show(groups, answers, earlier);
    if (!any_of(shown)) continue;
    const auto showing = showing_of(groups, answers, shown);
    const auto here = of_root(groups, answers);
    auto asked = asked_among(here);
    const auto more = here.empty() ? 0 : *rc::gen::inRange(0, 3);
    for (int i = 0; i < more; ++i)
      asked.insert(here[*rc::gen::inRange<std::size_t>(0, here.size())].answer);
    auto figures = figures_shown(groups, answers, shown);
    const bool told = shown.front() && may_tell(told_apart(showing, asked), earlier);
    if (told) figures.push_back(asked);
    earlier.add(told_apart(showing, told ? asked : std::set<Uuid>()));
    seen.push_back(std::move(figures));
    told_weeks += told;
  }
  attack(seen);
  RC_TAG(told_weeks);
}

RC_GTEST_PROP(Counts, C_28_no_sum_or_difference_of_what_is_shown_is_about_one_to_four, ()) {
  const auto groups = some_trees();
  std::vector<int> people;
  for (std::size_t i = 0; i < groups.size(); ++i) people.push_back(*rc::gen::inRange(0, 13));
  const auto answers = answers_in(people);
  const auto shown = groups_to_show(groups, answers, {});
  attack({figures_shown(groups, answers, shown)});
  std::size_t large = 0;
  for (const auto number : people) large += number > 0;
  RC_ASSERT(shown.front() == (of_root(groups, answers).size() >= 5));
  RC_TAG(large > 1 && std::ranges::count(shown, true) > 1 ? "several shown" : "one or none");
}

RC_GTEST_PROP(Counts, C_28_nor_over_time_when_people_come_and_go_and_move, ()) {
  const auto groups = some_trees();
  std::vector<CountedAnswer> answers;
  Earlier earlier;
  std::vector<std::vector<People>> seen;
  int next = 0;
  for (int week = 0; week < 5; ++week) {
    const auto leave = *rc::gen::inRange<std::size_t>(0, 8);
    answers.erase(answers.begin(),
                  answers.begin() + static_cast<std::ptrdiff_t>(std::min(leave, answers.size())));
    const auto come = *rc::gen::inRange(0, 14);
    for (int i = 0; i < come; ++i)
      answers.push_back({answer_of(next++), *rc::gen::inRange<std::size_t>(0, groups.size())});
    const auto move = answers.empty() ? 0 : *rc::gen::inRange(0, 6);
    for (int i = 0; i < move; ++i)
      answers[*rc::gen::inRange<std::size_t>(0, answers.size())].group =
          *rc::gen::inRange<std::size_t>(0, groups.size());
    const auto shown = groups_to_show(groups, answers, earlier);
    if (!any_of(shown)) continue;
    earlier.add(showing_of(groups, answers, shown));
    seen.push_back(figures_shown(groups, answers, shown));
  }
  attack(seen);
  RC_TAG(seen.size());
}

TEST(Counts, X_9_a_whole_behind_a_border_is_shown_by_itself) {
  const std::vector<Group> groups{{}, {0}, {}, {2}};
  EXPECT_EQ(wholes_of(groups), (std::vector<std::size_t>{0, 0, 2, 2}));
  EXPECT_EQ(groups_to_show(groups, answers_in({1, 3, 2, 3}), {}),
            (std::vector<bool>{false, false, true, false}));
  EXPECT_EQ(groups_to_show(groups, answers_in({1, 4, 2, 2}), {}),
            (std::vector<bool>{true, false, false, false}));
}

TEST(Counts, C_28_figures_are_compared_with_all_earlier_ones_and_not_only_with_the_last) {
  const std::vector<bool> whole{true, false, false, false};
  const auto first = showing_of(college, answers_in({11, 0, 0, 0}), whole);
  const auto second = showing_of(college, answers_in({16, 0, 0, 0}, 5), whole);
  auto answers = answers_in({9, 0, 0, 0});
  for (const auto& come : answers_in({2, 0, 0, 0}, 11)) answers.push_back(come);
  EXPECT_TRUE(groups_to_show(college, answers, {second}).front());
  EXPECT_FALSE(groups_to_show(college, answers, {first, second}).front());
}

// Part by part, as the rule is written: every union of parts of one without every union of parts of
// the other.
bool hides_everybody_by_trying(const Showing& one, const Showing& other) {
  const auto figures = [](const Showing& showing) {
    std::map<std::size_t, People> parts;
    for (const auto& [answer, part] : showing) parts[part].insert(answer);
    std::vector<People> people;
    for (auto& [part, answers] : parts) people.push_back(std::move(answers));
    return every_sum(people);
  };
  const auto small = [](const std::vector<People>& from, const std::vector<People>& what) {
    for (const auto& some : from)
      for (const auto& others : what) {
        People left;
        std::ranges::set_difference(some, others, std::inserter(left, left.end()));
        if (!left.empty() && left.size() < 5) return true;
      }
    return false;
  };
  const auto ones = figures(one), others = figures(other);
  return !small(ones, others) && !small(others, ones);
}

RC_GTEST_PROP(Counts, C_28_what_changed_from_week_to_week_is_as_good_as_every_week_in_full, ()) {
  std::vector<Showing> weeks;
  Earlier earlier;
  for (int week = 0; week < 4; ++week) {
    Showing showing;
    const auto first = *rc::gen::inRange(0, 12), last = first + *rc::gen::inRange(0, 30);
    for (int i = first; i < last; ++i)
      showing.push_back({answer_of(i), *rc::gen::inRange<std::size_t>(0, 3) / 2});
    const bool alone = hides_everybody(showing);
    const bool with_each = std::ranges::all_of(
        weeks, [&](const Showing& before) { return hides_everybody_by_trying(showing, before); });
    RC_ASSERT((alone && hides_everybody(showing, earlier)) == (alone && with_each));
    weeks.push_back(showing);
    earlier.add(showing);
    RC_TAG(alone && with_each ? "may be shown" : "may not");
  }
}

TEST(Counts, a_week_like_the_one_before_adds_nothing_to_what_is_compared) {
  const auto showing = showing_of(college, answers_in({11, 0, 0, 0}), {true, false, false, false});
  Earlier earlier;
  for (int week = 0; week < 500; ++week) earlier.add(showing);
  std::size_t changes = 0;
  for (const auto& step : earlier.steps()) changes += step.size();
  EXPECT_EQ(changes, 11U);
}

TEST(Counts, C_28_neighbouring_levels_are_counted_as_one_until_five_stand_there) {
  EXPECT_THAT(blocks_to_show({{0, 1, 5, 3, 2, 0}}), ElementsAre(Block{0, 2}, Block{3, 5}));
  EXPECT_THAT(blocks_to_show({{0, 5, 7, 5, 0, 6}}),
              ElementsAre(Block{0, 1}, Block{2, 2}, Block{3, 3}, Block{4, 5}));
}

TEST(Counts, C_28_everybody_at_one_level_gives_one_block_which_says_nothing) {
  EXPECT_THAT(blocks_to_show({{0, 0, 11, 0, 0, 0}}), ElementsAre(Block{0, 5}));
}

TEST(Counts, C_28_a_level_is_not_counted_alone_where_a_part_has_too_few_there) {
  EXPECT_THAT(blocks_to_show({{6, 6, 6}, {0, 5, 5}}), ElementsAre(Block{0, 1}, Block{2, 2}));
}

RC_GTEST_PROP(Counts, C_28_every_block_of_every_part_has_five_and_all_levels_are_in_one_block, ()) {
  const auto levels = *rc::gen::inRange<std::size_t>(1, 7);
  const auto parts = *rc::gen::container<std::vector<std::vector<std::int64_t>>>(
      *rc::gen::inRange<std::size_t>(1, 4),
      rc::gen::container<std::vector<std::int64_t>>(levels, rc::gen::inRange<std::int64_t>(0, 9)));
  const auto blocks = blocks_to_show(parts);
  std::size_t next = 0;
  for (const auto& block : blocks) {
    RC_ASSERT(block.first == next);
    next = block.last + 1;
    for (const auto& part : parts) {
      std::int64_t within = 0, all = 0;
      for (std::size_t i = 0; i < levels; ++i) {
        all += part[i];
        if (i >= block.first && i <= block.last) within += part[i];
      }
      RC_ASSERT(blocks.size() == 1 || all == 0 || within >= 5);
    }
  }
  RC_ASSERT(next == levels);
}

}  // namespace
}  // namespace touchstone::self_assessment
