#include "people/entry_history_view.h"

#include <algorithm>
#include <array>
#include <map>

#include "people/person_store.h"
#include "people/team_store.h"
#include "platform/json/flatten.h"

namespace touchstone::people {
namespace {

using Said = std::map<std::string, std::string, std::less<>>;

Said said_in(const std::optional<std::string>& change) {
  Said said;
  Complaints complaints;
  if (change)
    json::flatten(
        *change,
        [&](std::string name, const std::optional<std::string>& value) {
          said[std::move(name)] = value.value_or("");
        },
        complaints);
  return said;
}

// A verb, with the names of what it says; and how it is told when that is not there any more.
struct Sentence {
  std::string_view verb;
  std::string_view whole;
  std::string_view erased;
};
constexpr std::array sentences{
    Sentence{"added", "You were put on the staff list as {name}, {email}.",
             "You were put on the staff list."},
    Sentence{"changed", "Your name and email address became {name}, {email}.",
             "Your name or email address was changed."},
    Sentence{"joined", "You joined the team {team}, since {since}.", "You joined a team."},
    Sentence{"left", "You left the team {team} on {on}.", "You left a team."},
    Sentence{"given_role", "You were given the role {role}, for {team}.", "You were given a role."},
    Sentence{"lost_role", "The role {role}, for {team}, was taken back.", "A role was taken back."},
    Sentence{"line_manager_changed", "Your line manager became {line_manager}.",
             "Your line manager was changed."},
    Sentence{"deputy_named", "{deputy} was named your deputy, from {since} to {until}.",
             "A deputy was named for you."},
    Sentence{"deputy_ended", "{deputy} stopped being your deputy.",
             "A deputy stopped being yours."},
    Sentence{"began_to_act_for", "A deputy began to act in your name.", {}},
    Sentence{"stopped_acting_for", "A deputy stopped acting in your name.", {}},
    Sentence{"invited", "A link was made by which you come in.", {}},
    Sentence{"came_in", "You came in for the first time.", {}},
    Sentence{"disabled", "Your access was closed.", {}},
    Sentence{"enabled", "Your access was opened again.", {}},
    Sentence{"private evidence erased", "The evidence that only you could see was erased.", {}},
    Sentence{"erased", "What is kept about you was erased.", {}}};

// Names for ids, days as they are read, roles as people call them.
std::string in_words(sql::Read& read, const Workspace& workspace, std::string_view name,
                     const std::string& said) {
  const auto id = uuid_from_text(said);
  if (name == "team") {
    const auto found = id ? team(read, workspace.id, Id<Team>{*id}) : std::nullopt;
    return found ? found->name : "(no longer there)";
  }
  if (name == "line_manager" && said.empty()) return "nobody";
  if (name == "line_manager" || name == "deputy") {
    const auto found = id ? person(read, workspace.id, Id<Person>{*id}) : std::nullopt;
    return found ? found->name : "Somebody who left";
  }
  if (name == "role") {
    const auto role = role_from_text(said);
    return std::string(role ? in_words(*role, workspace.words) : "of another kind");
  }
  if (name == "email" && said.empty()) return "without an email address";
  const auto day = name == "name" || name == "email" ? std::nullopt : date_from_iso(said);
  return day ? to_words(*day) : said;
}

}  // namespace

std::string told_to_oneself(sql::Read& read, const Workspace& workspace,
                            const sql::Happened& happened) {
  const auto* const sentence = std::ranges::find(sentences, happened.verb, &Sentence::verb);
  if (sentence == sentences.end()) {
    auto plain = "Done: " + happened.verb + ".";
    std::ranges::replace(plain, '_', ' ');
    return plain;
  }
  const auto said = said_in(happened.change);
  if (said.empty() && !sentence->erased.empty()) return std::string(sentence->erased);
  std::string told;
  for (auto rest = sentence->whole; !rest.empty();) {
    const auto opens = rest.find('{');
    told.append(rest.substr(0, opens));
    if (opens == rest.npos) break;
    const auto closes = rest.find('}', opens);
    const auto name = rest.substr(opens + 1, closes - opens - 1);
    const auto value = said.find(name);
    told.append(in_words(read, workspace, name, value == said.end() ? "" : value->second));
    rest.remove_prefix(closes + 1);
  }
  return told;
}

}  // namespace touchstone::people
