#include "self_assessment/question_parts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "self_assessment/testing.h"

namespace touchstone::self_assessment {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::shared_ptr<standard::Content> a_copy(std::string title) {
  auto content = std::make_shared<standard::Content>(testing::tutoring());
  content->areas.front().elements.front().title = std::move(title);
  return content;
}

std::string first_of(const std::shared_ptr<const standard::Content>& content,
                     std::string_view voice = "person") {
  Html out;
  questions_of(content, voice)->front().add_to(out, {});
  return std::move(out).text();
}

TEST(Questions, each_version_has_its_own_whatever_was_put_together_before) {
  const auto theirs = a_copy("Core values");
  const auto ours = a_copy("What we stand for");
  EXPECT_THAT(first_of(theirs), HasSubstr("Core values"));
  EXPECT_THAT(first_of(ours), HasSubstr("What we stand for"));
  EXPECT_THAT(first_of(theirs), HasSubstr("Core values"));
  EXPECT_EQ(questions_of(ours, "person"), questions_of(ours, "person"));
}

TEST(Questions, C_1_each_voice_has_its_own) {
  const auto content = a_copy("Core values");
  EXPECT_THAT(first_of(content), HasSubstr("Not part of my job"));
  EXPECT_THAT(first_of(content, "institution"), Not(HasSubstr("Not part of my job")));
}

TEST(Questions, of_more_versions_than_are_kept_each_still_asks_its_own) {
  for (int round = 0; round < 2; ++round)
    for (int i = 0; i < 70; ++i)
      EXPECT_THAT(first_of(a_copy("Copy " + std::to_string(i))),
                  HasSubstr("Copy " + std::to_string(i)));
}

}  // namespace
}  // namespace touchstone::self_assessment
