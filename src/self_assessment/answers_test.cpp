#include "self_assessment/sheets_world_test.h"

// What an answer to a theme holds, and what the program says beside it.
namespace touchstone::self_assessment {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Answers : public SheetsWorld {};
INSTANTIATE_ON_BOTH_DATABASES(Answers);

TEST_P(Answers, C_6_a_theme_holds_the_level_chosen_last_and_no_second) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  EXPECT_EQ(choose(client, sheet, "coaching", "gold").status, 200);
  EXPECT_EQ(choose(client, sheet, "coaching", "silver", 1).status, 200);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM judgement WHERE level = 'silver'"), 1);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM judgement"), 1);
  EXPECT_THAT(client.get_json(sheet).body, HasSubstr(R"("total":6)"));
}

TEST_P(Answers, C_13_lists_stand_with_their_themes_and_what_is_ticked_is_kept) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto before = client.get(sheet).body;
  int lists = 0;
  for (const auto* element : testing::tutoring().elements())
    for (const auto& list : element->lists) {
      ++lists;
      EXPECT_THAT(before, HasSubstr("Checklist: " + list.title + "</summary>"));
      for (const auto& item : list.items)
        EXPECT_THAT(before, HasSubstr("name=\"" + element->key + ".items\" value=\"" + list.key +
                                      "." + item.key + "\">"));
    }
  EXPECT_EQ(lists, 5);
  const http::testing::Pairs form{{"level", "silver"},
                                  {"lists", "1"},
                                  {"items", "core-values.tactful"},
                                  {"items", "core-values.equal"},
                                  {"version", "0"}};
  EXPECT_EQ(client.post_form(sheet + "/judgements/core-values", form).status, 303);
  const auto after = client.get(sheet).body;
  EXPECT_THAT(after, HasSubstr("value=\"core-values.tactful\" checked>"));
  EXPECT_THAT(after, HasSubstr("value=\"core-values.equal\" checked>"));
  EXPECT_THAT(after, Not(HasSubstr("value=\"core-values.ambitious\" checked>")));
}

TEST_P(Answers, C_14_a_level_that_asks_for_more_than_is_ticked_is_advised_about_and_kept) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  const auto saved =
      client.post_json(sheet + "/judgements/core-values",
                       R"({"level": "bronze", "items": ["core-values.tactful", "core-values.equal",
          "core-values.ambitious", "core-values.open-minded"], "version": 0})");
  EXPECT_EQ(saved.status, 200);
  EXPECT_THAT(saved.body, HasSubstr("4 of 6"));
  EXPECT_THAT(client.get(sheet).body, HasSubstr("4 of 6"));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM judgement WHERE level = 'bronze'"), 1);
  const auto none = client.post_json(sheet + "/judgements/core-values",
                                     R"({"level": "bronze", "lists": "1", "version": 1})");
  EXPECT_THAT(none.body, Not(HasSubstr("of 6")));
}

TEST_P(Answers, C_21_C_22_what_a_level_asks_for_is_looked_up_when_it_is_chosen) {
  auto client = client_of(hannah);
  finish_at(client, begin_sheet(client), "bronze");
  const auto sheet = begin_sheet(client);
  const auto silver = choose(client, sheet, "own-development", "silver");
  EXPECT_THAT(silver.body, HasSubstr("With this one you have 2 score sheets in 12 months."));
  EXPECT_THAT(silver.body, HasSubstr("Silver asks for a SMART target in each of the"));
  const auto gold = choose(client, sheet, "own-development", "gold", 1);
  EXPECT_THAT(gold.body, HasSubstr("Gold asks for a version adapted to your setting"));
  EXPECT_THAT(client.get(sheet).body, HasSubstr("Gold asks for a version adapted to your setting"));
  EXPECT_THAT(gold.body, HasSubstr("risen since"));
}

}  // namespace
}  // namespace touchstone::self_assessment
