#include "standard/pack.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <chrono>

#include "platform/text.h"
#include "standard/box.h"
#include "standard/testing.h"

namespace touchstone::standard {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::problems;

const std::string sound = R"(pack: 1
standard: tutoring
version: "1.0"
title: Tutoring
owner: Eastmere
licence: {name: CC-BY-4.0, redistribute: full}
source: {title: Ours, checked_on: 2026-11-22}
published: 2026-11-22
voices: [person]
scales:
  two:
    type: sequential
    levels: [{key: low, name: Low, points: 2}, {key: high, name: High, points: 4}]
scoring:
  rule: sum
  bands:
    person: [{level: low, from: 0, to: 3}, {level: high, from: 4, to: 8}]
lists:
  days: {title: Days, items: [{key: monday, text: Monday}]}
areas:
  - key: work
    title: Work
    elements:
      - key: listening
        title: Listening
        scale: two
        lists: [days]
        thresholds: [{level: low, list: days, rule: all}]
        descriptors:
          person:
            low: {short: I listen., statements: [{key: one, text: Each week.}]}
            high: {short: I listen well.}
      - key: asking
        title: Asking
        scale: two
)";

std::string changed(std::string_view from, std::string_view to) {
  auto text = sound;
  const auto at = text.find(from);
  if (at == text.npos) throw std::logic_error("the pack does not hold that");
  return text.replace(at, from.size(), to);
}

TEST(Pack, is_sound_as_it_stands) {
  EXPECT_THAT(problems(sound), ElementsAre());
}

TEST(Pack, says_file_line_and_field) {
  EXPECT_EQ(to_text("a.yaml", {41, "areas[0].title", "Nothing stands here."}),
            "a.yaml, line 41, areas[0].title: Nothing stands here.");
}

struct Mistake {
  std::string from;
  std::string to;
  std::string said;  // begins the only complaint
};

void PrintTo(const Mistake& mistake, std::ostream* out) {
  *out << mistake.from << " -> " << mistake.to;
}

class OneMistake : public ::testing::TestWithParam<Mistake> {};

TEST_P(OneMistake, is_named_with_its_line_and_field) {
  EXPECT_THAT(problems(changed(GetParam().from, GetParam().to)),
              ElementsAre(::testing::StartsWith(GetParam().said)));
}

const std::vector<Mistake> of_shape{

    Mistake{"owner: Eastmere\n", "", "1 : “owner” is missing here."},
    Mistake{"title: Work", "titel: Work\n    title: Work", "22 areas[0].titel: This does not"},
    Mistake{"title: Listening", "title:", "25 areas[0].elements[0].title: Nothing stands here"},
    Mistake{"title: Asking", "title: 12", "34 areas[0].elements[1].title: 12 is read as a num"},
    Mistake{"\"1.0\"", "1.0", "3 version: 1.0 is read as a number (in quotes it is text)"},
    Mistake{"points: 4", "points: four", "13 scales.two.levels[1].points: “four” is text; wa"},
    Mistake{"points: 4", "points: -4", "13 scales.two.levels[1].points: This number is out of"},
    Mistake{"sequential", "rising", "12 scales.two.type: This must be one of: ordered, sequent"},
    Mistake{"key: work", "key: My Work", "21 areas[0].key: A key: "},
    Mistake{"days: {", "The Days: {", "19 lists.The Days: “The Days” is not a key"},
    Mistake{"[{key: monday, text: Monday}]", "[]", "19 lists.days.items: This is empty"},
    Mistake{"[person]", "person", "9 voices: “person” is text; wanted is a list."},
    Mistake{"rule: all", "rule: half", "28 areas[0].elements[0].thresholds[0].rule: This must"},
    Mistake{"short: I listen.,", "", "31 areas[0].elements[0].descriptors.person.low: “short”"}};
INSTANTIATE_TEST_SUITE_P(OfShape, OneMistake, ::testing::ValuesIn(of_shape));

