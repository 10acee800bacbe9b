#pragma once
#include "platform/http/routes.h"
#include "signin/signin.h"

// Pages of those who keep the staff list: people, teams, roles, invitations. The front door of the
// room.
namespace touchstone::staff {

// /{workspace}/staff-list and /{workspace}/teams.
void add_routes(http::Routes& routes);

}  // namespace touchstone::staff
