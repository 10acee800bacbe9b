#pragma once
#include "platform/json/described.h"
#include "signin/signin.h"

namespace touchstone::signin {

// Who acts for the visitor, and for whom they may act.
http::Response show_deputies(sql::Read&, const http::Request&, const Member&);
// Fields: deputy (an address on the list), since, until.
http::Response name_own_deputy(sql::Write&, const http::Request&, const Member&);
// The visitor's own deputy, or themselves as the deputy of somebody else.
http::Response end_own_deputy(sql::Write&, const http::Request&, const Member&);
// {"items": [{"id", "person", "since", "until"}], "acts_for": [the same, with "today"]}
std::string deputies_schema(json::Components& components);

}  // namespace touchstone::signin
