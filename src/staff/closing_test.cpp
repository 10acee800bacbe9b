#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "staff/staff_list_test.h"

namespace touchstone::staff {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Entries : public StaffList {
 protected:
  std::int64_t version_of(std::string_view name) {
    std::int64_t version = 0;
    read([&](sql::Read& read) {
      version = people::person(read, demo_.eastmere, somebody(name).id).value().version;
    });
    return version;
  }
  std::string manager_of(std::string_view name) {
    std::string manager;
    read([&](sql::Read& read) {
      if (const auto found = people::line_manager(read, demo_.eastmere, somebody(name).id))
        manager = found->name;
    });
    return manager;
  }
  void answers_to(std::string_view name, std::string_view manager) {
    write_in(demo_.eastmere, [&](sql::Write& write) {
      ASSERT_TRUE(people::set_line_manager(write, somebody(name).id, somebody(manager).id));
    });
  }
  // The form as it was shown at that version, sent with another name.
  http::testing::Pairs form(std::string_view name, const std::string& manager,
                            std::int64_t version) const {
    return {{"name", "Another Name"},
            {"email", somebody(name).email},
            {"line_manager", manager},
            {"version", std::to_string(version)}};
  }

  const std::string aisha_ = "aisha.karim@eastmere.example";
};
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

TEST_P(Entries, B_35_a_manager_who_was_closed_meanwhile_is_not_put_back_by_an_older_form) {
  answers_to("Aisha Karim", "Margaret Okonjo");
  answers_to("Chipo Moyo", "Aisha Karim");
  const auto shown = version_of("Chipo Moyo");
  auto client = client_of(daniel);
  ASSERT_EQ(client.post_form(address_of("Aisha Karim") + "/closing", {}).status, 303);
  const auto late = client.post_form(address_of("Chipo Moyo"), form("Chipo Moyo", aisha_, shown));
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body,
              HasSubstr("Elsewhere this is now “" + somebody("Margaret Okonjo").email + "”."));
  EXPECT_EQ(manager_of("Chipo Moyo"), "Margaret Okonjo");
}

TEST_P(Entries, B_35_a_manager_whom_a_file_brought_is_not_replaced_by_an_older_form) {
  answers_to("Chipo Moyo", "Aisha Karim");
  const auto shown = version_of("Chipo Moyo");
  write_in(demo_.eastmere, [&](sql::Write& write) {
    ASSERT_TRUE(people::set_line_managers(
        write, {{somebody("Chipo Moyo").id, somebody("Margaret Okonjo").id}}));
  });
  const auto late =
      client_of(daniel).post_form(address_of("Chipo Moyo"), form("Chipo Moyo", aisha_, shown));
  EXPECT_EQ(late.status, 409);
  EXPECT_EQ(manager_of("Chipo Moyo"), "Margaret Okonjo");
}

TEST_P(Entries, B_35_nobody_is_given_a_manager_who_is_closed_and_who_has_one_can_still_be_changed) {
  auto client = client_of(daniel);
  ASSERT_EQ(client.post_form(address_of("Aisha Karim") + "/closing", {}).status, 303);
  const auto refused = client.post_form(address_of("Chipo Moyo"),
                                        form("Chipo Moyo", aisha_, version_of("Chipo Moyo")));
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("The access of this person is closed."));
  EXPECT_EQ(manager_of("Chipo Moyo"), "");
  answers_to("Hannah Sorrell", "Aisha Karim");
  EXPECT_EQ(client
                .post_form(address_of("Hannah Sorrell"),
                           form("Hannah Sorrell", aisha_, version_of("Hannah Sorrell")))
                .status,
            303);
}

TEST_P(Entries, are_saved_with_a_manager_who_has_no_address) {
  write_in(demo_.eastmere, [&](sql::Write& write) {
    auto aisha = people::person(write, demo_.eastmere, somebody("Aisha Karim").id).value();
    aisha.email.clear();
    ASSERT_TRUE(people::change(write, aisha));
  });
  answers_to("Chipo Moyo", "Aisha Karim");
  EXPECT_EQ(client_of(daniel)
                .post_form(address_of("Chipo Moyo"),
                           form("Chipo Moyo", "Aisha Karim", version_of("Chipo Moyo")))
                .status,
            303);
  EXPECT_EQ(manager_of("Chipo Moyo"), "Aisha Karim");
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
