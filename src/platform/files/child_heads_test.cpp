#include "platform/files/child_heads.h"

#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace touchstone::files {
namespace {

const Sheet of_single_ones[] = {
    {{"Name", "Attendance", "Grade"}, {"Anna Smith", "91", "2"}},
    {{"Name", "Attendance", "Grade"}, {"Anna", "91", "2"}},
    {{"Name", "Grade"}, {"Anna Smith", "Merit"}, {"Zoë van der Berg", "Pass"}},
    {{"Name", "Score"}, {"Smith, Anna", "31"}, {"", ""}, {"O'Neill, Jo", "12"}},
    {{"Surname", "Forename", "DOB"}, {"Smith", "Anna", "2009-01-02"}},
    {{"Forename(s)", "Surname", "Attendance %"}, {"Anna", "Smith", "91"}},
    {{"First name", "Last name", "Predicted grade"}, {"Anna", "Smith", "4"}},
    {{"Surname, forename", "D.O.B."}, {"Smith, Anna", "1/2/09"}},
    {{"Learner's name", "Progress"}, {"A", "on course"}},
    {{"Name of learner", "Target grade"}, {"A", "7"}},
    {{"Student first name", "Mark"}, {"A", "61"}},
    {{"Learner", "Attendance"}, {"Anna Smith", "91"}},
    {{"ULN", "Name"}, {"1234567890", "A"}},
    {{"Learner ref.", "Result"}, {"77", "pass"}},
    {{"Candidate number", "Mark"}, {"0042", "61"}},
    {{"Register of January"}, {}, {"NAME", "SEND", "EAL"}, {"Anna Smith", "K", "no"}},
    {{"Name", "Gender", "Ethnicity"}, {"Anna", "F", "WBRI"}}};

const Sheet of_groups[] = {
    {{"Name of college", "Grade"}, {"Eastmere College", "2"}},
    {{"Name", "Grade"}, {"Eastmere College", "2"}, {"Hedgerow Learning", "1"}},
    {{"Name", "Attendance", "Grade"}, {"Plumbing level 2", "91", "2"}},
    {{"Name", "Attendance", "Grade"}, {"Health and care", "91", "2"}},
    {{"Name", "Attendance rate", "Achievement rate"}, {"Anna Smith", "91", "88"}},
    {{"Course name", "Attendance", "Grade"}, {"Plumbing", "91", "2"}},
    {{"School name", "SEND", "EAL"}, {"Oak School", "12", "31"}},
    {{"Learner's school name", "Attendance"}, {"Oak School", "91"}},
    {{"Name", "E-mail", "Team"}, {"Anna Smith", "a@example", "Care"}},
    {{"Surname", "Forename", "E-mail"}, {"Smith", "Anna", "a@example"}},
    {{"Surname", "Forename", "Job title", "Grade"}, {"Smith", "Anna", "Tutor", "6"}},
    {{"Group", "Attendance", "Punctuality"}, {"A1", "91", "88"}},
    {{"Gender", "Ethnicity", "Learners"}, {"F", "WBRI", "120"}},
    {{"Learners", "Attendance", "Grade"}, {"240", "91", "2"}},
    {{"Measure", "Score", "Target grade"}, {"Retention", "91", "2"}},
    {{"Name", "Attendance", "Grade"}, {"", "", ""}}};

TEST(ChildHeads, tell_a_list_with_a_row_for_each_learner) {
  for (const auto& sheet : of_single_ones)
    EXPECT_TRUE(is_of_children(sheet)) << fmt::format("{}", sheet);
}

TEST(ChildHeads, do_not_take_groups_colleges_and_staff_for_learners) {
  for (const auto& sheet : of_groups)
    EXPECT_FALSE(is_of_children(sheet)) << fmt::format("{}", sheet);
}

// The same table with its columns in another order, its heads in other letters, and a title above.
Sheet shuffled(Sheet sheet, std::mt19937& random) {
  std::size_t columns = 0;
  for (const auto& row : sheet) columns = std::max(columns, row.size());
  std::vector<std::size_t> order(columns);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::shuffle(order, random);
  for (auto& row : sheet) {
    row.resize(columns);
    Row moved;
    for (const auto column : order) moved.push_back(row[column]);
    row = std::move(moved);
  }
  for (auto& head : sheet.front()) {
    if (random() % 2 == 0)
      std::ranges::transform(head, head.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
      });
    if (random() % 2 == 0) head = "  " + head + " ";
  }
  if (random() % 2 == 0) sheet.insert(sheet.begin(), Row{"Autumn 2026"});
  return sheet;
}

TEST(ChildHeads, mean_the_same_in_any_order_and_in_capitals) {
  std::mt19937 random(20270119);  // NOLINT(bugprone-random-generator-seed): the same each time
  for (int i = 0; i < 200; ++i) {
    for (const auto& sheet : of_single_ones)
      EXPECT_TRUE(is_of_children(shuffled(sheet, random))) << fmt::format("{}", sheet);
    for (const auto& sheet : of_groups)
      EXPECT_FALSE(is_of_children(shuffled(sheet, random))) << fmt::format("{}", sheet);
  }
}

TEST(ChildHeads, without_a_name_or_a_number_of_somebody_never_do) {
  const std::vector<std::string> figures{"Area",  "Attendance", "Grade", "Gender", "Age",
                                         "Score", "Learners",   "Rate",  "SEND",   "Postcode"};
  std::mt19937 random(7);  // NOLINT(bugprone-random-generator-seed): the same each time
  for (int i = 0; i < 2'000; ++i) {
    Sheet sheet(1 + random() % 4);
    for (auto& row : sheet)
      for (std::size_t n = 1 + random() % 6; n > 0; --n)
        row.push_back(figures[random() % figures.size()]);
    EXPECT_FALSE(is_of_children(sheet)) << fmt::format("{}", sheet);
  }
}

TEST(ChildHeads, stand_whatever_is_in_the_cells) {
  std::mt19937 random(11);  // NOLINT(bugprone-random-generator-seed): the same each time
  for (int i = 0; i < 2'000; ++i) {
    Sheet sheet(random() % 5);
    for (auto& row : sheet)
      for (std::size_t n = random() % 5; n > 0; --n) {
        auto& cell = row.emplace_back();
        for (std::size_t length = random() % 9; length > 0; --length)
          cell += static_cast<char>(random() % 256);
      }
    is_of_children(sheet);
  }
}

}  // namespace
}  // namespace touchstone::files
