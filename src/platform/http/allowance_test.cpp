#include "platform/http/allowance.h"

#include <gtest/gtest.h>

namespace touchstone::http {
namespace {

TEST(Allowance, is_of_each_and_of_all_and_comes_back) {
  Allowance allowance(4, 10);
  auto first = allowance.take("ada", 3);
  EXPECT_EQ(allowance.take("ada", 2).error(), Allowance::Refusal::of_each);
  const auto last = allowance.take("ada", 1);
  const auto second = allowance.take("ben", 4);
  EXPECT_EQ(allowance.take("cy", 3).error(), Allowance::Refusal::of_all);
  EXPECT_EQ(allowance.take("cy", 1, 8).error(), Allowance::Refusal::of_all) << "fewer just now";
  auto copy = *first;
  first = {};
  EXPECT_FALSE(allowance.take("ada", 3)) << "a copy is left";
  copy = {};
  EXPECT_TRUE(allowance.take("ada", 3));
}

TEST(Allowance, is_not_passed_by_amounts_that_would_overflow) {
  Allowance allowance(10, 20);
  const auto some = allowance.take("ada", 5);
  EXPECT_FALSE(allowance.take("ada", SIZE_MAX));
  EXPECT_FALSE(allowance.take("ben", SIZE_MAX - 4));
  Allowance without_end(SIZE_MAX, 20);
  const auto one = without_end.take("ada", 5);
  EXPECT_EQ(without_end.take("ada", SIZE_MAX - 4).error(), Allowance::Refusal::of_each);
  EXPECT_EQ(without_end.take("ben", SIZE_MAX - 4).error(), Allowance::Refusal::of_all);
}

TEST(Allowance, outlives_who_gave_it) {
  auto allowance = std::make_unique<Allowance>(1, 1);
  const auto taken = allowance->take("ada", 1);
  allowance.reset();
}

}  // namespace
}  // namespace touchstone::http
