#pragma once
#include <optional>
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

void add_team_kind(sql::Write& write, std::string_view key, std::string_view name);
// Its parent must be there.
void add(sql::Write& write, const Team& team);

}  // namespace touchstone::people
