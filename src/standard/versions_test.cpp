#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "standard/adapted_copy.h"
#include "standard/case_package.h"
#include "standard/comparable.h"
#include "standard/crosswalk.h"
#include "standard/difference.h"
#include "standard/pack_tree.h"
#include "standard/standard.h"

// Versions beside each other: what changed, what can be compared, what another format carries.
namespace touchstone::standard {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;

const Pack& boxed(std::string_view address) {
  for (const auto& pack : box())
    if (pack.content->address() == address) return pack;
  throw std::runtime_error("not in the box");
}
const Pack& boxed_tutoring() {
  return boxed("personal-tutoring@1.0");
}

std::shared_ptr<const Content> changed(const Pack& pack,
                                       const std::vector<std::pair<std::string, std::string>>& by) {
  auto text = pack.canonical;
  for (const auto& [from, to] : by) {
    const auto at = text.find(from);
    if (at == text.npos) throw std::runtime_error("no " + from);
    text.replace(at, from.size(), to);
  }
  const auto read = read_pack(text);
  if (!read) throw std::runtime_error(read.error().front().message);
  return read->content;
}

AdaptedCopy with_a_row(const Content& parent, int maximum) {
  AdaptedCopy copy{.title = "Ours", .version = "1", .bands = parent.scoring.bands};
  for (auto& voice : copy.bands) voice.bands.back().to = maximum;
  copy.rows.push_back({.title = "Élan & co", .area = "values-and-skills", .guidance = "Why"});
  for (const auto& voice : parent.voices)
    for (const auto& level : parent.scales.front().levels)
      copy.rows[0].texts[{voice, level.key}] = "What it looks like.";
  return copy;
}

TEST(Versions, C_30_rows_count_in_a_comparison_when_key_levels_and_points_are_the_same) {
  const auto& one = *boxed_tutoring().content;
  EXPECT_EQ(comparable(one, one).size(), 10u);
  const auto copy = with_a_row(one, 110);
  EXPECT_TRUE(complaints_about(copy, one, "eastmere").empty());
  const auto ours =
      pack_from(adapted(tree_of(boxed_tutoring().canonical), one, copy, "eastmere", "Us"));
  ASSERT_TRUE(ours) << ours.error().front().message;
  EXPECT_TRUE(are_related(one, *ours->content));
  EXPECT_EQ(comparable(one, *ours->content).size(), 10u);
  EXPECT_EQ(ours->content->elements().size(), 11u);
  EXPECT_EQ(ours->content->element("elan-co")->title, "Élan & co");
  EXPECT_FALSE(are_related(one, *boxed("gatsby@2025").content));
}

TEST(Versions, C_11_bands_that_are_offered_fit_the_points_of_rows_of_ones_own) {
  const auto& one = *boxed_tutoring().content;
  auto copy = with_a_row(one, 100);
  EXPECT_FALSE(complaints_about(copy, one, "eastmere").empty());
  copy.bands = fitted_bands(copy, one);
  EXPECT_TRUE(complaints_about(copy, one, "eastmere").empty());
  EXPECT_EQ(copy.bands[0].bands[1].from, 22);
  EXPECT_EQ(copy.bands[0].bands.back().to, 110);
  copy.rows.clear();
  EXPECT_EQ(fitted_bands(copy, one)[0].bands[1].from, 20) << "without rows they stay as they were";
}

TEST(Versions, C_22_a_row_without_words_for_its_levels_is_refused_where_others_have_them) {
  const auto& one = *boxed_tutoring().content;
  auto copy = with_a_row(one, 110);
  copy.rows[0].texts.erase({"person", "silver"});
  copy.rows[0].texts.erase({"person", "gold"});
  const auto complaints = complaints_about(copy, one, "eastmere");
  EXPECT_EQ(complaints.size(), 1u);
  EXPECT_EQ(complaints.about("rows.1.person.silver"),
            "Élan & co, Person: say what it looks like at Silver, Gold. Other themes say it, and a "
            "published version never changes.");
  const auto& gatsby = *boxed("gatsby@2025").content;
  AdaptedCopy bare{.title = "Ours", .version = "1", .bands = gatsby.scoring.bands};
  bare.rows.push_back({.title = "More", .area = gatsby.areas.front().key, .guidance = ""});
  EXPECT_TRUE(complaints_about(bare, gatsby, "eastmere").empty()) << "its rows have names only";
}

TEST(Versions, C_30_rows_whose_points_changed_do_not_count) {
  const auto newer = changed(boxed_tutoring(), {{R"("version":"1.0")", R"("version":"2")"},
                                                {R"("points":8)", R"("points":9)"}});
  EXPECT_TRUE(are_related(*boxed_tutoring().content, *newer));
  EXPECT_TRUE(comparable(*boxed_tutoring().content, *newer).empty());
}

TEST(Versions, a_copy_of_a_copy_names_the_first_and_keeps_its_key) {
  const auto& one = *boxed_tutoring().content;
  const auto first = pack_from(
      adapted(tree_of(boxed_tutoring().canonical), one, with_a_row(one, 110), "eastmere", "Us"));
  AdaptedCopy again{.title = "Ours", .version = "2", .bands = first->content->scoring.bands};
  const auto second =
      pack_from(adapted(tree_of(first->canonical), *first->content, again, "eastmere", "Us"));
  ASSERT_TRUE(second) << second.error().front().message;
  EXPECT_EQ(second->content->address(), "personal-tutoring-eastmere@2");
  EXPECT_EQ(second->content->adapted_from, "personal-tutoring@1.0");
}

TEST(Versions, a_difference_names_rows_texts_levels_and_bands) {
  const auto newer =
      changed(boxed_tutoring(), {{R"("version":"1.0")", R"("version":"2")"},
                                 {R"("name":"Gold")", R"("name":"Very good")"},
                                 {R"({"from":0,"level":"minimum","to":19},{"from":20)",
                                  R"({"from":0,"level":"minimum","to":9},{"from":10)"},
                                 {R"("key":"coaching")", R"("key":"mentoring")"},
                                 {R"("title":"Core values")", R"("title":"Our values")"}});
  const auto difference = difference_between(*boxed_tutoring().content, *newer);
  EXPECT_THAT(difference.added, ElementsAre(Field(&NamedElement::key, "mentoring")));
  EXPECT_THAT(difference.removed, ElementsAre(Field(&NamedElement::key, "coaching")));
  EXPECT_THAT(difference.levels, ElementsAre(Field(&ChangedText::before, "Gold (G), 8 points")));
  EXPECT_EQ(difference.bands.size(), 2u);
  EXPECT_EQ(difference.comparable.size(), 9u);
  EXPECT_FALSE(difference.changed.empty());
  EXPECT_TRUE(difference_between(*boxed_tutoring().content, *boxed_tutoring().content).none());
}

TEST(Versions, C_25_edges_are_told_once_and_turned_when_they_come_from_the_other_side) {
  const auto ofsted = boxed("ofsted-fe@2025-11.2").content;
  const auto tutoring = boxed_tutoring().content;
  const std::vector<Published> all{{{}, ofsted}, {{}, tutoring}};
  const auto meetings = crosswalk_of(*tutoring, all);
  EXPECT_FALSE(meetings.empty());
  for (const auto& meeting : meetings) EXPECT_EQ(meeting.standard, "ofsted-fe@2025-11.2");
  EXPECT_EQ(meetings.size(), crosswalk_of(*ofsted, all).size());
  const auto broader = changed(boxed("ofsted-fe@2025-11.2"),
                               {{R"("relation":"related")", R"("relation":"broader")"}});
  int narrower = 0;
  for (const auto& meeting : crosswalk_of(*tutoring, {{{}, broader}}))
    narrower += meeting.relation == "narrower";
  EXPECT_EQ(narrower, 1);
}

Moment some_day() {
  return std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);
}

