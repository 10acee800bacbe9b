#pragma once
#include "platform/http/routes.h"
#include "platform/json/described.h"
#include "staff/keeper_proof.h"

namespace touchstone::staff {

// Links for all who are on the list and cannot sign in yet, made in one deed: with the rules of a
// single one (invitation_pages.h), a line of the history for each person, and on slips to print or
// by mail. Whoever holds a link that works gets another only when that is asked for.
http::Response show_new_people(sql::Read& read, const http::Request& request,
                               const ListKeeper& who);
http::Response invite_new_people(sql::Write& write, const http::Request& request,
                                 const ListKeeper& who);
// {"items": [{"person", "name", "link", "until"}], "more"}
std::string new_people_schema(json::Components& components);

}  // namespace touchstone::staff
