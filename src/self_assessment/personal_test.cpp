#include "self_assessment/personal_store.h"
#include "self_assessment/sheets_world_test.h"

// What people read about themselves on "Your data".
namespace touchstone::self_assessment {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

class OwnSheetsTold : public SheetsWorld {
 protected:
  OwnSheetsTold() { people::keep_personal_data_with(personal_room()); }

  std::string told_to(const std::string& email) {
    std::string told;
    read([&](sql::Read& read) {
      for (const auto& part :
           people::personal_data(read, people::workspace(read, demo_.eastmere),
                                 people::person_by_email(read, demo_.eastmere, email).value()))
        for (const auto& fact : part.facts) told += fact.name + ": " + fact.text + "\n";
    });
    return told;
  }
};
INSTANTIATE_ON_BOTH_DATABASES(OwnSheetsTold);

TEST_P(OwnSheetsTold, themes_stand_as_the_standard_has_them_and_days_are_words) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  choose(client, sheet, "coaching", "gold");
  choose(client, sheet, "core-values", "silver");
  const auto told = told_to(hannah);
  EXPECT_LT(told.find("Core values: Silver"), told.find("Coaching: Gold"));
  EXPECT_NE(told.find("Coaching: Gold"), std::string::npos);
  EXPECT_THAT(told,
              ::testing::ContainsRegex("Begun: [0-9]+ [A-Z][a-z]+ 20[0-9]+ at [0-9]+:[0-9]+"));
  EXPECT_THAT(told, ::testing::ContainsRegex("since [0-9]+ [A-Z][a-z]+ 20[0-9]+"));
  // The history keeps what was changed as it was written down.
  const auto facts = told.substr(0, told.find('{'));
  EXPECT_THAT(facts, Not(::testing::ContainsRegex("20[0-9][0-9]-[01][0-9]-[0-3][0-9]")));
}

TEST_P(OwnSheetsTold, what_was_kept_at_finishing_is_told_with_notes_that_were_deleted_since) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  client.post_json(sheet + "/judgements/coaching",
                   R"({"level": "silver", "note": "a word of then", "version": 0})");
  client.post_form(sheet + "/submission", {});
  client.post_form(sheet + "/reopening", {});
  client.post_json(sheet + "/judgements/coaching",
                   R"({"level": "silver", "note": "", "version": 1})");
  const auto told = told_to(hannah);
  for (const auto* kept :
       {"Kept when you finished it, on ", "Kept when you opened it again, on "}) {
    const auto at = told.find(kept);
    ASSERT_NE(at, told.npos) << kept;
    EXPECT_THAT(told.substr(at, told.find('\n', at) - at),
                EndsWith("Coaching: Silver; note: a word of then"))
        << kept;
  }
  EXPECT_THAT(told, Not(HasSubstr("\"theme\"")));
  client.post_form(sheet + "/submission", {});
  const auto again = told_to(hannah);
  EXPECT_THAT(again.substr(again.rfind("Kept when you finished it, on ")),
              HasSubstr(": As it stands above.\n"));
}

TEST_P(OwnSheetsTold, what_is_ticked_is_told_by_its_text) {
  auto client = client_of(hannah);
  const auto sheet = begin_sheet(client);
  client.post_form(
      sheet + "/judgements/core-values",
      {{"level", "silver"}, {"lists", "1"}, {"items", "core-values.tactful"}, {"version", "0"}});
  const auto told = told_to(hannah);
  EXPECT_THAT(told, HasSubstr("ticked: “"));
  EXPECT_THAT(told, Not(HasSubstr("core-values.tactful")));
}

}  // namespace
}  // namespace touchstone::self_assessment
