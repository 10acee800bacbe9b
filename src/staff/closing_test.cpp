#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "staff/staff_list_test.h"

namespace touchstone::staff {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Entries : public StaffList {};
INSTANTIATE_ON_BOTH_DATABASES(Entries);

TEST_P(Entries, that_somebody_else_changed_answer_409_with_both_texts) {
  auto client = client_of("daniel.ashworth@eastmere.example");
  const auto address = address_of("Chipo Moyo");
  const http::testing::Pairs fields{{"name", "Chipo Moyo-Hart"},
                                    {"email", "chipo.moyo@eastmere.example"},
                                    {"line_manager", ""},
                                    {"version", "1"}};
  EXPECT_EQ(client.post_form(address, fields).status, 303);
  const auto told = client.post_json(
      address,
      R"({"name":"Chipo Moyo","email":"chipo.moyo@eastmere.example","line_manager":"","version":1})");
  EXPECT_EQ(told.status, 409);
  EXPECT_THAT(told.body, HasSubstr("Elsewhere this is now “Chipo Moyo-Hart”"));
  EXPECT_THAT(told.body, HasSubstr("Somebody else changed this entry meanwhile"));
}

TEST_P(Entries, are_not_found_by_a_long_search_in_other_letters) {
  auto client = client_of("daniel.ashworth@eastmere.example");
  std::string search = "a";
  for (int i = 0; i < 60; ++i) search += "%D0%B6";
  const auto found = client.get_json("/eastmere/staff-list?search=" + search);
  EXPECT_EQ(found.status, 200);
  EXPECT_THAT(found.body, HasSubstr(R"("items":[])"));
}

TEST_P(Entries, that_are_closed_end_sessions_and_phones_for_good) {
  auto client = client_of("daniel.ashworth@eastmere.example");
  auto thief = client_of("hannah.sorrell@eastmere.example");
  EXPECT_EQ(thief.post_form("/account/devices", {}).status, 303);
  const auto rows = [&] {
    std::int64_t found = 0;
    read([&](sql::Read& read) {
      const auto account = somebody("Hannah Sorrell").account.value();
      for (const auto& row : read.rows("SELECT (SELECT count(*) FROM account_session WHERE account "
                                       "= ?) + (SELECT count(*) FROM remembered_device WHERE "
                                       "account = ?)",
                                       account, account))
        found = row.integer(0);
    });
    return found;
  };
  EXPECT_EQ(rows(), 2);
  EXPECT_EQ(client.post_form(address_of("Hannah Sorrell") + "/closing", {}).status, 303);
  EXPECT_EQ(client.post_form(address_of("Hannah Sorrell") + "/reopening", {}).status, 303);
  EXPECT_EQ(rows(), 0);
  EXPECT_EQ(thief.get_json("/account").status, 401);
}

TEST_P(Entries, that_are_open_say_what_closing_would_do_and_closed_people_that_it_was_done) {
  auto client = client_of("daniel.ashworth@eastmere.example");
  const auto address = address_of("Hannah Sorrell");
  EXPECT_THAT(client.get(address).body, HasSubstr("This would sign Hannah Sorrell out at once"));
  client.post_form(address + "/closing", {});
  auto closed = client_of("hannah.sorrell@eastmere.example");
  const auto page = closed.get("/").body;
  EXPECT_THAT(page, HasSubstr("Your access to Eastmere College was closed."));
  EXPECT_THAT(page, Not(HasSubstr("You are not on a staff list")));
}

}  // namespace
}  // namespace touchstone::staff
