#pragma once
#include "platform/json/described.h"
#include "signin/signin.h"

namespace touchstone::signin {

// The visitor acts for whom the {deputy} of the address names, from this session, until they stop,
// the session or the last day ends, or somebody ends it. 404 unless it is theirs and today is one
// of its days.
http::Response begin_to_act(sql::Write&, const http::Request&, const Member&);
// Back to themselves. Whoever acts for nobody stays who they are.
http::Response stop_acting(sql::Write&, const http::Request&, const Member&);
// {"acts_for": "Margaret Okonjo"}, or null
std::string acting_schema(json::Components& components);

}  // namespace touchstone::signin
