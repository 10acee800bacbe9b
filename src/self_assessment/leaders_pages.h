#pragma once
#include "platform/http/routes.h"
#include "self_assessment/leaders_proof.h"

// The leaders' own judgement of the whole: made on one page by whoever has a seat, finished once,
// then kept as it is.
namespace touchstone::self_assessment {

http::Response show_leaders_judgement(sql::Read& read, const http::Request& request,
                                      const LeadersSeat& seat);
http::Response save_leaders_judgement(sql::Write& write, const http::Request& request,
                                      const LeadersSeat& seat);

}  // namespace touchstone::self_assessment
