#include <gtest/gtest.h>

#include <set>

#include "platform/text.h"
#include "standard/standard.h"

// What the pack in the box promises to those who score themselves with it.
namespace touchstone::standard {
namespace {

const Content& tutoring() {
  static const auto content = in_the_box("personal-tutoring@1.0");
  if (!content) throw std::runtime_error("personal-tutoring@1.0 is not in the box");
  return *content;
}

template <class List, class Member>
std::vector<std::string> each(const List& list, Member member) {
  std::vector<std::string> all;
  for (const auto& thing : list) all.push_back(std::invoke(member, thing));
  return all;
}

void for_each_descriptor(const auto& look) {
  for (const auto* element : tutoring().elements())
    for (const auto& descriptor : element->descriptor_list) look(*element, descriptor);
}

std::vector<std::string> texts_of(const Descriptor& descriptor) {
  auto texts = each(descriptor.statements, &Statement::text);
  texts.insert(texts.begin(), descriptor.short_text);
  return texts;
}

std::string where(const Element& element, const Descriptor& descriptor) {
  return element.key + ", " + descriptor.voice + ", " + descriptor.level;
}

TEST(PersonalTutoring, C_1_speaks_for_a_person_and_for_an_institution) {
  EXPECT_EQ(tutoring().voices, (std::vector<std::string>{"person", "institution"}));
}

TEST(PersonalTutoring, C_2_has_nine_chapters) {
  EXPECT_EQ(tutoring().areas.size(), 9u);
}

TEST(PersonalTutoring, C_3_has_ten_scored_themes_of_which_the_first_chapter_holds_two) {
  std::vector<std::string> keys;
  for (const auto* element : tutoring().elements()) {
    keys.push_back(element->key);
    EXPECT_TRUE(element->scored) << element->key;
  }
  EXPECT_EQ(keys, (std::vector<std::string>{"core-values", "core-skills", "boundaries",
                                            "key-activities", "key-procedures", "coaching",
                                            "observation", "reflective-practice",
                                            "measuring-impact", "own-development"}));
  EXPECT_EQ(tutoring().areas.front().elements.size(), 2u);
}

TEST(PersonalTutoring, C_4_has_five_sequential_levels_of_two_to_ten_points) {
  for (const auto* element : tutoring().elements()) {
    const auto& scale = tutoring().scale_of(*element);
    EXPECT_TRUE(scale.sequential());
    EXPECT_EQ(
        each(scale.levels, &Level::name),
        (std::vector<std::string>{"Minimum standard", "Bronze", "Silver", "Gold", "Platinum"}));
    std::vector<int> points;
    for (const auto& level : scale.levels) points.push_back(level.points);
    EXPECT_EQ(points, (std::vector<int>{2, 4, 6, 8, 10}));
  }
}

TEST(PersonalTutoring, C_8_has_five_printed_pages_in_order) {
  std::vector<int> sheets;
  for (const auto* element : tutoring().elements()) sheets.push_back(tutoring().sheet_of(*element));
  EXPECT_EQ(sheets, (std::vector<int>{1, 1, 2, 2, 3, 3, 4, 4, 4, 5}));
}

TEST(PersonalTutoring, C_9_C_10_has_the_same_bands_for_both_voices_in_tables_of_their_own) {
  for (const auto& voice : tutoring().voices) {
    std::vector<std::string> bands;
    for (const auto& band : tutoring().bands(voice))
      bands.push_back(band.level + " " + std::to_string(band.from) + " " + std::to_string(band.to));
    EXPECT_EQ(bands, (std::vector<std::string>{"minimum 0 19", "bronze 20 39", "silver 40 59",
                                               "gold 60 79", "platinum 80 100"}))
        << voice;
  }
  EXPECT_EQ(tutoring().scoring.bands.size(), 2u);
}

TEST(PersonalTutoring, C_12_sums_and_shows_the_lowest_level_beside_the_band) {
  EXPECT_EQ(tutoring().scoring.rule, Rule::sum);
  EXPECT_TRUE(tutoring().scoring.lowest_beside_band);
}

TEST(PersonalTutoring, C_13_has_its_reference_lists_with_the_themes_they_belong_to) {
  const auto items = [](const char* element) {
    const auto& lists = tutoring().element(element)->lists;
    return lists.size() == 1 ? lists.front().items.size() : 0u;
  };
  EXPECT_EQ(items("core-values"), 6u);
  EXPECT_EQ(items("core-skills"), 10u);
  EXPECT_EQ(items("boundaries"), 4u);
  EXPECT_EQ(items("key-activities"), 3u);
  EXPECT_EQ(items("key-procedures"), 6u);
  EXPECT_EQ(items("coaching"), 0u);
}

TEST(PersonalTutoring, C_14_asks_for_more_than_half_at_minimum_and_for_all_at_bronze) {
  for (const auto* key : {"core-values", "core-skills"}) {
    const auto& thresholds = tutoring().element(key)->thresholds;
    EXPECT_EQ(each(thresholds, &Threshold::level), (std::vector<std::string>{"minimum", "bronze"}));
    EXPECT_EQ(each(thresholds, &Threshold::rule),
              (std::vector<std::string>{"more-than-half", "all"}));
    for (const auto& threshold : thresholds) EXPECT_EQ(threshold.list, key);
  }
}

TEST(PersonalTutoring, C_15_C_16_describes_every_level_of_every_theme_in_both_voices) {
  for (const auto* element : tutoring().elements())
    for (const auto& voice : tutoring().voices)
      EXPECT_EQ(each(element->descriptors(voice), [](const auto* found) { return found->level; }),
                each(tutoring().scale_of(*element).levels, &Level::key))
          << element->key << ", " << voice;
}

TEST(PersonalTutoring, says_each_level_shortly_with_one_to_three_statements) {
  for_each_descriptor([](const Element& element, const Descriptor& descriptor) {
    EXPECT_LE(split(descriptor.short_text, ' ').size(), 16u) << where(element, descriptor);
    EXPECT_GE(descriptor.statements.size(), 1u) << where(element, descriptor);
    EXPECT_LE(descriptor.statements.size(), 3u) << where(element, descriptor);
    for (const auto& text : texts_of(descriptor))
      EXPECT_LE(characters(text), 160u) << where(element, descriptor) << ": " << text;
  });
}

TEST(PersonalTutoring, C_7_never_says_the_same_twice) {
  std::set<std::string> said;
  for_each_descriptor([&](const Element& element, const Descriptor& descriptor) {
    for (const auto& text : texts_of(descriptor))
      EXPECT_TRUE(said.insert(sort_key(text)).second) << where(element, descriptor) << ": " << text;
  });
}

TEST(PersonalTutoring, can_be_read_in_a_quarter_of_an_hour) {
  for (const auto& voice : tutoring().voices) {
    std::size_t bytes = 0;
    for_each_descriptor([&](const Element&, const Descriptor& descriptor) {
      if (descriptor.voice != voice) return;
      for (const auto& text : texts_of(descriptor)) bytes += text.size();
    });
    EXPECT_LE(bytes, 14u * 1024) << voice;
  }
}

TEST(PersonalTutoring, C_21_C_22_C_23_names_what_the_program_checks_in_the_last_theme) {
  const auto& last = *tutoring().element("own-development");
  for (const auto& voice : tutoring().voices) {
    const auto facts = [&](const char* level) {
      return each(last.descriptor(voice, level)->facts, &Fact::fact);
    };
    EXPECT_EQ(facts("silver"), (std::vector<std::string>{"sheets-in-period",
                                                         "targets-for-every-element-below-top"}));
    EXPECT_EQ(facts("gold"), (std::vector<std::string>{"progress-since-previous", "adapted-copy"}));
    EXPECT_EQ(facts("platinum"), (std::vector<std::string>{"all-other-elements-at"}));
    EXPECT_EQ(last.descriptor(voice, "platinum")->facts.front().level, "platinum");
  }
}

}  // namespace
}  // namespace touchstone::standard
