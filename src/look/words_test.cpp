#include "look/words.h"

#include <gtest/gtest.h>

namespace touchstone::look {
namespace {

TEST(Words, both_sets_have_every_term_in_lower_case_and_with_a_capital) {
  ASSERT_EQ(word_sets().size(), 2U);
  ASSERT_GT(terms().size(), 10U);
  for (const auto set : word_sets())
    for (const auto term : terms()) {
      const auto low = word(set, term);
      const auto high = capital(set, term);
      ASSERT_FALSE(low.empty()) << set;
      EXPECT_TRUE(low.front() >= 'a' && low.front() <= 'z') << low;
      EXPECT_TRUE(high.front() >= 'A' && high.front() <= 'Z') << high;
      EXPECT_EQ(low.substr(1), high.substr(1));
    }
}

TEST(Words, a_college_and_a_council_speak_differently) {
  EXPECT_EQ(word("college", Term::own_judgement), "self-assessment");
  EXPECT_EQ(word("council", Term::own_judgement), "self-evaluation");
  EXPECT_EQ(capital("council", Term::led_by), "Accountable officer");
  EXPECT_EQ(word("anything else", Term::team), "department");
}

}  // namespace
}  // namespace touchstone::look
