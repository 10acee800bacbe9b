#include "look/score_summary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace touchstone::look {
namespace {

using testing::HasSubstr;

TEST(ScoreSummary, C_12_says_so_far_until_all_are_answered) {
  EXPECT_THAT(score_summary({.answered = 4, .of = 10, .total = 20, .maximum = 100}).text(),
              HasSubstr("<span data-so-far>so far"));
  EXPECT_THAT(score_summary({.answered = 10, .of = 10, .total = 54, .maximum = 100}).text(),
              HasSubstr("<span data-so-far hidden>so far"));
}

}  // namespace
}  // namespace touchstone::look
