#include "good_practice/answers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace touchstone::good_practice {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Answers, are_a_clash_only_where_both_changed_them_to_something_else) {
  const Answers opened{{"did", "a"}, {"place", "b"}, {"subject", "c"}, {"links", "d"}};
  const Answers mine{{"did", "mine"}, {"place", "b"}, {"subject", "mine"}, {"links", "both"}};
  const Answers theirs{{"did", "a"}, {"place", "theirs"}, {"subject", "theirs"}, {"links", "both"}};
  const auto both = merged(opened, mine, theirs);
  EXPECT_THAT(both.clashes, ElementsAre("subject"));
  EXPECT_THAT(both.taken_over, ElementsAre("place"));
  EXPECT_EQ(both.answers.at("did"), "mine");
  EXPECT_EQ(both.answers.at("place"), "theirs");
  EXPECT_EQ(both.answers.at("subject"), "mine");
}

TEST(Answers, that_are_empty_on_one_side_are_answers_too) {
  const auto emptied = merged(Answers{{"place", "b"}}, Answers{{"place", "b"}}, Answers{});
  EXPECT_THAT(emptied.taken_over, ElementsAre("place"));
  EXPECT_EQ(emptied.answers.at("place"), "");
  EXPECT_THAT(
      merged(Answers{{"stand_out", "yes"}}, Answers{}, Answers{{"stand_out", "yes"}}).clashes,
      IsEmpty());
}

TEST(Answers, of_somebody_who_does_not_say_what_stood_there_clash_wherever_they_differ) {
  const auto both = merged({}, Answers{{"did", "mine"}, {"place", "b"}},
                           Answers{{"did", "theirs"}, {"place", "b"}});
  EXPECT_THAT(both.clashes, ElementsAre("did"));
  EXPECT_THAT(both.taken_over, IsEmpty());
}

TEST(Answers, are_called_by_what_is_asked) {
  EXPECT_EQ(fields_in_words({"place", "subject"}), "where, the subject");
}

// Whatever three versions there are: nobody's change is lost without a word, and nothing is
// invented.
TEST(Answers, of_two_at_once_lose_no_change_without_a_word) {
  std::mt19937 random(20270119);  // NOLINT(bugprone-random-generator-seed): the same each time
  const auto any = [&] {
    Answers answers;
    for (const auto& field : answer_fields)
      if (random() % 4 != 0) answers[std::string(field.name)] = std::string(1, "abc"[random() % 3]);
    return answers;
  };
  const auto at = [](const Answers& answers, const std::string& name) {
    return answers.contains(name) ? answers.at(name) : std::string();
  };
  for (int i = 0; i < 5'000; ++i) {
    const auto opened = any(), mine = any(), theirs = any();
    const auto both = merged(opened, mine, theirs);
    for (const auto& field : answer_fields) {
      const std::string name(field.name);
      const auto o = at(opened, name), m = at(mine, name), t = at(theirs, name);
      const bool clash = std::ranges::count(both.clashes, name) > 0;
      const bool taken = std::ranges::count(both.taken_over, name) > 0;
      EXPECT_EQ(clash, m != o && t != o && m != t);
      EXPECT_EQ(taken, m == o && t != o);
      EXPECT_EQ(at(both.answers, name), taken ? t : m);
    }
    EXPECT_EQ(merged(opened, mine, opened).answers, mine) << "nobody else changed anything";
  }
}

}  // namespace
}  // namespace touchstone::good_practice
