// One person told all that is kept about them, and then erased, over the whole program.
#include <algorithm>
#include <array>
#include <cctype>
#include <sstream>

#include "test/world.h"
#include "verify.h"

namespace touchstone::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string only_hannah = "only-hannah-wrote-this";

class Erasure : public World {
 protected:
  Erasure() {
    auto hannah = client_of(owner);
    const auto saved =
        hannah.post_json(own_sheet() + "/judgements/coaching",
                         R"({"level": "silver", "note": ")" + only_hannah + R"(", "version": 0})");
    EXPECT_EQ(saved.status, 200) << saved.body;
    hannah.post_form(own_evidence(), {{"kind", "quote"},
                                      {"title", only_hannah},
                                      {"text", only_hannah},
                                      {"about_on", "2027-01-12"},
                                      {"only_mine", "true"},
                                      {"version", "1"}});
    hannah.post_form(
        "/eastmere/ideas",
        {{"did", only_hannah}, {"changed", "x"}, {"place", "y"}, {"source", "own_teaching"}});
    auto margaret = client_of(principal);
    const auto finished =
        part_behind(margaret.get_json("/eastmere/institution/judgement").body, R"("finished":")");
    const auto panel = margaret.post_json(
        "/eastmere/institution/judgement",
        R"({"panel": "Margaret Okonjo and Hannah Sorrell", "finished": ")" + finished + R"("})");
    EXPECT_EQ(panel.status, 200) << panel.body;
    housekeep([](sql::Housekeeping& turn) {
      jobs::enqueue(turn, {}, "account_link", R"({"email": ")" + owner.email + R"("})", now());
      turn.execute("UPDATE job SET failed_at = 1 WHERE kind = 'account_link'");
    });
    read([&](sql::Read& read) {
      const auto workspace = people::workspace_by_slug(read, "eastmere").value();
      const auto person = people::person_by_email(read, workspace.id, owner.email).value();
      address_ = "/eastmere/staff-list/" + to_text(person.id);
    });
  }

  int verified() {
    std::istringstream in;
    std::ostringstream out;
    Terminal terminal{in, out, out, {}};
    const auto code = verify(database(), storage(), terminal);
    EXPECT_EQ(code, 0) << out.str();
    return code;
  }

  // Whatever people typed, wherever it is kept.
  std::string all_words() {
    std::string words;
    read([&](sql::Read& read) {
      for (const auto& row : read.rows(
               "SELECT name FROM person UNION ALL SELECT email FROM person UNION ALL "
               "SELECT sort_key FROM person UNION ALL SELECT email_key FROM account UNION ALL "
               "SELECT email FROM account UNION ALL SELECT note FROM judgement UNION ALL "
               "SELECT text FROM target UNION ALL SELECT frozen FROM submission UNION ALL "
               "SELECT name FROM self_assessment UNION ALL SELECT content FROM staff_import "
               "UNION ALL SELECT title FROM evidence UNION ALL SELECT search_key FROM evidence "
               "UNION ALL SELECT text FROM evidence UNION ALL SELECT text FROM evidence_revision "
               "UNION ALL SELECT title FROM evidence_revision "
               "UNION ALL SELECT text FROM share_comment UNION ALL SELECT secret FROM credential "
               "UNION ALL SELECT recipient FROM outbox UNION ALL SELECT payload FROM job "
               "UNION ALL SELECT names FROM panel "
               "UNION ALL SELECT did FROM practice UNION ALL SELECT found_in FROM practice "
               "UNION ALL SELECT report FROM practice_trial "
               "UNION ALL SELECT text FROM practice_question "
               "UNION ALL SELECT change FROM history"))
        if (!row.null(0)) words += std::string(row.text(0)) + "\n";
    });
    return words;
  }

