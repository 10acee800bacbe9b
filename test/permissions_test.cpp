// Every route × everybody who might come × page and JSON. A route that is not in the table fails
// the test.
#include <map>
#include <sstream>

#include "people/people.h"
#include "signin/signin_command.h"
#include "test/audiences.h"
#include "test/world.h"

namespace touchstone::testing {
namespace {

std::string name_of(const http::Route& route) {
  return (route.method == http::Method::get ? "GET " : "POST ") + route.pattern;
}

class Permissions : public World {
 protected:
  http::testing::Answer ask(http::testing::Client& client, const http::Route& route, bool json) {
    const auto address = address_of(route);
    if (route.method == http::Method::get)
      return json ? client.get_json(address) : client.get(address);
    return json ? client.post_json(address, "{}") : client.post_form(address, {});
  }

  void grant_on_the_partner(const Visitor& visitor, const std::vector<people::Role>& roles) {
    using namespace std::chrono_literals;
    write(keeper_of_eastmere(), [&](sql::Write& write) {
      const Id<people::Workspace> here{write.actor().workspace};
      const auto person = people::person_by_email(write, here, visitor.email).value();
      for (const auto& team : people::teams(write, here))
        if (team.name == "Hedgerow Learning")
          for (const auto role : roles)
            people::grant_role(write, person.id, {role, team.id}, 2026y / 9 / 1);
    });
  }

  // What somebody who may not come is told: to sign in, that there is nothing, or that their role
  // does not allow it.
  static bool is_turned_away(const http::testing::Answer& answer, const http::Route& route,
                             bool signed_in, bool by_role, bool json) {
    if (signed_in) return answer.status == (by_role ? 403 : 404);
    if (json) return answer.status == 401;
    const auto location = answer.header("location");
    return route.method == http::Method::post
               ? answer.status == 307 && location.starts_with("/sign-in/kept?")
               : answer.status == 303 && location.starts_with("/sign-in");
  }

