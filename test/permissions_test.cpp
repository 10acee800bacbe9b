// Every route × everybody who might come × page and JSON. A route that is not in the table fails
// the test.
#include <map>
#include <sstream>

#include "people/people.h"
#include "signin/signin_command.h"
#include "test/world.h"

namespace touchstone::testing {
namespace {

// `replacing`: somebody with a one-time password; `first_run`: nobody, once anybody has an account.
// `link_holder`: whoever holds a link that came by mail, which nobody here does.
// `keepers`: members who keep the staff list; other members are told that their role does not allow
// it.
// `standards`: those who keep the standards; other members are told the same.
// `figures`: those with the right to see figures of the whole; `leaders`: those with the right to
// judge it. `both`: the owner of a sheet and the other tutor, with whom it is shared.
// `validators`: the quality manager and the coordinator, who keeps the staff list here too; other
// members are told so. `deciders`: the same, about an item that others may not even see.
// `adviser`: the quality manager, to whom a question was put.
enum class Audience {
  anyone,
  signed_in,
  members,
  owner,
  keepers,
  standards,
  figures,
  leaders,
  both,
  validators,
  deciders,
  adviser,
  finder_and_validators,
  finder_only,
  replacing,
  first_run,
  link_holder
};
using Audiences = std::map<std::string, Audience>;

Audiences standards_audiences() {
  using enum Audience;
  return {
      {"GET /{workspace}/standards", members},
      {"GET /{workspace}/standards/{standard}", members},
      {"GET /{workspace}/standards/{standard}/paper", members},
      {"GET /{workspace}/standards/{standard}/pack", members},
      {"GET /{workspace}/standards/{standard}/crosswalk", members},
      {"GET /{workspace}/standards/{standard}/comparison", members},
      {"GET /{workspace}/standards/{standard}/own-version", standards},
      {"POST /{workspace}/standards/{standard}/own-version", standards},
      {"POST /{workspace}/standards/{standard}/withdrawal", standards},
      {"POST /{workspace}/standards/{standard}/restoration", standards},
      {"GET /{workspace}/packs", standards},
      {"POST /{workspace}/packs", standards},
  };
}

// The staff list, and what everybody may see of what it says about themselves.
Audiences staff_audiences() {
  using enum Audience;
  return {
      {"GET /{workspace}/staff-list", keepers},
      {"POST /{workspace}/staff-list", keepers},
      {"GET /{workspace}/staff-list/file", keepers},
      {"GET /{workspace}/staff-list/import", keepers},
      {"POST /{workspace}/staff-list/import", keepers},
      {"POST /{workspace}/staff-list/import/completion", keepers},
      {"POST /{workspace}/staff-list/import/removal", keepers},
      {"GET /{workspace}/staff-list/{person}", keepers},
      {"POST /{workspace}/staff-list/{person}", keepers},
      {"POST /{workspace}/staff-list/{person}/roles", keepers},
      {"POST /{workspace}/staff-list/{person}/role-removals", keepers},
      {"POST /{workspace}/staff-list/{person}/teams", keepers},
      {"POST /{workspace}/staff-list/{person}/team-removals", keepers},
      {"POST /{workspace}/staff-list/{person}/closing", keepers},
      {"POST /{workspace}/staff-list/{person}/reopening", keepers},
      {"POST /{workspace}/staff-list/{person}/invitation", keepers},
      {"GET /{workspace}/staff-list/{person}/erasure", keepers},
      {"POST /{workspace}/staff-list/{person}/erasure", keepers},
      {"GET /{workspace}/your-data", members},
      {"GET /{workspace}/teams", keepers},
      {"POST /{workspace}/teams", keepers},
      {"POST /{workspace}/teams/{team}", keepers},
      {"POST /{workspace}/teams/{team}/closing", keepers},
  };
}

// Good practice: {practice} was recorded by the owner and nobody has validated it.
Audiences practice_audiences() {
  using enum Audience;
  return {
      {"GET /{workspace}/ideas", members},
      {"POST /{workspace}/ideas", members},
      {"GET /{workspace}/ideas/new", members},
      {"GET /{workspace}/ideas/waiting", validators},
      {"GET /{workspace}/ideas/register", validators},
      {"GET /{workspace}/ideas/digest", validators},
      {"POST /{workspace}/ideas/digest", validators},
      {"GET /{workspace}/ideas/meetings", validators},
      {"POST /{workspace}/ideas/meetings", validators},
      {"GET /{workspace}/ideas/meetings/{meeting}", validators},
      {"POST /{workspace}/ideas/meetings/{meeting}", validators},
      {"GET /{workspace}/ideas/partners", validators},
      {"POST /{workspace}/ideas/partners", validators},
      {"POST /{workspace}/ideas/partners/{door}/closing", validators},
      {"GET /{workspace}/ideas/send/{secret}", anyone},
      {"POST /{workspace}/ideas/send/{secret}", anyone},
      {"GET /{workspace}/ideas/feed", anyone},
      {"GET /{workspace}/ideas/{practice}", finder_and_validators},
      {"GET /{workspace}/ideas/{practice}/form", finder_only},
      {"POST /{workspace}/ideas/{practice}", finder_only},
      {"POST /{workspace}/ideas/{practice}/colleague", finder_only},
      {"POST /{workspace}/ideas/{practice}/colleague-removal", finder_only},
      {"POST /{workspace}/ideas/{practice}/naming", finder_only},
      {"POST /{workspace}/ideas/{practice}/validation", deciders},
      {"POST /{workspace}/ideas/{practice}/sharings", deciders},
      {"POST /{workspace}/ideas/{practice}/publicity", deciders},
      {"POST /{workspace}/ideas/{practice}/impacts", deciders},
      {"POST /{workspace}/ideas/{practice}/trials", finder_and_validators},
      {"POST /{workspace}/ideas/{practice}/questions", finder_and_validators},
      {"GET /{workspace}/ideas/trials/{trial}", owner},
      {"POST /{workspace}/ideas/trials/{trial}", owner},
      {"POST /{workspace}/ideas/questions/{question}", adviser},
  };
}

// Links that come by mail, and phones that are remembered.
Audiences link_audiences() {
  using enum Audience;
  return {
      {"GET /sign-in/link", anyone},
      {"POST /sign-in/link", anyone},
      {"GET /sign-in/link/{secret}", link_holder},
      {"POST /sign-in/link/{secret}", link_holder},
      {"GET /sign-in/password", anyone},
      {"POST /sign-in/password", anyone},
      {"GET /sign-in/password/{secret}", link_holder},
      {"POST /sign-in/password/{secret}", link_holder},
      {"POST /account/email", signed_in},
      {"POST /account/devices", signed_in},
      {"POST /account/devices/{device}/removal", signed_in},
      {"GET /account/email/{secret}", link_holder},
      {"POST /account/email/{secret}", link_holder},
  };
}

const Audiences& audiences() {
  using enum Audience;
  static const Audiences table = [] {
    Audiences all{
        {"GET /", signed_in},
        {"GET /accessibility", anyone},
        {"GET /sign-in", anyone},
        {"POST /sign-in", anyone},
        {"POST /sign-in/kept", anyone},
        {"GET /set-up", first_run},
        {"POST /set-up", first_run},
        {"POST /sign-out", anyone},
        {"GET /invitation/{secret}", anyone},
        {"POST /invitation/{secret}", anyone},
        {"GET /new-password", replacing},
        {"POST /new-password", replacing},
        {"GET /account", signed_in},
        {"POST /account/password", signed_in},
        {"POST /account/sign-outs", signed_in},
        {"GET /{workspace}", members},
        {"GET /{workspace}/bin", members},
        {"GET /{workspace}/institution", figures},
        {"POST /{workspace}/institution/views", members},
        {"GET /{workspace}/institution/judgement", leaders},
        {"POST /{workspace}/institution/judgement", leaders},
        {"GET /{workspace}/self-assessments", members},
        {"POST /{workspace}/self-assessments", members},
        {"GET /{workspace}/self-assessments/{sheet}", owner},
        {"POST /{workspace}/self-assessments/{sheet}/judgements", owner},
        {"POST /{workspace}/self-assessments/{sheet}/judgements/{theme}", owner},
        {"GET /{workspace}/self-assessments/{sheet}/result", owner},
        {"GET /{workspace}/self-assessments/{sheet}/paper", owner},
        {"POST /{workspace}/self-assessments/{sheet}/targets/{theme}", owner},
        {"POST /{workspace}/self-assessments/{sheet}/targets/{theme}/removal", owner},
        {"POST /{workspace}/self-assessments/{sheet}/submission", owner},
        {"POST /{workspace}/self-assessments/{sheet}/reopening", owner},
        {"POST /{workspace}/self-assessments/{sheet}/bin", owner},
        {"POST /{workspace}/self-assessments/{sheet}/restoration", owner},
        {"GET /{workspace}/self-assessments/{sheet}/shares", owner},
        {"POST /{workspace}/self-assessments/{sheet}/shares", owner},
        {"POST /{workspace}/self-assessments/{sheet}/shares/{share}/withdrawal", owner},
        {"GET /{workspace}/shared/{share}", both},
        {"POST /{workspace}/shared/{share}/comments", both},
    };
    all.merge(staff_audiences());
    all.merge(standards_audiences());
    all.merge(link_audiences());
    all.merge(practice_audiences());
    return all;
  }();
  return table;
}
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

TEST_P(Permissions, C_28_whoever_may_not_come_is_turned_away_everywhere_and_changes_nothing) {
  const auto before = all_that_is_kept();
  int asked = 0;
  for (const auto* visitor :
       {&nobody, &other_tutor, &quality_manager, &staff_list_keeper, &principal, &stranger}) {
    auto client = client_of(*visitor);
    for (const auto& route : routes()) {
      const auto audience = audiences().at(name_of(route));
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
    const auto audience = audiences().at(name_of(route));
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
    const auto audience = audiences().at(name_of(route));
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

TEST_P(Permissions, C_28_no_colleague_ever_sees_a_word_of_somebody_elses_sheet) {
  const std::string word = "only-its-owner-wrote-this";
  auto own = client_of(owner);
  const auto sheet = own.get_json(own_sheet());
  const auto saved =
      own.post_json(own_sheet() + "/judgements/coaching",
                    R"({"level": "silver", "note": ")" + word + R"(", "version": 0})");
  EXPECT_THAT(own.get(own_sheet()).body, ::testing::HasSubstr(word)) << saved.body << sheet.body;
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