const std::vector<Mistake> of_sense{

    Mistake{"key: asking", "key: listening", "33 areas[0].elements[1].key: The key “listening”"},
    Mistake{"text: Monday}", "text: M}, {key: monday, text: N}",
            "19 lists.days.items[1].key: The key"},
    Mistake{"points: 2", "points: 4", "13 scales.two.levels[1].points: Levels stand lowest firs"},
    Mistake{"lists: [days]", "lists: [days, nights]", "27 areas[0].elements[0].lists[1]: There "},
    Mistake{"level: low, list", "level: no, list", "28 areas[0].elements[0].thresholds[0].level"},
    Mistake{"list: days", "list: nights", "28 areas[0].elements[0].thresholds[0].list: “night"},
    Mistake{"high: {short", "top: {short", "32 areas[0].elements[0].descriptors.person.top: The"},
    Mistake{"          person:", "          people:",
            "31 areas[0].elements[0].descriptors.people: “people” is not among the voices"},
    Mistake{"level: high, from", "level: top, from", "17 scoring.bands.person[1].level: No sca"},
    Mistake{"from: 4", "from: 5", "17 scoring.bands.person[1]: There is a gap: no band has 4"},
    Mistake{"from: 4", "from: 3", "17 scoring.bands.person[1]: This band overlaps the one"},
    Mistake{"to: 8", "to: 7", "17 scoring.bands.person[1]: The bands end at 7, but the most"},
    Mistake{"[person]", "[person, team]", "15 scoring.bands: Points are added"},
    Mistake{"to: 8}]", "to: 8}]\n    team: [{level: low, from: 0, to: 8}]",
            "18 scoring.bands.team: “team” is not among the voices"},
    Mistake{"short: I listen well.", "short: I do., facts: [{fact: all-other-elements-at}]",
            "32 areas[0].elements[0].descriptors.person.high.facts[0]: This fact needs a level."},
    Mistake{"short: I listen well.", "short: I do., facts: [{fact: sheets-in-period}]",
            "32 areas[0].elements[0].descriptors.person.high.facts[0]: This fact needs param"}};
INSTANTIATE_TEST_SUITE_P(OfSense, OneMistake, ::testing::ValuesIn(of_sense));

const std::vector<Mistake> of_reading{
    Mistake{"title: Work", "title: &work Work", "22 areas[0].title: Anchors"},
    Mistake{"title: Work", "title: *work", "22 "},
    Mistake{"title: Work", "title: !!str Work", "22 areas[0].title: Tags"},
    Mistake{"title: Work", "title: Work\n    title: Work", "23 areas[0].title: “title” stands"},
    Mistake{"owner: Eastmere", "owner: [Eastmere", "6 "},
    Mistake{"pack: 1", "---\npack: 1\n---\nof: 2", "3 : A pack is one document"},
    Mistake{"title: Work", "title: \"W\xff\"", "1 : The file is not UTF-8"}};
INSTANTIATE_TEST_SUITE_P(OfReading, OneMistake, ::testing::ValuesIn(of_reading));

// Whoever makes the lowest row the overall level may leave the bands where they are (C-12).
const std::vector<Mistake> of_bands_that_do_not_count{
    Mistake{"rule: sum\n  bands:\n    person: [{level: low",
            "rule: none\n  bands:\n    person: [{level: no",
            "17 scoring.bands.person[0].level: No scale has a level “no”."},
    Mistake{"rule: sum\n  bands:\n    person: [{level: low",
            "rule: lowest\n  bands:\n    person: [{level: no",
            "17 scoring.bands.person[0].level: No scale has a level “no”."},
    Mistake{"rule: sum\n  bands:\n    person:", "rule: lowest\n  bands:\n    people:",
            "17 scoring.bands.people: “people” is not among the voices"}};
INSTANTIATE_TEST_SUITE_P(OfBandsThatDoNotCount, OneMistake,
                         ::testing::ValuesIn(of_bands_that_do_not_count));

const std::vector<Mistake> of_the_lowest_row{
    Mistake{"points: 2}, {key: high, name: High, points: 4}]\nscoring:\n  rule: sum",
            "points: 4}, {key: high, name: High, points: 2}]\nscoring:\n  rule: lowest",
            "13 scales.two.levels[1].points: Levels stand lowest first"},
    Mistake{"points: 4}]\nscoring:\n  rule: sum", "}]\nscoring:\n  rule: lowest",
            "13 scales.two.levels[1]: Points are added up here, so each level"}};
