// Areas that are asked once for each value of a dimension.
#include "standard/repetition.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "standard/adapted_copy.h"
#include "standard/case_package.h"
#include "standard/comparable.h"
#include "standard/crosswalk.h"
#include "standard/difference.h"
#include "standard/pack_bands.h"
#include "standard/pack_tree.h"
#include "standard/standard_view.h"
#include "standard/testing.h"

namespace touchstone::standard {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

std::string repeated_with(std::string_view from, std::string_view to) {
  std::string text(testing::repeated_pack);
  const auto at = text.find(from);
  if (at == text.npos) throw std::logic_error("the pack does not hold that");
  return text.replace(at, from.size(), to);
}

Pack repeated_pack_of(std::string_view text) {
  auto pack = read_any_pack(text);
  if (!pack) throw std::runtime_error(to_text("pack", pack.error().front()));
  return *std::move(pack);
}

const Pack& provision() {
  static const auto pack = repeated_pack_of(testing::repeated_pack);
  return pack;
}

std::vector<std::string> asked_keys(const std::vector<const Element*>& elements) {
  std::vector<std::string> keys;
  for (const auto* element : elements) keys.push_back(element->key);
  return keys;
}

TEST(Repetition, asks_each_element_of_a_repeated_area_once_for_each_value) {
  const auto& content = *provision().content;
  EXPECT_THAT(asked_keys(content.elements()),
              ElementsAre("safety", "leading", "curriculum@adults", "achievement@adults",
                          "curriculum@apprentices", "achievement@apprentices"));
  EXPECT_THAT(asked_keys(content.written_elements()),
              ElementsAre("safety", "leading", "curriculum", "achievement"));
  EXPECT_EQ(content.element("curriculum"), nullptr);
  EXPECT_EQ(content.written_element("curriculum@adults"), nullptr);
}

TEST(Repetition, says_the_value_before_every_title) {
  const auto& content = *provision().content;
  EXPECT_EQ(content.element("achievement@adults")->title, "Adult learning: Achievement");
  EXPECT_EQ(content.element("safety")->title, "Safety");
  const auto areas = content.asked_areas();
  ASSERT_EQ(areas.size(), 3u);
  EXPECT_EQ(areas[1]->title, "Adult learning: Teaching");
  EXPECT_EQ(areas[2]->title, "Apprenticeships: Teaching");
  EXPECT_EQ(content.sheet_of(*content.element("achievement@apprentices")), 2);
}

TEST(Repetition, takes_along_all_that_stands_below_the_area) {
  const auto pack = repeated_pack_of(repeated_with(
      "sheet: 2\n",
      "sheet: 2\n    areas:\n      - key: inner\n        title: Inner\n        elements:\n"
      "          - {key: deep, title: Deep, scale: two, scored: false, elements: [{key: deeper, "
      "title: Deeper, scale: two, scored: false}]}\n"));
  const auto& content = *pack.content;
  EXPECT_EQ(content.elements().size(), 10u);
  EXPECT_EQ(content.element("deeper@apprentices")->title, "Apprenticeships: Deeper");
  EXPECT_EQ(content.element("deeper@apprentices")->value, "apprentices");
  EXPECT_EQ(content.asked_areas()[1]->areas.front().title, "Adult learning: Inner");
  EXPECT_EQ(content.written_elements().size(), 6u);
}

TEST(Repetition, gives_one_word_to_what_is_asked_and_takes_it_apart_again) {
  EXPECT_EQ(asked_key("achievement", "adults"), "achievement@adults");
  EXPECT_EQ(asked_key("safety", ""), "safety");
  EXPECT_TRUE(rc::check([] {
    const auto key =
        *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange('a', 'z')));
    const auto value = *rc::gen::container<std::string>(rc::gen::inRange('a', 'z'));
    const auto asked = asked_key(key, value);
    RC_ASSERT(asked_in(asked).element == key);
    RC_ASSERT(asked_in(asked).value == value);
  }));
}

TEST(Repetition, C_11_counts_the_points_of_every_value_so_bands_cover_the_real_maximum) {
  EXPECT_EQ(most_points(*provision().content), 24);
  EXPECT_THAT(testing::problems(repeated_with("from: 16, to: 24", "from: 16, to: 16")),
              ElementsAre(AllOf(StartsWith("17 scoring.bands.person[1]: The bands end at 16, but"),
                                HasSubstr("24 points. What is repeated counts once for each"))));
}

