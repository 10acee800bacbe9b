#pragma once
#include "good_practice/reach_proof.h"
#include "platform/json/described.h"

namespace touchstone::good_practice {

// What waits for a decision, the longest first, a page of 50 at a time: ?since= and ?after= name
// the last one of the page before.
http::Response show_waiting(sql::Read& read, const http::Request& request,
                            const Validator& validator);
std::string waiting_schema(json::Components& components);

}  // namespace touchstone::good_practice