  // The name of every table with each of its columns, and how to read it as text.
  std::vector<std::array<std::string, 3>> every_column() {
    const auto* of_sqlite =
        "SELECT m.name, c.name, 'CAST(\"' || c.name || '\" AS TEXT)' FROM sqlite_master m "
        "JOIN pragma_table_info(m.name) c WHERE m.type = 'table'";
    const auto* of_postgres =
        "SELECT table_name::text, column_name::text, CASE data_type WHEN 'bytea' "
        "THEN 'encode(\"' || column_name || '\", ''escape'')' "
        "ELSE '\"' || column_name || '\"::text' END "
        "FROM information_schema.columns WHERE table_schema = current_schema()";
    std::vector<std::array<std::string, 3>> columns;
    read([&](sql::Read& read) {
      for (const auto& row : read.rows(on_postgres() ? of_postgres : of_sqlite))
        columns.push_back(
            {row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2)});
    });
    EXPECT_GT(columns.size(), 300U);
    return columns;
  }

  // Wherever one of these stands, in capitals or not: "table.column: what it holds".
  std::vector<std::string> places_of(const std::vector<std::string>& words) {
    std::vector<std::string> places;
    for (const auto& [table, column, as_text] : every_column())
      read([&](sql::Read& read) {
        const auto all = "SELECT " + as_text + " FROM \"" + table + "\"";
        for (const auto& row : read.rows(all)) {
          if (row.null(0)) continue;
          auto held = std::string(row.text(0));
          std::ranges::transform(held, held.begin(),
                                 [](unsigned char c) { return std::tolower(c); });
          for (const auto& word : words)
            if (held.contains(word)) places.push_back(table + "." + column + ": " + held);
        }
      });
    return places;
  }

  // Hannah is named wherever others read: in what is hers, and in what colleagues wrote.
  void name_hannah_everywhere() {
    auto hannah = client_of(owner);
    auto priya = client_of(quality_manager);
    const auto idea = record(hannah, {{"did", "Hannah Sorrell lets a learner ask first."},
                                      {"changed", "They dare to. hannah.sorrell@eastmere.example"},
                                      {"place", "Room of Hannah Sorrell"},
                                      {"subject", "Hannah Sorrell"},
                                      {"source", "own_teaching"}});
    agree_and_share(idea);
    const auto observed = record(priya, {{"did", "Hannah Sorrell waits, then asks."},
                                         {"changed", "More hands, says Hannah Sorrell"},
                                         {"place", "Ward"},
                                         {"found_in", "Visit to Hannah Sorrell"},
                                         {"source", "observation"},
                                         {"tutor", "marcus.bright@eastmere.example"}});
    EXPECT_EQ(priya
                  .post_form(observed + "/validation", {{"decision", "send_back"},
                                                        {"reason", "Ask Hannah Sorrell first"},
                                                        {"version", "1"}})
                  .status,
              303);
    priya.post_form(idea + "/sharings", {{"channel", "meeting"},
                                         {"audience", "The team of Hannah Sorrell"},
                                         {"shared_on", "2027-01-18"}});
    priya.post_form(idea + "/impacts", {{"changed", "Others ask as Hannah Sorrell does"},
                                        {"evidence", "Notes of Hannah Sorrell"},
                                        {"cpd", "With Hannah Sorrell"},
                                        {"scale", "team"}});
    auto marcus = client_of(other_tutor);
    marcus.post_form(idea + "/trials", {{"place", "Next to Hannah Sorrell"}});
    marcus.post_form(
        idea + "/questions",
        {{"text", "Does Hannah Sorrell wait long?"},
         {"adviser", part_behind(marcus.get_json(idea).body, "\"advisers\":[{\"id\":\"")}});
    priya.post_form("/eastmere/ideas/meetings",
                    {{"held_on", "2027-01-19"},
                     {"people", "Priya Raman, Hannah Sorrell"},
                     {"notes", "hannah.sorrell@eastmere.example sends it"}});
    for (auto* client : {&hannah, &priya}) quote_and_change(*client);
  }

  std::string record(http::testing::Client& client, const http::testing::Pairs& fields) {
    const auto sent =
        client.post_files("/eastmere/ideas", fields,
                          {{"file", "Hannah Sorrell plan.txt", "text/plain", fields[0].second}});
    EXPECT_EQ(sent.status, 303) << sent.body;
    return std::string(sent.header("location"));
  }

  void agree_and_share(const std::string& idea) {
    const auto agreed =
        client_of(quality_manager)
            .post_form(idea + "/validation", {{"decision", "agree"},
                                              {"share", "true"},
                                              {"moderation", "Hannah Sorrell, 2026"},
                                              {"version", "1"}});
    EXPECT_EQ(agreed.status, 303) << agreed.body;
  }

  void quote_and_change(http::testing::Client& client) {
    http::testing::Pairs fields{{"kind", "quote"},
                                {"title", "Lesson of Hannah Sorrell"},
                                {"text", "As Hannah Sorrell said"},
                                {"about_on", "2027-01-12"}};
    const auto added = client.post_form("/eastmere/evidence", fields);
    EXPECT_EQ(added.status, 303) << added.body;
    fields[2].second = "As hannah.sorrell@eastmere.example wrote";
    fields.emplace_back("version", "1");
    EXPECT_EQ(client.post_form(added.header("location"), fields).status, 303);
  }

  std::string address_;
};
INSTANTIATE_ON_BOTH_DATABASES(Erasure);

