#include "platform/search_words.h"

#include <gmock/gmock.h>

namespace touchstone {
namespace {

using ::testing::ElementsAre;

TEST(SearchWords, are_in_lower_case_without_accents_and_each_stands_once) {
  EXPECT_THAT(words_in("Élodie’s ROOM, room 12", 9), ElementsAre("elodie", "s", "room", "12"));
  EXPECT_THAT(words_in("one two three", 2), ElementsAre("one", "two"));
  EXPECT_THAT(words_in("漢字 and łódź", 9), ElementsAre("漢字", "and", "łodz"));
}

TEST(SearchWords, are_parted_by_typographic_signs_too) {
  EXPECT_THAT(words_in("“What have you tried?” – «rien»", 9),
              ElementsAre("what", "have", "you", "tried", "rien"));
}

TEST(SearchWords, are_cut_between_characters) {
  const auto words = words_in(std::string(39, 'a') + "łłł", 1);
  EXPECT_EQ(words.at(0), std::string(39, 'a'));
}

TEST(SearchWords, become_patterns_that_fit_all_where_nothing_is_asked) {
  const auto patterns = search_patterns({"oak"});
  EXPECT_EQ(patterns.front(), "% oak%");
  EXPECT_EQ(patterns.back(), "%");
  EXPECT_EQ(search_key_of({"oak", "elm"}), " oak elm");
}

}  // namespace
}  // namespace touchstone
