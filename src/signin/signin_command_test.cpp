#include "signin/signin_command.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "signin/credential_store.h"
#include "signin/pages_world_test.h"

namespace touchstone::signin {

using ::testing::HasSubstr;

class UserCommands : public PagesWorld {
 protected:
  int add(const NewUser& user, const std::string& typed = {}) {
    std::istringstream in(typed);
    return add_user(database(), user, in, out_, err_);
  }
  std::ostringstream out_;
  std::ostringstream err_;
};
INSTANTIATE_ON_BOTH_DATABASES(UserCommands);

TEST_P(UserCommands, give_a_one_time_password_that_opens_only_the_page_to_replace_it) {
  ASSERT_EQ(add({.workspace = "eastmere", .email = "new@eastmere.example", .name = "Noor Haddad"}),
            0)
      << err_.str();
  const auto said = out_.str();
  const auto password = said.substr(said.rfind(' ') + 1, 19);
  auto browser = client();
  EXPECT_EQ(sign_in(browser, "new@eastmere.example", password).header("location"), "/new-password");
  EXPECT_EQ(browser.get_json("/eastmere/name").status, 401);
  EXPECT_EQ(browser.get("/new-password").status, 200);
  EXPECT_THAT(browser.post_form("/new-password", {{"new_password", password}}).body,
              HasSubstr("another password than the one you were given"));
  const auto before = token_of(browser);
  EXPECT_EQ(browser.post_form("/new-password", {{"new_password", "eleven calm otters"}}).status,
            303);
  EXPECT_NE(token_of(browser), before);
  EXPECT_EQ(browser.get_json("/eastmere/name").status, 200);
  auto again = client();
  EXPECT_EQ(sign_in(again, "new@eastmere.example", password).status, 422);
  EXPECT_EQ(again.get("/new-password").status, 303);
}

TEST_P(UserCommands, let_a_one_time_password_lapse_after_seven_days) {
  ASSERT_EQ(add({.workspace = "eastmere", .email = "new@eastmere.example", .name = "Noor Haddad"}),
            0);
  const auto said = out_.str();
  const auto password = said.substr(said.rfind(' ') + 1, 19);
  housekeep([](sql::Housekeeping& housekeeping) {
    housekeeping.execute("UPDATE credential SET changed_at = ? WHERE one_time = 1",
                         now() - std::chrono::days(7));
  });
  auto browser = client();
  EXPECT_EQ(sign_in(browser, "new@eastmere.example", password).status, 422);
  EXPECT_EQ(add({.workspace = "eastmere", .email = "new@eastmere.example", .name = "Noor Haddad"}),
            0)
      << "a lapsed one can be given anew";
}

TEST_P(UserCommands, take_a_password_from_the_first_line_of_input) {
  const NewUser user{.workspace = "eastmere",
                     .email = "new@eastmere.example",
                     .name = "Noor Haddad",
                     .role = "staff_list_keeper",
                     .password_from_in = true};
  ASSERT_EQ(add(user, "eleven calm otters\r\nnot this\n"), 0) << err_.str();
  auto browser = client();
  EXPECT_EQ(sign_in(browser, "new@eastmere.example", "eleven calm otters").header("location"), "/");
  EXPECT_EQ(browser.get("/eastmere/staff").status, 200);
}

TEST_P(UserCommands, say_what_is_wrong_and_change_nothing) {
  const NewUser good{
      .workspace = "eastmere", .email = "new@eastmere.example", .name = "Noor Haddad"};
  auto user = good;
  user.role = "king";
  EXPECT_EQ(add(user), 2);
  user = good;
  user.workspace = "";
  EXPECT_EQ(add(user), 2);
  user = good;
  user.email = "nobody";
  EXPECT_EQ(add(user), 2);
  user = good;
  user.name = "";
  EXPECT_EQ(add(user), 2);
  user = good;
  user.email = hannah;
  EXPECT_EQ(add(user), 2);
  EXPECT_THAT(err_.str(), HasSubstr("There is no role “king”"));
  EXPECT_THAT(err_.str(), HasSubstr("Name the organisation"));
  EXPECT_THAT(err_.str(), HasSubstr("is no email address"));
  EXPECT_THAT(err_.str(), HasSubstr("Enter a full name."));
  EXPECT_THAT(err_.str(), HasSubstr("on the staff list of Eastmere College already"));
  read([](sql::Read& read) {
    EXPECT_FALSE(people::account_by_email(read, "new@eastmere.example"));
  });
}

TEST_P(UserCommands, list_everybody_with_state_and_roles) {
  EXPECT_EQ(list_users(database(), out_, err_), 0);
  EXPECT_THAT(
      out_.str(),
      HasSubstr(daniel + "\tactive\tDaniel Ashworth\teastmere\tcoordinator, staff_list_keeper\n"));
}

TEST_P(UserCommands, disable_somebody_at_their_next_request) {
  auto browser = client();
  testing::sign_in_as(browser, database(), hannah);
  EXPECT_EQ(disable_user(database(), "HANNAH.sorrell@eastmere.example", out_, err_), 0);
  EXPECT_EQ(browser.get_json("/eastmere/name").status, 401);
  EXPECT_EQ(sign_in(browser, hannah).status, 422);
  read([](sql::Read& read) {
    const auto account = people::account_by_email(read, hannah).value();
    EXPECT_EQ(sessions_alive(read, account.id, now()), 0);
  });
  EXPECT_EQ(disable_user(database(), hannah, out_, err_), 0);
  EXPECT_THAT(out_.str(), HasSubstr("Already disabled"));
}

TEST_P(UserCommands, never_disable_the_last_staff_list_keeper) {
  EXPECT_EQ(disable_user(database(), daniel, out_, err_), 2);
  EXPECT_THAT(err_.str(), HasSubstr("last staff-list keeper of Eastmere College"));
  ASSERT_EQ(add({.workspace = "eastmere",
                 .email = "new@eastmere.example",
                 .name = "Noor Haddad",
                 .role = "staff_list_keeper"}),
            0);
  EXPECT_EQ(disable_user(database(), daniel, out_, err_), 0);
}

class Demo : public sql::testing::OnBothDatabases {};
INSTANTIATE_ON_BOTH_DATABASES(Demo);

TEST_P(Demo, has_24_people_at_eastmere_two_at_nine_rivers_and_one_secret_file) {
  const sql::testing::Folder folder;
  const auto demo = fill_demo(database(), folder.path());
  EXPECT_EQ(std::ranges::count(demo.people, "eastmere", &people::DemoPerson::workspace), 24);
  EXPECT_EQ(std::ranges::count(demo.people, "nine-rivers", &people::DemoPerson::workspace), 2);
  const auto status = std::filesystem::status(folder.path() / "demo-passwords.json");
  EXPECT_EQ(status.permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  const auto told = demo_people_json(folder.path());
  EXPECT_THAT(told,
              HasSubstr(R"({"name":"Hannah Sorrell","email":"hannah.sorrell@eastmere.example")"));
  EXPECT_THAT(told, HasSubstr(R"("role":"tutor, Health and care","workspace":"eastmere")"));
  read([&](sql::Read& read) {
    const auto checked = check_password(read, hannah, demo.password, {});
    EXPECT_TRUE(checked.matches);
    for (const auto& team : people::teams(read, demo.nine_rivers))
      EXPECT_THAT(team.name, HasSubstr(std::string(people::canary)));
  });
}

}  // namespace touchstone::signin
