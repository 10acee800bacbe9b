// CASE packages at the size of the largest standards.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "standard/box.h"
#include "standard/case_package.h"
#include "standard/free_keys.h"
#include "standard/pack_tree.h"
#include "standard/standard_command.h"

namespace touchstone::standard {
namespace {

using ::testing::HasSubstr;

// So many elements, `deep` areas around them, judged by a scale of so many levels, each described.
std::string pack_with(int elements, int levels, bool described, int deep = 1) {
  std::string pack = R"({"pack":1,"standard":"large","version":"1","title":"Large","owner":"Us",)"
                     R"("licence":{"redistribute":"none","name":"None"},"scales":{"s":{"type":)"
                     R"("ordered","levels":[)";
  for (int n = 0; n < levels; ++n)
    pack +=
        std::string(n > 0 ? "," : "") + R"({"key":"l)" + std::to_string(n) + R"(","name":"Level"})";
  pack += R"(]}},"areas":[)";
  for (int n = 1; n < deep; ++n)
    pack += R"({"title":"A","key":"a)" + std::to_string(n) + R"(","areas":[)";
  pack += R"({"title":"A","key":"a","elements":[)";
  for (int e = 0; e < elements; ++e) {
    pack += std::string(e > 0 ? "," : "") + R"({"title":"E","scale":"s","key":"e)" +
            std::to_string(e) + '"';
    for (int n = 0; described && n < levels; ++n)
      pack += std::string(n > 0 ? "," : R"(,"descriptors":{"team":{)") + R"("l)" +
              std::to_string(n) + R"(":{"short":"Seen."})";
    pack += described ? "}}}" : "}";
  }
  pack += "]}";
  for (int n = 1; n < deep; ++n) pack += "]}";
  return pack + "]}";
}

Pack read_of(const std::string& text) {
  auto pack = read_any_pack(text);
  if (!pack) throw std::runtime_error(to_text("pack", pack.error().front()));
  return *std::move(pack);
}

std::string package_of(const Pack& pack) {
  return case_package(tree_of(pack.canonical), Moment{}).value();
}

// A foreign package of so many items that all want the same key, each with a rubric of its own.
std::string foreign(int items, bool rubrics) {
  std::string package = R"({"CFDocument":{"identifier":"d","title":"T"},"CFItems":[)";
  for (int n = 0; n < items; ++n)
    package += std::string(n > 0 ? "," : "") + R"({"identifier":"i)" + std::to_string(n) +
               R"(","fullStatement":"The same words"})";
  package += R"(],"CFRubrics":[)";
  for (int n = 0; rubrics && n < items; ++n)
    package += std::string(n > 0 ? "," : "") +
               R"({"CFRubricCriteria":[{"CFItemURI":{"identifier":"i)" + std::to_string(n) +
               R"("},"CFRubricCriterionLevels":[{"quality":"Level )" + std::to_string(n) +
               R"("}]}]})";
  return package + "]}";
}

TEST(LargeCase, the_most_elements_that_a_pack_takes_come_back) {
  const auto pack = read_of(pack_with(7'100, 2, false));
  const auto package = package_of(pack);
  EXPECT_GT(package.size(), 10u * 1024 * 1024);
  const auto again = read_of(package);
  EXPECT_EQ(again.content->elements().size(), 7'100u);
  EXPECT_EQ(package_of(again), package);
}

TEST(LargeCase, the_most_words_that_a_pack_takes_come_back) {
  const auto pack = read_of(pack_with(1'500, 5, true));
  const auto package = package_of(pack);
  const auto again = read_of(package);
  EXPECT_EQ(package_of(again), package);
  EXPECT_EQ(again.content->elements().back()->descriptor_list.size(), 5u);
}

TEST(LargeCase, areas_as_deep_as_a_pack_takes_them_come_back) {
  const auto pack = read_of(pack_with(1, 2, false, 14));
  EXPECT_EQ(package_of(read_of(package_of(pack))), package_of(pack));
}

TEST(LargeCase, what_would_not_come_back_is_not_given_out) {
  const auto pack = read_of(pack_with(7'000, 100, false));
  EXPECT_FALSE(in_form("case", pack.canonical, Moment{}));
  EXPECT_TRUE(in_form("yaml", pack.canonical, Moment{}));
}

TEST(LargeCase, beyond_the_limits_it_is_refused_in_words) {
  const auto told = [](const std::string& text) {
    const auto pack = read_any_pack(text);
    return pack ? std::string("sound") : pack.error().front().message;
  };
  const std::string begin = R"({"CFDocument":{"title":"T"},"CFItems":[{"fullStatement":")";
  EXPECT_THAT(told(begin + std::string(longest_case, 'a') + R"("}]})"), HasSubstr("32 MB"));
  EXPECT_THAT(told(foreign(20'000, false)), HasSubstr("larger than 1 MB"));
  std::string values = R"({"CFDocument":{},"CFItems":[)";
  for (int n = 0; n < 2'000'000; ++n) values += "7,";
  EXPECT_THAT(told(values + "7]}"), HasSubstr("more than 2000000 values"));
}

TEST(LargeCase, of_more_than_1_MB_is_checked_by_the_program_too) {
  const auto file = std::filesystem::temp_directory_path() / "touchstone-large-case.json";
  std::ofstream(file) << package_of(box().front()) << std::string(2'000'000, ' ');
  std::ostringstream out;
  std::ostringstream err;
  EXPECT_EQ(check_packs({file}, out, err), 0) << err.str();
  std::filesystem::remove(file);
}

// Looked for anew for each item, keys and scales of these would take minutes.
TEST(LargeCase, keys_are_made_in_one_walk_however_many_items_want_the_same) {
  EXPECT_EQ(read_of(foreign(7'000, false)).content->elements().back()->key, "the-same-words-7000");
  const auto scales = read_of(foreign(2'500, true));
  EXPECT_EQ(scales.content->scales.size(), 2'500u);
  const auto package = package_of(scales);
  EXPECT_EQ(package_of(read_of(package)), package);
  FreeKeys keys;
  std::string last;
  for (int n = 0; n < 100'000; ++n) last = keys.take("a");
  EXPECT_EQ(last, "a-100000");
}

TEST(LargeCase, keys_stay_free_of_each_other) {
  FreeKeys keys;
  EXPECT_EQ(keys.take("a"), "a");
  EXPECT_EQ(keys.take("a-2"), "a-2");
  EXPECT_EQ(keys.take("a"), "a-3");
  EXPECT_EQ(keys.take("a-2"), "a-2-2");
  EXPECT_EQ(keys.take(""), "item");
  const std::string long_one(60, 'x');
  EXPECT_EQ(keys.take(long_one), long_one);
  EXPECT_EQ(keys.take(long_one), std::string(50, 'x') + "-2");
}

}  // namespace
}  // namespace touchstone::standard
