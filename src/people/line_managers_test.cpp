#include "people/line_managers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace touchstone::people {
namespace {

using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

const std::vector<Uuid> someone = [] {
  std::vector<Uuid> made(8);
  for (auto& each : made) each = new_uuid();
  return made;
}();

TEST(LineManagers, in_a_line_or_a_tree_nobody_answers_to_themselves) {
  EXPECT_THAT(in_circles({}), IsEmpty());
  EXPECT_THAT(in_circles({{someone[0], someone[1]},
                          {someone[1], someone[2]},
                          {someone[3], someone[1]},
                          {someone[4], someone[2]}}),
              IsEmpty());
}

TEST(LineManagers, B_35_a_circle_is_found_whole_and_without_those_who_only_lead_to_it) {
  EXPECT_THAT(in_circles({{someone[0], someone[1]},
                          {someone[1], someone[2]},
                          {someone[2], someone[1]},
                          {someone[3], someone[0]}}),
              UnorderedElementsAre(someone[1], someone[2]));
  EXPECT_THAT(in_circles({{someone[0], someone[0]}, {someone[1], someone[0]}}),
              UnorderedElementsAre(someone[0]));
}

TEST(LineManagers, two_circles_are_found_both) {
  EXPECT_THAT(in_circles({{someone[0], someone[1]},
                          {someone[1], someone[0]},
                          {someone[2], someone[3]},
                          {someone[3], someone[4]},
                          {someone[4], someone[2]},
                          {someone[5], someone[4]}}),
              UnorderedElementsAre(someone[0], someone[1], someone[2], someone[3], someone[4]));
}

// Walked anew from each of them, this line would take minutes.
TEST(LineManagers, a_line_of_a_hundred_thousand_is_walked_once) {
  LineManagers managers;
  auto last = new_uuid();
  for (int i = 0; i < 100'000; ++i) {
    const auto next = new_uuid();
    managers[last] = next;
    last = next;
  }
  EXPECT_THAT(in_circles(managers), IsEmpty());
}

}  // namespace
}  // namespace touchstone::people