INSTANTIATE_TEST_SUITE_P(OfTheLowestRow, OneMistake, ::testing::ValuesIn(of_the_lowest_row));

TEST(Pack, C_12_whose_lowest_row_is_the_overall_level_has_one_scale_for_all_that_counts) {
  const auto with = [](std::string_view scored) {
    auto text = changed("rule: sum", "rule: lowest") + "        scored: " + std::string(scored);
    const std::string_view scale = "        title: Asking\n        scale: two";
    text.replace(text.find(scale), scale.size(), "        title: Asking\n        scale: three");
    const std::string_view scales = "scoring:";
    text.insert(text.find(scales), "  three: {type: met, levels: [{key: met, name: Met}]}\n");
    return problems(text);
  };
  EXPECT_THAT(with("true"), ElementsAre(HasSubstr(
                                "36 areas[0].elements[1].scale: The lowest level is the overall "
                                "one, so all that counts has one scale, here “two”.")));
  EXPECT_THAT(with("false"), ElementsAre());
}

TEST(Pack, C_12_whose_lowest_row_is_the_overall_level_may_do_without_points) {
  auto text = changed("rule: sum", "rule: lowest");
  for (const std::string_view points : {", points: 2", ", points: 4"})
    text.erase(text.find(points), points.size());
  const auto pack = read_pack(text);
  ASSERT_TRUE(pack);
  EXPECT_FALSE(pack->content->adds_points());
  EXPECT_TRUE(read_pack(changed("rule: sum", "rule: lowest")).value().content->adds_points());
}

TEST(Pack, C_12_whose_lowest_row_is_the_overall_level_may_keep_its_bands_and_shows_none) {
  const auto lowest = changed("rule: sum", "rule: lowest");
  EXPECT_THAT(problems(lowest), ElementsAre());
  EXPECT_TRUE(read_pack(lowest).value().content->scoring.bands.empty());
}

TEST(Pack, with_several_mistakes_names_all_of_them_by_line) {
  auto text = changed("title: Work", "titel: Work");
  text.replace(text.find("owner"), 5, "ownar");
  EXPECT_THAT(problems(text),
              ElementsAre("1 : “owner” is missing here.", ::testing::StartsWith("5 ownar: "),
                          "21 areas[0]: “title” is missing here.",
                          ::testing::StartsWith("22 areas[0].titel: ")));
}

TEST(Pack, that_would_grow_to_fifty_million_values_is_refused_at_once) {
  std::string bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n";
  for (char c = 'b'; c < 'j'; ++c) {
    const auto before = static_cast<char>(c - 1);
    bomb += std::string(1, c) + ": &" + c + " [";
    for (int n = 0; n < 9; ++n) bomb += std::string(n ? ",*" : "*") + before;
    bomb += "]\n";
  }
  const auto start = std::chrono::steady_clock::now();
  EXPECT_THAT(problems(bomb), ElementsAre(HasSubstr("Anchors")));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2));
}