struct Wrong {
  std::string from;
  std::string to;
  std::string said;  // begins the only complaint
};

void PrintTo(const Wrong& wrong, std::ostream* out) {
  *out << wrong.from << " -> " << wrong.to;
}

std::string twenty_values() {
  std::string values;
  for (int n = 0; n < 20; ++n) values += "      - {key: v" + std::to_string(n) + ", title: V}\n";
  return values;
}

class WrongDimension : public ::testing::TestWithParam<Wrong> {};

TEST_P(WrongDimension, is_named_with_its_line_and_field) {
  EXPECT_THAT(testing::problems(repeated_with(GetParam().from, GetParam().to)),
              ElementsAre(StartsWith(GetParam().said)));
}

INSTANTIATE_TEST_SUITE_P(
    Repetition, WrongDimension,
    ::testing::Values(
        Wrong{"{key: apprentices,", "{key: adults,",
              "24 dimensions.kind.values[1].key: The key “adults” stands twice"},
        Wrong{"      - {key: apprentices, title: Apprenticeships}\n", "",
              "23 dimensions.kind.values: At least two are needed here."},
        Wrong{"    values:\n", "    values:\n" + twenty_values(),
              "23 dimensions.kind.values: These are too many."},
        Wrong{"    title: Type of provision\n", "", "21 dimensions.kind: “title” is missing here."},
        Wrong{"dimensions:\n",
              "dimensions:\n  place: {title: Place, values: [{key: a, title: A}, {key: b, title: "
              "B}]}\n",
              "20 dimensions.place: No area is repeated for this"},
        Wrong{"sheet: 1\n", "sheet: 1\n    areas: [{key: in, title: In, per_dimension: place}]\n",
              "29 areas[0].areas[0].per_dimension: There is no dimension called “place”."},
        Wrong{"sheet: 2\n", "sheet: 2\n    areas: [{key: in, title: In, per_dimension: kind}]\n",
              "35 areas[1].areas[0].per_dimension: The area around this one is repeated already."},
        Wrong{"per_dimension: kind", "per_dimension: [kind]",
              "35 areas[1].per_dimension: Here is a list; wanted is text."},
        Wrong{"key: adults", "key: adults@home", "23 dimensions.kind.values[0].key: A key: at"}));

TEST(Repetition, of_more_than_a_thousand_elements_is_refused_without_making_them) {
  std::string many = "    elements:\n";
  for (int n = 0; n < 600; ++n) {
    const auto name = "e" + std::to_string(n);
    many += "      - {key: " + name + ", title: E, scale: two}\n";
  }
  auto text = repeated_with("sheet: 2\n    per_dimension: kind\n    elements:\n",
                            "sheet: 2\n    per_dimension: kind\n" + many);
  const auto first = text.find("scoring:");
  text.erase(first, text.find("dimensions:") - first);
  EXPECT_THAT(testing::problems(text),
              ElementsAre(HasSubstr("dimensions: The repeated areas come to 1204 elements")));
}

TEST(Repetition, changes_nothing_about_a_pack_without_it) {
  const auto plain =
      repeated_pack_of(R"({"pack":1,"standard":"a","version":"1","title":"A","owner":"Us",
    "licence":{"redistribute":"none","name":"None"},
    "scales":{"s":{"type":"met","levels":[{"key":"met","name":"Met"}]}},
    "areas":[{"key":"a","title":"A","elements":[{"key":"e","title":"E","scale":"s"}]}]})");
  EXPECT_THAT(plain.canonical, Not(HasSubstr("dimension")));
  EXPECT_THAT(asked_keys(plain.content->elements()), ElementsAre("e"));
}

TEST(Repetition, comes_back_from_YAML_with_the_same_hash_and_gives_the_same_bytes_again) {
  const auto yaml = to_yaml(tree_of(provision().canonical));
  const auto again = repeated_pack_of(yaml);
  EXPECT_EQ(again.hash, provision().hash);
  EXPECT_EQ(to_yaml(tree_of(again.canonical)), yaml);
  EXPECT_THAT(yaml, HasSubstr("    per_dimension: kind\n"));
}

