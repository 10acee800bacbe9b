#pragma once
#include "good_practice/reach_proof.h"
#include "platform/json/described.h"

namespace touchstone::good_practice {

// The list of what was shared, with what is one's own.
http::Response show_ideas(sql::Read& read, const http::Request& request, const Viewer& viewer);
std::string ideas_schema(json::Components& components);

}  // namespace touchstone::good_practice