TEST(Pack, is_refused_when_too_large_too_deep_or_too_many) {
  EXPECT_THAT(problems(std::string(1024 * 1024 + 1, ' ')), ElementsAre(HasSubstr("1 MB")));
  EXPECT_THAT(problems(std::string(40, '[') + std::string(40, ']')),
              ElementsAre(HasSubstr("32 levels")));
  EXPECT_THAT(problems(R"({"a":)" + std::string(40, '[') + std::string(40, ']') + "}"),
              ElementsAre(HasSubstr("32 levels")));
  std::string many = "a: [";
  for (int n = 0; n < 50'001; ++n) many += "1,";
  EXPECT_THAT(problems(many + "1]"), ElementsAre(HasSubstr("50000 values")));
  EXPECT_THAT(problems(changed("title: Work", "title: " + std::string(100'000, 'a'))),
              ElementsAre(HasSubstr("600 characters")));
}

TEST(Pack, has_one_hash_however_it_is_written) {
  const auto hash = read_pack(sound).value().hash;
  EXPECT_EQ(read_pack(changed("key: work\n    title: Work", "title: \"Work\"\n    key: work"))
                .value()
                .hash,
            hash);
  EXPECT_EQ(read_pack("# a remark\n" + sound).value().hash, hash);
  EXPECT_EQ(read_pack(changed("published: 2026-11-22", "published: 2027-01-01")).value().hash,
            hash);
  EXPECT_EQ(read_pack(changed("checked_on: 2026-11-22", "checked_on: 2027-01-01")).value().hash,
            hash);
  EXPECT_EQ(read_pack(read_pack(sound).value().canonical).value().hash, hash);
  EXPECT_NE(read_pack(changed("I listen well.", "I listen better.")).value().hash, hash);
  EXPECT_NE(read_pack(changed("title: Ours", "title: Theirs")).value().hash, hash);
}

TEST(Pack, takes_both_spellings_of_an_accent_for_the_same) {
  const auto composed = read_pack(changed("Eastmere", "\u00c9lodie")).value();
  const auto decomposed = read_pack(changed("Eastmere", "E\u0301lodie")).value();
  EXPECT_EQ(composed.hash, decomposed.hash);
  EXPECT_EQ(decomposed.content->owner, "\u00c9lodie");
}

// The members of an object in another order.
std::string shuffled(const std::vector<std::string>& members, const std::vector<int>& weights) {
  std::vector<std::pair<int, std::string>> order;
  order.reserve(members.size());
  for (std::size_t n = 0; n < members.size(); ++n)
    order.emplace_back(weights[n % weights.size()] * static_cast<int>(n + 1) % 17, members[n]);
  std::ranges::sort(order);
  std::string text;
  for (const auto& [weight, member] : order) text += (text.empty() ? "{" : ",\n ") + member;
  return text + "}";
}

TEST(Pack, as_json_has_the_same_hash_in_any_order_of_members) {
  const std::vector<std::string> members{
      R"("pack":1)",
      R"("standard":"small")",
      R"("version":"1")",
      R"("title":"Sm\u00e4ll \ud83d\ude00")",
      R"("owner":"\tUs")",
      R"("licence":{"redistribute":"none","name":"None"})",
      R"("summary":"Less")",
      R"("scales":{"s":{"type":"met","levels":[{"key":"met","name":"Met"}]}})",
      R"("areas":[{"title":"A","key":"a","elements":[{"title":"E","scale":"s","key":"e"}]}])"};
  const auto hash = read_pack(shuffled(members, {1})).value().hash;
  EXPECT_TRUE(rc::check([&] {
    const auto weights = *rc::gen::container<std::vector<int>>(9, rc::gen::inRange(1, 1000));
    const auto pack = read_pack(shuffled(members, weights));
    RC_ASSERT(pack.has_value());
    RC_ASSERT(pack->hash == hash);
  }));
}

TEST(Pack, as_broken_json_is_named_with_its_line) {
  EXPECT_THAT(problems("{\"pack\": 1,\n\"standard\": \"a\",\n}"),
              ElementsAre(HasSubstr("3 : This is not sound JSON")));
  EXPECT_THAT(problems("{\"pack\": 1,\n\"pack\": 1}"),
              ElementsAre(HasSubstr("2 pack: “pack” stan")));
}

TEST(Pack, gives_the_same_content_from_its_canonical_form) {
  for (const auto& pack : box()) {
    const auto again = content_from_canonical(pack.canonical);
    EXPECT_EQ(again->address(), pack.content->address());
    ASSERT_EQ(again->elements().size(), pack.content->elements().size());
    const auto& last = *again->elements().back();
    const auto& last_before = *pack.content->elements().back();
    EXPECT_EQ(last.title, last_before.title);
    ASSERT_EQ(last.descriptor_list.size(), last_before.descriptor_list.size());
    if (!last.descriptor_list.empty()) {
      EXPECT_EQ(last.descriptor_list.back().statements.back().text,
                last_before.descriptor_list.back().statements.back().text);
    }
  }
}

}  // namespace
}  // namespace touchstone::standard