TEST(Case, what_it_can_carry_comes_back_and_gives_the_same_bytes_again) {
  for (const auto& pack : box()) {
    const auto text = case_package(tree_of(pack.canonical), some_day()).value();
    const auto again = read_any_pack(text);
    ASSERT_TRUE(again) << pack.content->address() << again.error().front().message;
    EXPECT_EQ(case_package(tree_of(again->canonical), some_day()), text) << pack.content->address();
    const auto& then = *pack.content;
    const auto& now = *again->content;
    EXPECT_EQ(now.address(), then.address());
    EXPECT_EQ(now.voices, then.voices);
    ASSERT_EQ(now.elements().size(), then.elements().size());
    for (const auto* element : then.elements()) {
      const auto* same = now.element(element->key);
      ASSERT_TRUE(same) << element->key;
      EXPECT_EQ(same->title, element->title);
      EXPECT_EQ(same->guidance, element->guidance);
      EXPECT_EQ(same->descriptor_list.size(), element->descriptor_list.size());
      EXPECT_EQ(same->maps_to.size(), element->maps_to.size());
      for (const auto& descriptor : element->descriptor_list) {
        const auto* read = same->descriptor(descriptor.voice, descriptor.level);
        ASSERT_TRUE(read);
        EXPECT_EQ(read->short_text, descriptor.short_text);
        EXPECT_EQ(read->statements.size(), descriptor.statements.size());
      }
    }
    EXPECT_EQ(comparable(then, now).size(), then.elements().size());
  }
}

// Points that fall, and texts of several lines that end with one.
constexpr std::string_view pack_of_many_lines = R"(pack: 1
standard: turned
version: "1"
title: |
  Turned
summary: >
  Points that fall, as grades do,
  and texts of several lines.
owner: Us
licence: {name: None, redistribute: none}
scales:
  grade:
    type: ordered
    levels: [{key: poor, name: Poor, points: 4}, {key: fine, name: Fine, points: 1}]
areas:
  - key: a
    title: A
    guidance: |
      One line.

      Another.
    elements:
      - key: e
        title: E
        scale: grade
        guidance: |
          A line.
        descriptors:
          team:
            fine:
              short: |
                Two lines
                of text.
              statements:
                - key: s1
                  text: |
                    One
                    after another.
                - {key: s2, text: The last.}
)";

