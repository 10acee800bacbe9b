#pragma once
#include "good_practice/reach_proof.h"
#include "platform/json/described.h"

namespace touchstone::good_practice {

// How far everybody's ideas spread, in figures that name nobody (E-3).
http::Response show_stages(sql::Read& read, const http::Request& request, const Viewer& viewer);
std::string stages_schema(json::Components& components);

}  // namespace touchstone::good_practice
