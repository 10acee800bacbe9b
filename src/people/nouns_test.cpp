#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "people/email.h"
#include "people/person.h"
#include "people/role.h"
#include "people/workspace.h"

namespace touchstone::people {

using namespace std::chrono_literals;

TEST(Email, needs_something_before_and_a_domain_after_one_at) {
  for (const auto* good : {"a@b.example", "sian.prosser+x@eastmere.example", "josé@correo.example"})
    EXPECT_TRUE(is_email(good)) << good;
  for (const auto* bad :
       {"", "a", "@b.example", "a@", "a@b", "a@@b.example", "a b@c.example", "a@b.example\n",
        "a@.example", "a@b.", "<a@b.example>", "a@b.example,c@d.example"})
    EXPECT_FALSE(is_email(bad)) << bad;
  EXPECT_FALSE(is_email(std::string(longest_email, 'a') + "@b.example"));
}

TEST(Email, is_the_same_in_capitals_but_not_without_accents) {
  EXPECT_EQ(email_key(" Ada@Marlow.EXAMPLE "), email_key("ada@marlow.example"));
  EXPECT_NE(email_key("josé@correo.example"), email_key("jose@correo.example"));
}

TEST(Slug, is_small_letters_numbers_and_single_hyphens) {
  for (const auto* good : {"eastmere", "nine-rivers", "b2"}) EXPECT_TRUE(is_slug(good)) << good;
  for (const auto* bad : {"", "a", "-ab", "ab-", "a--b", "Eastmere", "a b", "ä1", "../etc", "a.b"})
    EXPECT_FALSE(is_slug(bad)) << bad;
  EXPECT_FALSE(is_slug(std::string(longest_slug + 1, 'a')));
}

TEST(Slug, is_no_address_of_the_program_itself) {
  for (const auto* taken : {"sign-in", "sign-out", "set-up", "account", "assets", "api", "healthz",
                            "readyz", "metrics", "new-password", "invitation"})
    EXPECT_FALSE(is_slug(taken)) << taken;
}

TEST(Slug, is_made_from_a_name) {
  EXPECT_EQ(slug_for("Eastmere College"), "eastmere-college");
  EXPECT_EQ(slug_for("  Élodie’s  &  Co. "), "elodie-s-co");
  EXPECT_EQ(slug_for("…"), "");
}

TEST(Workspace, complains_about_everything_at_once) {
  const auto complaints = complaints_about(Workspace{.zone = "Europe/Nowhere", .words = "club"});
  for (const auto* field : {"organisation", "slug", "zone", "words"})
    EXPECT_FALSE(complaints.about(field).empty()) << field;
}

TEST(WorkspaceClock, follows_the_zone_or_stands) {
  const Moment late = std::chrono::sys_days(2026y / 7 / 1) + 23h + 30min;
  EXPECT_EQ(today(Workspace{.zone = "Europe/London"}, late), Date{2026y / 7 / 2});
  EXPECT_EQ(today(Workspace{.zone = "America/New_York"}, late), Date{2026y / 7 / 1});
  EXPECT_EQ(today(Workspace{.clock_stands_on = 2027y / 1 / 19}, late), Date{2027y / 1 / 19});
}

TEST(Person, needs_an_address_to_sign_in_with) {
  EXPECT_TRUE(complaints_about(Person{.name = "Ada"}).empty());
  EXPECT_FALSE(complaints_about(Person{.account = Id<Account>::fresh(), .name = "Ada"})
                   .about("email")
                   .empty());
  EXPECT_FALSE(
      complaints_about(Person{.name = std::string(longest_name + 1, 'x')}).about("name").empty());
}

TEST(Person, is_named_and_forgotten_in_whole_words) {
  EXPECT_EQ(without_name("Ann, Annabel and Ann’s; JoAnn, Ann-Marie, Anné", "Ann"),
            "Somebody, Annabel and Somebody’s; JoAnn, Ann-Marie, Anné");
  EXPECT_EQ(without_name("(Siân Prosser)–Siân Prosser-Lee", "Siân Prosser"),
            "(Somebody)–Siân Prosser-Lee");
  EXPECT_EQ(without_name("“Zoë \"Z\" Lee”", "Zoë \"Z\" Lee"), "“Somebody”");
  EXPECT_EQ(without_name("Somebody", "Somebody"), "Somebody");
  EXPECT_EQ(without_name("Ann", ""), "Ann");
  const Person ann{.name = "Ann Lee", .email = "ann@x.example"};
  EXPECT_EQ(without(ann, "Ann Lee (ann@x.example), joann@x.example"),
            "Somebody (Somebody), joann@x.example");
  EXPECT_TRUE(is_told_in("ask ann@x.example.", ann));
  EXPECT_FALSE(is_told_in("Ann Leeson", ann));
  EXPECT_EQ(without({.name = "Ann Lee"}, "Ann Lee, nobody"), "Somebody, nobody");
  EXPECT_TRUE(is_named_in("by Ann", "Ann"));
  EXPECT_FALSE(is_named_in("by Annabel", "Ann"));
}

TEST(Role, has_a_text_that_leads_back_to_it_and_words_of_its_own) {
  std::set<std::string_view> words;
  for (const auto role : every_role) {
    EXPECT_EQ(role_from_text(to_text(role)), role);
    words.insert(in_words(role, "college"));
    EXPECT_EQ(rights_of(role).empty(), role == Role::tutor);
  }
  EXPECT_EQ(words.size(), every_role.size());
  EXPECT_EQ(in_words(Role::head, "council"), "service lead");
  EXPECT_FALSE(role_from_text("king"));
}

TEST(Role, of_the_staff_list_keeper_sees_no_data) {
  const auto rights = rights_of(Role::staff_list_keeper);
  ASSERT_EQ(rights.size(), 1U);
  EXPECT_EQ(rights[0], Right::keep_staff_list);
}

TEST(Role, keeps_the_staff_list_and_the_standards_in_few_hands) {
  const auto holders = [](Right right) {
    std::set<Role> found;
    for (const auto role : every_role)
      if (std::ranges::count(rights_of(role), right) > 0) found.insert(role);
    return found;
  };
  EXPECT_EQ(holders(Right::keep_staff_list), std::set{Role::staff_list_keeper});
  EXPECT_EQ(holders(Right::keep_standards),
            (std::set{Role::quality_manager, Role::coordinator, Role::editor}));
}

}  // namespace touchstone::people