TEST(Case, of_ours_keeps_the_order_of_levels_and_every_line_whatever_points_they_have) {
  const auto pack = read_pack(pack_of_many_lines).value();
  const auto text = case_package(tree_of(pack.canonical), some_day()).value();
  const auto again = read_any_pack(text);
  ASSERT_TRUE(again) << again.error().front().message;
  EXPECT_EQ(case_package(tree_of(again->canonical), some_day()), text);
  EXPECT_THAT(again->content->scales.front().levels,
              ElementsAre(Field(&Level::key, "poor"), Field(&Level::key, "fine")));
  EXPECT_EQ(again->content->title, pack.content->title);
  EXPECT_EQ(again->content->summary, pack.content->summary);
  EXPECT_EQ(again->content->areas.front().guidance, "One line.\n\nAnother.\n");
  const auto& element = *again->content->element("e");
  EXPECT_EQ(element.guidance, "A line.\n");
  const auto* fine = element.descriptor("team", "fine");
  ASSERT_TRUE(fine);
  EXPECT_EQ(fine->short_text, "Two lines\nof text.\n");
  EXPECT_THAT(fine->statements, ElementsAre(Field(&Statement::text, "One\nafter another.\n"),
                                            Field(&Statement::text, "The last.")));
}

TEST(Case, of_another_system_is_taken_with_its_tree_its_rubric_and_its_order) {
  const auto pack = read_any_pack(R"({"CFDocument":{"identifier":"d","uri":"https://x.example/d",
    "title":"Other Framework","creator":"Somebody","version":"2 beta"},
    "CFItems":[{"identifier":"b","fullStatement":"Second","humanCodingScheme":"A.2"},
      {"identifier":"p","fullStatement":"Part one"},
      {"identifier":"a","fullStatement":"First","notes":"Why"},
      {"identifier":"l","fullStatement":"Alone"}],
    "CFAssociations":[
      {"associationType":"isChildOf","sequenceNumber":2,"originNodeURI":{"identifier":"b"},
       "destinationNodeURI":{"identifier":"p"}},
      {"associationType":"isChildOf","sequenceNumber":1,"originNodeURI":{"identifier":"a"},
       "destinationNodeURI":{"identifier":"p"}},
      {"associationType":"isChildOf","sequenceNumber":1,"originNodeURI":{"identifier":"p"},
       "destinationNodeURI":{"identifier":"d"}}],
    "CFRubrics":[{"title":"How good","CFRubricCriteria":[{"category":"Any words at all",
      "CFItemURI":{"identifier":"a"},"CFRubricCriterionLevels":[
        {"quality":"Good","score":2.0,"position":1,"description":"Done well\n• Always"},
        {"quality":"Poor","score":1.0,"position":2}]}]}]})");
  ASSERT_TRUE(pack) << pack.error().front().message;
  const auto& content = *pack->content;
  EXPECT_EQ(content.address(), "other-framework@1");
  ASSERT_EQ(content.areas.size(), 2u);
  EXPECT_EQ(content.areas[0].title, "Part one");
  EXPECT_THAT(content.areas[0].elements,
              ElementsAre(Field(&Element::title, "First"), Field(&Element::title, "Second")));
  const auto* first = content.element("first");
  ASSERT_TRUE(first);
  EXPECT_EQ(content.scale_of(*first).levels.front().key, "poor");
  EXPECT_EQ(content.scale_of(*first).levels.back().points, 2);
  EXPECT_EQ(first->descriptor("team", "good")->short_text, "Done well");
  EXPECT_EQ(first->descriptor("team", "good")->statements.front().text, "Always");
  EXPECT_EQ(content.scale_of(*content.element("second")).type, ScaleType::met);
}

TEST(Case, that_cannot_be_understood_is_refused_in_words) {
  const auto told = [](std::string_view text) {
    const auto pack = read_any_pack(text);
    return pack ? std::string("sound") : pack.error().front().message;
  };
  EXPECT_THAT(told(R"({"CFDocument":{},"CFItems":[]})"), HasSubstr("has no items"));
  EXPECT_THAT(told(R"({"CFDocument":{}})"), HasSubstr("lists its items here"));
  EXPECT_THAT(told(R"({"CFDocument":7,"CFItems":[{}]})"), HasSubstr("says here what"));
  EXPECT_THAT(told(R"({"CFDocument":{},"CFDocument":{}})"), HasSubstr("stands here twice"));
  EXPECT_THAT(told(R"({"CFDocument")"), HasSubstr("not sound JSON"));
  // Two items under each other are no tree; both are found, once.
  const auto circle = read_any_pack(R"({"CFDocument":{"identifier":"d","title":"T"},"CFItems":[
    {"identifier":"a","fullStatement":"A"},{"identifier":"b","fullStatement":"B"}],
    "CFAssociations":[{"associationType":"isChildOf","originNodeURI":{"identifier":"a"},
      "destinationNodeURI":{"identifier":"b"}},{"associationType":"isChildOf",
      "originNodeURI":{"identifier":"b"},"destinationNodeURI":{"identifier":"a"}}]})");
  EXPECT_FALSE(circle);
}

}  // namespace
}  // namespace touchstone::standard