TEST_P(Erasure, is_preceded_by_a_copy_for_the_person_alone) {
  auto hannah = client_of(owner);
  const auto page = hannah.get("/eastmere/your-data");
  EXPECT_EQ(page.status, 200);
  for (const auto& text : {owner.email, only_hannah, std::string("Health and care")})
    EXPECT_THAT(page.body, HasSubstr(text));
  EXPECT_THAT(hannah.get_json("/eastmere/your-data").body, HasSubstr(only_hannah));
  const auto file = hannah.get("/eastmere/your-data?as=file");
  EXPECT_THAT(std::string(file.header("content-disposition")), HasSubstr("eastmere-my-data.json"));
  EXPECT_THAT(file.body, HasSubstr(only_hannah));
  for (const auto* visitor : {&staff_list_keeper, &quality_manager}) {
    auto client = client_of(*visitor);
    EXPECT_THAT(client.get_json("/eastmere/your-data").body, Not(HasSubstr(only_hannah)));
    EXPECT_THAT(client.get_json(address_ + "/erasure").body, Not(HasSubstr(only_hannah)));
  }
}

TEST_P(Erasure, is_preceded_by_what_the_person_wrote_on_a_share_that_ended) {
  auto hannah = client_of(owner);
  const auto shares = hannah.get_json(own_sheet() + "/shares").body;
  const auto at = shares.find("/eastmere/shared/");
  const auto shared = shares.substr(at, shares.find('"', at) - at);
  EXPECT_EQ(hannah.post_form(shared + "/comments", {{"text", "said-and-withdrawn"}}).status, 303);
  const auto id = shared.substr(shared.rfind('/') + 1);
  hannah.post_form(own_sheet() + "/shares/" + id + "/withdrawal", {});
  EXPECT_THAT(hannah.get_json("/eastmere/your-data").body, HasSubstr("said-and-withdrawn"));
}

TEST_P(Erasure, takes_a_closed_person_and_somebody_who_is_sure) {
  auto keeper = client_of(staff_list_keeper);
  const auto before = all_that_is_kept();
  EXPECT_EQ(keeper.post_form(address_ + "/erasure", {{"sure", "yes"}}).status, 409);
  EXPECT_THAT(keeper.get(address_ + "/erasure").body, HasSubstr("Close their access first"));
  EXPECT_EQ(all_that_is_kept(), before);
  keeper.post_form(address_ + "/closing", {});
  const auto closed = all_that_is_kept();
  EXPECT_EQ(keeper.post_form(address_ + "/erasure", {}).status, 422);
  EXPECT_EQ(all_that_is_kept(), closed);
}

TEST_P(Erasure, leaves_no_word_of_them_and_a_whole_history) {
  ASSERT_THAT(all_words(), HasSubstr(only_hannah));
  auto keeper = client_of(staff_list_keeper);
  keeper.post_form(address_ + "/closing", {});
  const auto erased = keeper.post_form(address_ + "/erasure", {{"sure", "yes"}});
  EXPECT_EQ(erased.status, 303) << erased.body;
  const auto kept = all_words();
  for (const auto& text : {only_hannah, owner.email, std::string("Hannah Sorrell")})
    EXPECT_THAT(kept, Not(HasSubstr(text)));
  EXPECT_EQ(verified(), 0);
}

// Every table is looked through, one that a later change adds too.
TEST_P(Erasure, leaves_neither_name_nor_address_in_any_column_of_any_table) {
  name_hannah_everywhere();
  const std::vector<std::string> words{"sorrell"};
  EXPECT_GT(places_of(words).size(), 30U);
  auto keeper = client_of(staff_list_keeper);
  keeper.post_form(address_ + "/closing", {});
  EXPECT_EQ(keeper.post_form(address_ + "/erasure", {{"sure", "yes"}}).status, 303);
  for (const auto& place : places_of(words)) ADD_FAILURE() << place;
  EXPECT_EQ(verified(), 0);
}

TEST_P(Erasure, lets_nobody_in_and_cannot_be_taken_back) {
  auto hannah = client_of(owner);
  auto keeper = client_of(staff_list_keeper);
  keeper.post_form(address_ + "/closing", {});
  keeper.post_form(address_ + "/erasure", {{"sure", "yes"}});
  EXPECT_EQ(hannah.get("/eastmere").status, 303);
  EXPECT_EQ(keeper.get(address_).status, 404);
  EXPECT_EQ(keeper.post_form(address_ + "/reopening", {}).status, 404);
  EXPECT_THAT(keeper.get("/eastmere/staff-list?search=erased").body,
              Not(HasSubstr("Erased person")));
  EXPECT_EQ(verified(), 0);
}

}  // namespace
}  // namespace touchstone::testing
