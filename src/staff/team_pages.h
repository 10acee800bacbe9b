#pragma once
#include "platform/http/routes.h"
#include "platform/json/described.h"
#include "staff/keeper_proof.h"

namespace touchstone::staff {

// The tree of teams, as far as the visitor keeps it.
http::Response show_teams(sql::Read& read, const http::Request& request, const ListKeeper& who);
// What it and all that changes a team answer in JSON.
std::string teams_schema(json::Components& components);
// Fields: parent, kind, name, border.
http::Response add_team(sql::Write& write, const http::Request& request, const ListKeeper& who);
// Field: name.
// Field: kind_name. For those who keep the whole list.
http::Response add_team_kind(sql::Write& write, const http::Request& request,
                             const ListKeeper& who);
http::Response rename_team(sql::Write& write, const http::Request& request, const KeptTeam& which);
http::Response close_team(sql::Write& write, const http::Request& request, const KeptTeam& which);

}  // namespace touchstone::staff
