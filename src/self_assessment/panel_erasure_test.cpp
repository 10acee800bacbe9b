#include <set>

#include "people/people.h"
#include "platform/json/flatten.h"
#include "self_assessment/leaders_store.h"
#include "self_assessment/personal_store.h"
#include "self_assessment/sheets_world_test.h"

namespace touchstone::self_assessment {
namespace {

const std::string leader = "margaret.okonjo@eastmere.example";  // principal
const std::string who_goes = "Ann \"Nan\" Lee";
const std::string who_stays = "Ann \"Nan\" Leeson";

// Somebody whose name has quotation marks judged with other leaders, and is then erased.
class PanelErasure : public SheetsWorld {
 protected:
  PanelErasure() { people::keep_personal_data_with(personal_room()); }

  void judge(const std::string& panel, const std::string& then) {
    auto client = client_of(leader);
    http::testing::Pairs fields{
        {"then", then},
        {"panel", panel},
        {"finished", hidden_field(client.get("/eastmere/institution/judgement").body, "finished")}};
    if (then == "finish")
      for (const auto* element : testing::tutoring().elements()) {
        fields.emplace_back(element->key + ".level", "silver");
        fields.emplace_back(element->key + ".note", "Seen");
        fields.emplace_back(element->key + ".version", "0");
      }
    const auto answer = client.post_form("/eastmere/institution/judgement", fields);
    EXPECT_EQ(answer.status, 303) << answer.body;
  }
  void erase_them() {
    using namespace std::chrono_literals;
    Id<people::Person> id;
    read([&](sql::Read& read) {
      id = people::person_by_email(read, demo_.eastmere, "hannah.sorrell@eastmere.example")->id;
    });
    write_in(demo_.eastmere, [&](sql::Write& write) {
      EXPECT_TRUE(people::disable(write, id, 2027y / 1 / 19));
      EXPECT_TRUE(people::erase(write, id, 2027y / 1 / 19));
    });
  }
  void call_hannah(const std::string& name) {
    write_in(demo_.eastmere, [&](sql::Write& write) {
      auto hannah =
          people::person_by_email(write, demo_.eastmere, "hannah.sorrell@eastmere.example").value();
      hannah.name = name;
      EXPECT_TRUE(people::change(write, hannah));
    });
  }
  std::vector<std::string> texts(std::string_view sql) {
    std::vector<std::string> found;
    read([&](sql::Read& read) {
      for (const auto& row : read.rows(sql)) found.push_back(row.get<std::string>(0));
    });
    return found;
  }
};
INSTANTIATE_ON_BOTH_DATABASES(PanelErasure);

TEST_P(PanelErasure, leaves_no_name_of_a_panel_that_was_or_of_one_with_quotation_marks) {
  call_hannah(who_goes);
  judge(who_goes + ", " + who_stays, "finish");
  judge(who_goes, "save");
  judge("Priya Raman", "save");
  ASSERT_EQ(texts("SELECT change FROM history WHERE verb = 'panel_named'").size(), 3U);
  erase_them();
  EXPECT_THAT(texts("SELECT names FROM panel"),
              ::testing::UnorderedElementsAre("Somebody, " + who_stays, "Priya Raman"));
  EXPECT_THAT(
      texts("SELECT frozen FROM submission"),
      ::testing::ElementsAre(::testing::HasSubstr(R"("panel":"Somebody, Ann \"Nan\" Leeson")")));
  for (const auto& change : texts("SELECT change FROM history WHERE change IS NOT NULL"))
    EXPECT_THAT(change, ::testing::Not(::testing::HasSubstr("Nan"))) << change;
}

TEST_P(PanelErasure, keeps_the_hash_of_what_was_frozen_and_what_tells_of_others) {
  call_hannah(who_goes);
  judge(who_goes, "finish");
  judge(who_stays, "save");
  erase_them();
  read([&](sql::Read& read) {
    for (const auto& row : read.rows("SELECT frozen, content_hash FROM submission"))
      EXPECT_EQ(row.get<Digest>(1), digest_of(row.text(0)));
  });
  EXPECT_THAT(texts("SELECT names FROM panel"),
              ::testing::UnorderedElementsAre("Somebody", who_stays));
  EXPECT_THAT(texts("SELECT change FROM history WHERE verb = 'panel_named' "
                    "AND change IS NOT NULL"),
              ::testing::ElementsAre(::testing::HasSubstr("Leeson")));
}

TEST_P(PanelErasure, is_preceded_by_what_was_judged_and_where_they_were_named) {
  call_hannah(who_goes);
  judge(who_goes + " and others", "save");
  judge(who_stays, "finish");
  const auto told_to = [&](const std::string& email) {
    std::string told;
    read([&](sql::Read& read) {
      for (const auto& part :
           people::personal_data(read, people::workspace(read, demo_.eastmere),
                                 people::person_by_email(read, demo_.eastmere, email).value()))
        for (const auto& fact : part.facts) told += fact.name + ": " + fact.text + "\n";
    });
    return told;
  };
  EXPECT_THAT(told_to(hannah), ::testing::HasSubstr("Named among those who judged: "));
  EXPECT_THAT(told_to(hannah), ::testing::Not(::testing::HasSubstr("You judged")));
  EXPECT_THAT(told_to(leader), ::testing::HasSubstr("You judged “Coaching”: "));
  EXPECT_THAT(told_to(leader), ::testing::HasSubstr("Silver; note: Seen"));
  EXPECT_THAT(told_to(marcus), ::testing::Not(::testing::HasSubstr("judged")));
}

}  // namespace
}  // namespace touchstone::self_assessment
