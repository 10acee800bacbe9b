#pragma once
#include "platform/json/described.h"
#include "signin/signin.h"

namespace touchstone::signin {

// A demo's clock goes on by a week, for everybody who looks at it. 404 where the clock runs by
// itself.
http::Response move_demo_clock(sql::Write&, const http::Request&, const Member&);
// {"today": "2027-01-26"}
std::string demo_clock_schema(json::Components& components);

}  // namespace touchstone::signin
