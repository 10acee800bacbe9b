#pragma once
#include "platform/http/routes.h"
#include "platform/json/described.h"
#include "staff/keeper_proof.h"

namespace touchstone::staff {

// Fifty people a page, by name. Query: `search` (part of a name or address), `after` (where the
// page before ended, as its `next` said).
http::Response show_staff_list(sql::Read& read, const http::Request& request,
                               const ListKeeper& who);
std::string staff_list_schema(json::Components& components);
// Fields: name, email (may be empty), team.
http::Response add_person(sql::Write& write, const http::Request& request, const ListKeeper& who);
std::string made_schema(json::Components& components);

}  // namespace touchstone::staff