  // Somebody whom that audience takes in.
  static const Visitor& one_of(Audience audience) {
    if (audience == Audience::keepers) return staff_list_keeper;
    if (audience == Audience::standards) return quality_manager;
    if (audience == Audience::both) return other_tutor;
    if (audience == Audience::validators || audience == Audience::deciders) return quality_manager;
    if (audience == Audience::adviser || audience == Audience::finder_and_validators)
      return quality_manager;
    return audience == Audience::figures || audience == Audience::leaders ? principal : owner;
  }
};
INSTANTIATE_ON_BOTH_DATABASES(Permissions);

TEST_P(Permissions, every_route_stands_in_the_table_and_the_table_names_no_other) {
  std::map<std::string, int> seen;
  for (const auto& route : routes()) {
    ++seen[name_of(route)];
    EXPECT_TRUE(audiences().contains(name_of(route))) << name_of(route);
  }
  for (const auto& [name, audience] : audiences()) EXPECT_EQ(seen[name], 1) << name;
}

TEST(Audiences, say_which_route_is_missing_and_what_to_add) {
  try {
    audience_of("GET /{workspace}/unheard-of");
    FAIL() << "nothing was missing";
  } catch (const std::out_of_range& missing) {
    EXPECT_THAT(missing.what(),
                ::testing::AllOf(::testing::HasSubstr("GET /{workspace}/unheard-of"),
                                 ::testing::HasSubstr("test/audiences.cpp")));
  }
}

bool is_member(const Visitor& visitor, const Visitor& stranger) {
  return !visitor.email.empty() && visitor.name != stranger.name;
}

bool validates(const Visitor& visitor) {
  return visitor.name == World::quality_manager.name ||
         visitor.name == World::staff_list_keeper.name;
}

// Who is told that their role does not allow it, and not that there is nothing.
bool is_told_of_roles(Audience audience, const Visitor& visitor, const Visitor& stranger) {
  if (!is_member(visitor, stranger)) return false;
  return audience == Audience::keepers || audience == Audience::standards ||
         audience == Audience::validators ||
         (audience == Audience::finder_only && validates(visitor));
}

bool may_come(Audience audience, const Visitor& visitor, const Visitor& owner,
              const Visitor& stranger) {
  switch (audience) {
    case Audience::anyone:
      return true;
    case Audience::signed_in:
      return !visitor.email.empty() || visitor.name == stranger.name;
    case Audience::members:
      return is_member(visitor, stranger);
    case Audience::keepers:
      return visitor.name == World::staff_list_keeper.name;
    case Audience::standards:
      return visitor.name == World::quality_manager.name ||
             visitor.name == World::staff_list_keeper.name;
    case Audience::owner:
      return visitor.name == owner.name;
    case Audience::figures:
      // Who keeps the staff list in the demo is the coordinator too.
      return visitor.name == World::quality_manager.name ||
             visitor.name == World::staff_list_keeper.name || visitor.name == World::principal.name;
    case Audience::leaders:
      return visitor.name == World::principal.name;
    case Audience::both:
      return visitor.name == owner.name || visitor.name == World::other_tutor.name;
    case Audience::validators:
    case Audience::deciders:
      return validates(visitor);
    case Audience::adviser:
      return visitor.name == World::quality_manager.name;
    case Audience::finder_only:
      return visitor.name == owner.name;
    case Audience::finder_and_validators:
      return visitor.name == owner.name || validates(visitor);
    case Audience::replacing:
    case Audience::first_run:
    case Audience::link_holder:
      break;
  }
  return false;
}

TEST_P(Permissions, C_28_X_6_whoever_may_not_come_is_turned_away_everywhere_and_changes_nothing) {
  const auto before = all_that_is_kept();
  int asked = 0;
  for (const auto* visitor :
       {&nobody, &other_tutor, &quality_manager, &staff_list_keeper, &principal, &stranger}) {
    auto client = client_of(*visitor);
    for (const auto& route : routes()) {
      const auto audience = audience_of(name_of(route));
      if (may_come(audience, *visitor, owner, stranger)) continue;
      for (const auto json : {false, true}) {
        const auto answer = ask(client, route, json);
        const auto is_signed_in = (!visitor->email.empty() || visitor->name == stranger.name) &&
                                  audience != Audience::replacing;
        const auto by_role = is_told_of_roles(audience, *visitor, stranger);
        const auto hidden = audience >= Audience::first_run && answer.status == 404;
        EXPECT_TRUE(hidden || is_turned_away(answer, route, is_signed_in, by_role, json))
            << visitor->name << " " << name_of(route) << (json ? " JSON " : " page ")
            << answer.status;
        ++asked;
      }
    }
  }
  EXPECT_GT(asked, 100);
  EXPECT_EQ(all_that_is_kept(), before);
}

TEST_P(Permissions, whoever_may_come_is_let_in) {
  for (const auto& route : routes()) {
    const auto audience = audience_of(name_of(route));
    if (audience >= Audience::replacing || route.method != http::Method::get) continue;
    auto client = client_of(one_of(audience));
    for (const auto json : {false, true}) {
      const auto answer = ask(client, route, json);
      EXPECT_TRUE(answer.status == 200 || answer.status == 303)
          << name_of(route) << (json ? " JSON " : " page ") << answer.status;
    }
  }
}

// Empty forms: taken, or complained about, but never for want of a right.
TEST_P(Permissions, whoever_may_change_something_gets_past_the_door) {
  for (const auto& route : routes()) {
    const auto audience = audience_of(name_of(route));
    if (audience >= Audience::replacing || route.method != http::Method::post) continue;
    for (const auto json : {false, true}) {
      auto client = client_of(one_of(audience));
      const auto answer = ask(client, route, json);
      EXPECT_THAT(answer.status, ::testing::AnyOf(200, 201, 303, 409, 422))
          << name_of(route) << (json ? " JSON " : " page ") << answer.body;
      EXPECT_THAT(std::string(answer.header("location")),
                  ::testing::Not(::testing::StartsWith("/sign-in?")));
    }
  }
}

TEST_P(Permissions, what_no_route_expects_is_said_by_each) {
  int said = 0;
  for (const auto& route : routes()) {
    const auto audience = audience_of(name_of(route));
    if (audience >= Audience::replacing || route.method != http::Method::post || !route.takes)
      continue;
    auto client = client_of(one_of(audience));
    const auto answer = client.post_json(address_of(route), R"({"stray": "x"})");
    EXPECT_THAT(answer.status, ::testing::AnyOf(409, 422)) << name_of(route) << answer.body;
    // A gate may stand before the fields, and has nothing to say of them.
    const bool gate = answer.status == 409 || answer.body.contains(R"("complaints":[])");
    if (gate) continue;
    EXPECT_THAT(answer.body, ::testing::HasSubstr("Nothing called “stray”")) << name_of(route);
    ++said;
  }
  EXPECT_GT(said, 45);
}

TEST_P(Permissions, C_28_no_colleague_ever_sees_a_word_of_somebody_elses_sheet) {
  const std::string word = "only-its-owner-wrote-this";
  auto own = client_of(owner);
  const auto sheet = own.get_json(own_sheet());
  const auto saved =
      own.post_json(own_sheet() + "/judgements/coaching",
                    R"({"level": "silver", "note": ")" + word + R"(", "version": 0})");
  EXPECT_THAT(own.get(own_sheet()).body, ::testing::HasSubstr(word)) << saved.body << sheet.body;
  own.post_files(own_evidence(),
                 {{"title", "Mine " + word},
                  {"text", word},
                  {"about_on", "2027-01-12"},
                  {"only_mine", "true"},
                  {"version", "2"}},
                 {{"file", word + ".txt", "text/plain", word}});
  EXPECT_THAT(own.get("/eastmere/evidence").body, ::testing::HasSubstr(word));
  EXPECT_EQ(own.get(own_evidence() + "/file").body, word);
  for (const auto* visitor :
       {&nobody, &other_tutor, &quality_manager, &staff_list_keeper, &principal, &stranger}) {
    auto client = client_of(*visitor);
    for (const auto& route : routes()) {
      if (route.method != http::Method::get) continue;
      for (const auto json : {false, true})
        EXPECT_THAT(ask(client, route, json).body, ::testing::Not(::testing::HasSubstr(word)))
            << visitor->name << " " << name_of(route);
    }
  }
}

TEST_P(Permissions,
       E_9_nobody_but_its_finder_and_the_validators_sees_a_word_that_is_not_validated) {
  const std::string word = "only-its-finder-wrote-this";
  EXPECT_THAT(client_of(owner).get(own_idea()).body, ::testing::HasSubstr(word));
  EXPECT_THAT(client_of(quality_manager).get(own_idea()).body, ::testing::HasSubstr(word));
  for (const auto* visitor : {&nobody, &other_tutor, &principal, &stranger}) {
    auto client = client_of(*visitor);
    for (const auto& route : routes()) {
      if (route.method != http::Method::get) continue;
      for (const auto json : {false, true})
        EXPECT_THAT(ask(client, route, json).body, ::testing::Not(::testing::HasSubstr(word)))
            << visitor->name << " " << name_of(route);
    }
  }
}

// Somebody who keeps the staff list of the partner, and was made editor there too.
TEST_P(Permissions, X_9_who_keeps_people_of_a_part_sees_and_changes_no_data_of_the_whole) {
  const Visitor patrick{"keeper of a part", "patrick.doran@eastmere.example"};
  grant_on_the_partner(patrick, {people::Role::staff_list_keeper, people::Role::editor});
  auto client = client_of(patrick);
  EXPECT_EQ(client.get("/eastmere/staff-list").status, 200);
  const auto before = all_that_is_kept();
  int asked = 0;
  for (const auto& route : routes()) {
    const auto audience = audience_of(name_of(route));
    if (audience == Audience::anyone || audience == Audience::signed_in ||
        audience == Audience::members || audience == Audience::keepers ||
        audience >= Audience::replacing)
      continue;
    for (const auto json : {false, true}) {
      const auto answer = ask(client, route, json);
      EXPECT_THAT(answer.status, ::testing::AnyOf(403, 404)) << name_of(route);
      ++asked;
    }
  }
  EXPECT_GT(asked, 80);
  EXPECT_EQ(all_that_is_kept(), before);
}

TEST_P(Permissions, nobody_of_eastmere_ever_sees_a_word_of_nine_rivers) {
  for (const auto* visitor :
       {&nobody, &owner, &other_tutor, &quality_manager, &staff_list_keeper, &principal}) {
    auto client = client_of(*visitor);
    for (const auto& route : routes()) {
      if (route.method != http::Method::get) continue;
      for (const auto json : {false, true})
        EXPECT_THAT(ask(client, route, json).body,
                    ::testing::Not(::testing::HasSubstr(std::string(people::canary))))
            << name_of(route);
    }
  }
}

TEST_P(Permissions, the_canary_is_there_to_be_seen_by_its_own_people) {
  auto client = client_of(stranger);
  EXPECT_THAT(client.get("/nine-rivers/self-assessments").body,
              ::testing::HasSubstr(std::string(people::canary)));
}

TEST_P(Permissions, a_disabled_person_is_out_at_the_next_request) {
  auto client = client_of(other_tutor);
  EXPECT_EQ(client.get("/eastmere").status, 200);
  std::ostringstream out, err;
  EXPECT_EQ(signin::disable_user(database(), other_tutor.email, out, err), 0) << err.str();
  EXPECT_EQ(client.get("/eastmere").status, 303);
  EXPECT_EQ(client.get_json("/eastmere").status, 401);
}

TEST_P(Permissions, a_made_up_or_changed_session_is_nobody) {
  auto client = client_of(owner);
  auto& token = client.cookies["touchstone"];
  token.back() = token.back() == 'A' ? 'E' : 'A';
  EXPECT_EQ(client.get("/eastmere").status, 303);
  token = "made-up";
  EXPECT_EQ(client.get_json("/eastmere").status, 401);
}

}  // namespace
}  // namespace touchstone::testing
