#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/sql/history.h"
#include "signin/testing.h"
#include "staff/staff.h"

namespace touchstone::staff {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string keeper_of_all = "daniel.ashworth@eastmere.example";
const std::string to_be_erased = "hannah.sorrell@eastmere.example";

class ErasurePages : public signin::testing::RoomWorld {
 protected:
  ErasurePages() {
    add_routes(routes_);
    start();
    for (const auto& each : demo_.people)
      if (each.person.email == to_be_erased) person_ = each.person;
    address_ = "/eastmere/staff-list/" + to_text(person_.id);
  }

  // Names and addresses, and what the history says of them.
  std::string all_words() {
    std::string words;
    read([&](sql::Read& read) {
      for (const auto& row : read.rows(
               "SELECT name FROM person UNION ALL SELECT email FROM person UNION ALL "
               "SELECT sort_key FROM person UNION ALL SELECT email_key FROM account UNION ALL "
               "SELECT email FROM account UNION ALL SELECT content FROM staff_import UNION "
               "ALL SELECT change FROM history"))
        if (!row.null(0)) words += std::string(row.text(0)) + "\n";
    });
    return words;
  }
  std::size_t problems_of_history() {
    std::size_t problems = 0;
    read([&](sql::Read& read) { problems = sql::verify_history(read, database().keys()).size(); });
    return problems;
  }

  people::Person person_;
  std::string address_;
};
INSTANTIATE_ON_BOTH_DATABASES(ErasurePages);

TEST_P(ErasurePages, tell_everybody_what_is_kept_about_themselves) {
  auto hannah = client_of(to_be_erased);
  for (const auto& body :
       {hannah.get("/eastmere/your-data").body, hannah.get_json("/eastmere/your-data").body})
    for (const auto& text : {std::string("Hannah Sorrell"), to_be_erased,
                             std::string("Health and care, since 1 September 2026")})
      EXPECT_THAT(body, HasSubstr(text));
  EXPECT_THAT(std::string(hannah.get("/eastmere/your-data?as=file").header("content-disposition")),
              HasSubstr("eastmere-my-data.json"));
}

TEST_P(ErasurePages, tell_in_sentences_what_was_done_to_ones_entry) {
  const auto hannah = person_.id;
  write_in(demo_.eastmere, [&](sql::Write& write) {
    const auto manager = people::person_by_email(write, demo_.eastmere, keeper_of_all).value().id;
    const auto root = people::root_team(write, demo_.eastmere);
    people::note_line_manager(write, hannah, manager);
    people::grant_role(write, hannah, {people::Role::writer, root}, people::today({}, now()));
  });
  const auto page = client_of(to_be_erased).get("/eastmere/your-data").body;
  for (const auto& sentence :
       {"You were put on the staff list as Hannah Sorrell, " + to_be_erased + ".",
        std::string("You joined the team Health and care, since 1 September 2026."),
        std::string("Your line manager became Daniel Ashworth."),
        std::string("You were given the role writer, for Eastmere College.")})
    EXPECT_THAT(page, HasSubstr(sentence));
  for (const auto& code : {"&quot;name&quot;", "&quot;team&quot;", "&#34;team&#34;"})
    EXPECT_THAT(page, Not(HasSubstr(code)));
  EXPECT_THAT(page, HasSubstr("dated by the real clock"));
}

TEST_P(ErasurePages, reach_what_stands_about_an_account_in_no_organisations_history) {
  const auto said_outside = [&](const Uuid& account, const std::string& email) {
    write_in({}, [&](sql::Write& write) {
      write.record({"account", account, "added", R"({"email":")" + email + R"("})"});
    });
  };
  said_outside(person_.account.value().value, "said-outside@x.example");
  said_outside(new_uuid(), "of-somebody-else@x.example");
  auto keeper = client_of(keeper_of_all);
  keeper.post_form(address_ + "/closing", {});
  EXPECT_THAT(all_words(), HasSubstr("said-outside@x.example"));
  EXPECT_EQ(keeper.post_form(address_ + "/erasure", {{"sure", "yes"}}).status, 303);
  EXPECT_THAT(all_words(), Not(HasSubstr("said-outside@x.example")));
  EXPECT_THAT(all_words(), HasSubstr("of-somebody-else@x.example"));
  EXPECT_EQ(problems_of_history(), 0u);
}

TEST_P(ErasurePages, erase_closed_people_only_and_only_for_somebody_who_is_sure) {
  auto keeper = client_of(keeper_of_all);
  EXPECT_EQ(keeper.post_form(address_ + "/erasure", {{"sure", "yes"}}).status, 409);
  EXPECT_THAT(keeper.get(address_ + "/erasure").body, HasSubstr("Close their access first"));
  keeper.post_form(address_ + "/closing", {});
  EXPECT_EQ(keeper.post_form(address_ + "/erasure", {}).status, 422);
  EXPECT_THAT(all_words(), HasSubstr("Hannah Sorrell"));
}

TEST_P(ErasurePages, leave_no_word_of_the_erased_and_a_whole_history_and_no_way_back) {
  auto keeper = client_of(keeper_of_all);
  keeper.post_form("/eastmere/staff-list/import",
                   {{"text", "name,email\nHannah Sorrell," + to_be_erased + "\n"}});
  keeper.post_form(address_ + "/closing", {});
  EXPECT_EQ(keeper.post_form(address_ + "/erasure", {{"sure", "yes"}}).status, 303);
  for (const auto& text :
       {std::string("Hannah Sorrell"), std::string("hannah sorrell"), to_be_erased})
    EXPECT_THAT(all_words(), Not(HasSubstr(text)));
  EXPECT_EQ(problems_of_history(), 0U);
  EXPECT_EQ(keeper.get(address_).status, 404);
  EXPECT_EQ(keeper.post_form(address_ + "/reopening", {}).status, 404);
  EXPECT_THAT(keeper.get_json("/eastmere/staff-list?search=erased").body,
              HasSubstr(R"("items":[])"));
}

TEST_P(ErasurePages, wait_until_nobody_answers_to_them_any_more) {
  write_in(demo_.eastmere, [&](sql::Write& write) {
    const auto marcus =
        people::person_by_email(write, demo_.eastmere, "marcus.bright@eastmere.example");
    people::set_line_manager(write, marcus->id, person_.id);
  });
  auto keeper = client_of(keeper_of_all);
  keeper.post_form(address_ + "/closing", {});
  const auto refused = keeper.post_form(address_ + "/erasure", {{"sure", "yes"}});
  EXPECT_EQ(refused.status, 409);
  EXPECT_THAT(refused.body, HasSubstr("another line manager first"));
}

}  // namespace
}  // namespace touchstone::staff