TEST(Repetition, comes_back_from_CASE_and_gives_the_same_bytes_again) {
  const auto package = case_package(tree_of(provision().canonical), Moment{}).value();
  EXPECT_THAT(package, HasSubstr(R"("extensions":{"touchstone":{"per_dimension":"kind"}})"));
  const auto again = repeated_pack_of(package);
  EXPECT_EQ(asked_keys(again.content->elements()), asked_keys(provision().content->elements()));
  EXPECT_EQ(again.content->element("achievement@adults")->title, "Adult learning: Achievement");
  EXPECT_EQ(case_package(tree_of(again.canonical), Moment{}).value(), package);
}

TEST(Repetition, whose_CASE_says_nonsense_is_refused_and_not_half_read) {
  auto package = case_package(tree_of(provision().canonical), Moment{}).value();
  const std::string said = R"("per_dimension":"kind")";
  package.replace(package.find(said), said.size(), R"("per_dimension":"none")");
  const auto pack = read_any_pack(package);
  ASSERT_FALSE(pack);
  EXPECT_THAT(pack.error().front().message, HasSubstr("no dimension called “none”"));
}

TEST(Repetition, C_30_is_compared_value_by_value_and_only_over_what_both_ask) {
  const auto later = repeated_pack_of(repeated_with("key: apprentices, title: Apprenticeships",
                                                    "key: young-people, title: Young people"));
  EXPECT_THAT(comparable(*provision().content, *later.content),
              ElementsAre("safety", "leading", "curriculum@adults", "achievement@adults"));
  const auto difference = difference_between(*provision().content, *later.content);
  EXPECT_THAT(difference.added, IsEmpty());
  EXPECT_THAT(difference.changed, IsEmpty());
  ASSERT_EQ(difference.repeated.size(), 1u);
  EXPECT_EQ(difference.repeated[0].what, "Type of provision");
  EXPECT_EQ(difference.repeated[0].after, "Adult learning\nYoung people");
}

TEST(Repetition, C_30_of_a_version_of_ones_own_takes_its_own_rows_along) {
  const auto& parent = *provision().content;
  AdaptedCopy copy{.title = "Ours", .version = "1", .bands = parent.scoring.bands};
  copy.rows.push_back({.title = "Feedback", .area = "teaching", .guidance = "", .texts = {}});
  for (const auto& level : parent.scale_of(*parent.written_element("curriculum")).levels)
    copy.rows[0].texts[{parent.voices.front(), level.key}] = "What it looks like.";
  EXPECT_THAT(complaints_about(copy, parent, "eastmere"), Not(IsEmpty()));
  for (auto& voice : copy.bands) voice.bands.back().to = 32;
  EXPECT_THAT(complaints_about(copy, parent, "eastmere"), IsEmpty());
  const auto ours =
      pack_from(adapted(tree_of(provision().canonical), parent, copy, "eastmere", "Eastmere"));
  ASSERT_TRUE(ours);
  EXPECT_NE(ours->content->element("feedback@apprentices"), nullptr);
  EXPECT_EQ(comparable(parent, *ours->content).size(), parent.elements().size());
  copy.rows[0].title = "Curriculum";
  EXPECT_THAT(complaints_about(copy, parent, "eastmere").about("rows.1.title"),
              HasSubstr("already"));
}

TEST(Repetition, C_25_meets_other_standards_once_whatever_the_value) {
  const auto edge = repeated_pack_of(repeated_with(
      "      - {key: achievement, title: Achievement, scale: two}\n",
      "      - key: achievement\n        title: Achievement\n        scale: two\n"
      "        maps_to: [{standard: other@1, element: results, relation: related}]\n"));
  const auto met = crosswalk_of(*edge.content, {});
  ASSERT_EQ(met.size(), 1u);
  EXPECT_EQ(met[0].element, "achievement");
}

TEST(Repetition, is_read_once_with_the_values_that_it_is_judged_for) {
  Html out;
  add_view(out, *provision().content);
  const auto text = std::string(out.text());
  EXPECT_THAT(text, HasSubstr("Type of provision: judged for each by itself"));
  EXPECT_THAT(text, HasSubstr("<li>Apprenticeships</li>"));
  EXPECT_EQ(text.find(">Curriculum</h3>"), text.rfind(">Curriculum</h3>"));
  EXPECT_THAT(text, HasSubstr(">Curriculum</h3>"));
}

}  // namespace
}  // namespace touchstone::standard
