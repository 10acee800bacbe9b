#pragma once
#include "platform/http/routes.h"
#include "signin/demo_accounts.h"
#include "signin/proofs.h"
#include "signin/set_up.h"
#include "signin/sightings.h"
#include "signin/user_commands.h"

// Passwords, sessions, first-run set-up, the own account. The front door of the room.
namespace touchstone::signin {

// /sign-in, /sign-out, /, /account and /set-up.
void add_routes(http::Routes& routes);

}  // namespace touchstone::signin
