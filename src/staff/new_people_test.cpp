#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/mail/testing.h"
#include "signin/testing.h"
#include "staff/staff.h"

// Links for everybody who cannot sign in yet, in one deed.
namespace touchstone::staff {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

const std::string page_of_all = "/eastmere/staff-list/invitations";

class NewPeople : public signin::testing::RoomWorld {
 protected:
  NewPeople() {
    add_routes(routes_);
    start();
  }
  void add(const std::string& name, const std::string& email) {
    const people::Person person{.id = Id<people::Person>::fresh(), .name = name, .email = email};
    write_in(demo_.eastmere, [&](sql::Write& write) { people::add(write, person); });
  }
  // What the form says that its links take the place of.
  static std::string replaces(const std::string& page) {
    const std::string field = R"(name="replaces" value=")";
    const auto from = page.find(field) + field.size();
    return page.substr(from, page.find('"', from) - from);
  }
  static std::size_t times(const std::string& page, const std::string& words) {
    std::size_t n = 0;
    for (auto at = page.find(words); at != page.npos; at = page.find(words, at + 1)) ++n;
    return n;
  }
  static std::string first_link(const std::string& page) {
    const auto at = page.find("/invitation/");
    return page.substr(at, page.find('<', at) - at);
  }
  std::int64_t lines_of_history() {
    std::int64_t found = 0;
    read([&](sql::Read& read) {
      for (const auto& row : read.rows(
               "SELECT COUNT(*) FROM history WHERE ws = ? AND verb = 'invited'", demo_.eastmere))
        found = row.integer(0);
    });
    return found;
  }

  mail::testing::PostSetUp post_;
  http::testing::Client keeper_client() { return client_of("daniel.ashworth@eastmere.example"); }
};
INSTANTIATE_ON_BOTH_DATABASES(NewPeople);

TEST_P(NewPeople, each_get_a_slip_on_one_page_that_lets_them_in) {
  add("Noor Haddad", "noor@eastmere.example");
  add("Łukasz Nowak", "lukasz@eastmere.example");
  add("Without Address", "");
  auto keeper = keeper_client();
  const auto form = keeper.get(page_of_all).body;
  EXPECT_THAT(form, AllOf(HasSubstr("2 people are on the list and cannot sign in yet"),
                          Not(HasSubstr("Without Address")), Not(HasSubstr("Hannah Sorrell"))));
  const auto slips = keeper.post_form(page_of_all, {{"by", "slip"}, {"replaces", replaces(form)}});
  EXPECT_EQ(slips.status, 200);
  EXPECT_EQ(slips.header("cache-control"), "no-store");
  EXPECT_EQ(times(slips.body, "<section class=\"app-slip\">"), 2U);
  EXPECT_EQ(lines_of_history(), 2);
  EXPECT_THAT(mail::testing::outbox(database()), SizeIs(0));
  auto guest = running_->client();
  EXPECT_THAT(guest.get(first_link(slips.body)).body, HasSubstr("who signs in as"));
}

TEST_P(NewPeople, keep_the_link_that_they_hold_until_another_is_asked_for) {
  add("Noor Haddad", "noor@eastmere.example");
  auto keeper = keeper_client();
  const http::testing::Pairs form{{"by", "slip"},
                                  {"replaces", replaces(keeper.get(page_of_all).body)}};
  const auto held = first_link(keeper.post_form(page_of_all, form).body);
  EXPECT_EQ(keeper.post_form(page_of_all, form).status, 303) << "a reload makes none";
  add("Łukasz Nowak", "lukasz@eastmere.example");
  const auto second = keeper.post_form(
      page_of_all, {{"by", "slip"}, {"replaces", replaces(keeper.get(page_of_all).body)}});
  EXPECT_THAT(second.body,
              AllOf(HasSubstr("Łukasz Nowak: come in"), Not(HasSubstr("Noor Haddad"))));
  auto guest = running_->client();
  EXPECT_EQ(guest.get(held).status, 200);
  const http::testing::Pairs once_more{
      {"by", "slip"}, {"again", "true"}, {"replaces", replaces(keeper.get(page_of_all).body)}};
  const auto newer = first_link(keeper.post_form(page_of_all, once_more).body);
  EXPECT_EQ(guest.get(held).status, 404);
  EXPECT_EQ(keeper.post_form(page_of_all, once_more).status, 303) << "a reload makes none";
  EXPECT_EQ(guest.get(newer).status, 200);
  const auto again = keeper.post_json(page_of_all, R"({"again": true})").body;
  EXPECT_EQ(times(again, "/invitation/"), 2U) << again;
  EXPECT_EQ(guest.get(newer).status, 404);
}

TEST_P(NewPeople, are_mailed_their_links_and_nobody_else_sees_them) {
  add("Noor Haddad", "noor@eastmere.example");
  auto keeper = keeper_client();
  const auto sent = keeper.post_form(
      page_of_all, {{"by", "mail"}, {"replaces", replaces(keeper.get(page_of_all).body)}});
  EXPECT_THAT(sent.body, AllOf(HasSubstr("Links are on their way to 1 person"),
                               Not(HasSubstr("/invitation/"))));
  const auto mails = mail::testing::outbox(database());
  ASSERT_THAT(mails, SizeIs(1));
  EXPECT_EQ(mails[0].to, "noor@eastmere.example");
  EXPECT_THAT(mails[0].text, HasSubstr("/invitation/"));
}

TEST_P(NewPeople, are_told_and_invited_a_hundred_at_a_time) {
  for (int n = 0; n < 103; ++n)
    add(fmt::format("New Person {:03}", n), fmt::format("new{}@eastmere.example", n));
  auto keeper = keeper_client();
  const auto page = keeper.get(page_of_all).body;
  EXPECT_THAT(page, AllOf(HasSubstr("103 people are on the list"), HasSubstr("and 3 more")));
  EXPECT_EQ(times(page, "New Person"), 100U);
  EXPECT_THAT(keeper.get_json(page_of_all).body, HasSubstr(R"("more":3)"));
  EXPECT_EQ(times(keeper.get_json(page_of_all).body, "New Person"), 100U);
  const auto slips =
      keeper.post_form(page_of_all, {{"replaces", replaces(page)}, {"by", "slip"}}).body;
  EXPECT_EQ(times(slips, "/invitation/"), 100U);
  EXPECT_THAT(slips, HasSubstr("3 people are left"));
  EXPECT_EQ(lines_of_history(), 100);
}

TEST_P(NewPeople, of_another_part_are_invited_by_nobody_who_keeps_a_part) {
  add("Noor Haddad", "noor@eastmere.example");
  write_in(demo_.eastmere, [&](sql::Write& write) {
    const auto kevin =
        people::person_by_email(write, demo_.eastmere, "kevin.mulgrew@eastmere.example").value();
    for (const auto& team : people::teams(write, demo_.eastmere))
      if (team.name == "Construction")
        people::grant_role(write, kevin.id, {people::Role::staff_list_keeper, team.id},
                           std::chrono::sys_days(std::chrono::year(2026) / 9 / 1));
  });
  auto client = client_of("kevin.mulgrew@eastmere.example");
  EXPECT_THAT(client.get(page_of_all).body, Not(HasSubstr("Noor Haddad")));
  EXPECT_EQ(times(client.post_json(page_of_all, R"({"again": true})").body, "/invitation/"), 0U);
}

}  // namespace
}  // namespace touchstone::staff
