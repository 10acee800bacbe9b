#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/team.h"
#include "people/workspace.h"
#include "platform/sql/turn.h"

namespace touchstone::people {

// Every open team, parents before their children, sisters by position and name.
std::vector<Team> teams(sql::Read& read, Id<Workspace> workspace);
std::optional<Team> team(sql::Read& read, Id<Workspace> workspace, Id<Team> id);
// The organisation as a whole. Throws std::logic_error in a workspace without teams.
Id<Team> root_team(sql::Read& read, Id<Workspace> workspace);
// Whether what is granted on `granted` counts on `team`: it stands above, or is the same, and no
// border is between.
bool reaches(sql::Read& read, Id<Workspace> workspace, Id<Team> granted, Id<Team> team);
// The whole that each team belongs to, closed ones too: the highest at or above it that reaches it,
// which is the root or a team with a border.
std::map<Uuid, Id<Team>> wholes(sql::Read& read, Id<Workspace> workspace);

struct TeamKind {
  std::string key{};
  std::string name{};  // "Department"
};
std::vector<TeamKind> team_kinds(sql::Read& read, Id<Workspace> workspace);
// How many people are in it on that day, those of the teams below not counted.
std::int64_t members(sql::Read& read, Id<Workspace> workspace, Id<Team> team, Date on);
// The same of every team that has any.
std::map<Uuid, std::int64_t> members_of_each(sql::Read& read, Id<Workspace> workspace, Date on);

inline constexpr std::size_t longest_kind = 60;  // characters of its name
void add_team_kind(sql::Write& write, std::string_view key, std::string_view name);
// Its parent must be there.
void add(sql::Write& write, const Team& team);
void rename(sql::Write& write, Id<Team> team, std::string_view name);
// Nobody is in it any more, and it is offered nowhere. False for the root, and while somebody is in
// it, a role is granted on it, or a team below it is open.
bool close(sql::Write& write, Id<Team> team, Date on);
// What keeps it from being closed: names of teams below it that are open, of people who are in it,
// and of people who have a role on it.
struct KeepsOpen {
  std::vector<std::string> teams{};
  std::vector<std::string> people{};
  std::vector<std::string> holders{};
};
KeepsOpen what_keeps_open(sql::Read& read, Id<Workspace> workspace, Id<Team> team, Date on);

}  // namespace touchstone::people
