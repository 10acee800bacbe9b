#pragma once
#include "good_practice/decision.h"
#include "good_practice/reach_proof.h"

// Two items that are the same: put together, and taken apart again.
namespace touchstone::good_practice {

// Asks once more before `decision`, which is a merge, is made: what it does, and a button.
http::Response ask_to_merge(sql::Read& read, const http::Request& request,
                            const DecidedPractice& decided, const Decision& decision);
// The {practice} of the address is what it was before it was put together with another. 422 for
// what is not.
http::Response separate_item(sql::Write& write, const http::Request& request,
                             const DecidedPractice& decided);

}  // namespace touchstone::good_practice
