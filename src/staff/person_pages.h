#pragma once
#include "platform/http/routes.h"
#include "platform/json/described.h"
#include "staff/keeper_proof.h"

namespace touchstone::staff {

// The page again, or the person as JSON: what was asked for is done; or what is wrong with it.
http::Response shown_person(sql::Read& read, const http::Request& request, const KeptPerson& who,
                            std::string_view deed);
http::Response refused_person(sql::Read& read, const http::Request& request, const KeptPerson& who,
                              const Complaints& complaints);

http::Response show_person(sql::Read& read, const http::Request& request, const KeptPerson& who);
// What it and all that changes a person answer in JSON.
std::string person_schema(json::Components& components);
// Fields: name, email, line_manager (an address on the list, or empty), version.
http::Response change_person(sql::Write& write, const http::Request& request,
                             const KeptPerson& who);
// Fields: role, team. Nobody gives a role to themselves, nor a deputy to whom they act for.
http::Response give_role(sql::Write& write, const http::Request& request, const KeptPerson& who);
http::Response take_role(sql::Write& write, const http::Request& request, const KeptPerson& who);
// Field: team.
http::Response join_team(sql::Write& write, const http::Request& request, const KeptPerson& who);
http::Response leave_team(sql::Write& write, const http::Request& request, const KeptPerson& who);
// A closed person is out at their next request, and may come back.
http::Response close_person(sql::Write& write, const http::Request& request, const KeptPerson& who);
http::Response reopen_person(sql::Write& write, const http::Request& request,
                             const KeptPerson& who);

}  // namespace touchstone::staff
