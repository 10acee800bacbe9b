#pragma once
#include "platform/http/routes.h"
#include "self_assessment/own_sheet_proof.h"

namespace touchstone::self_assessment {

http::Response show_result(sql::Read& read, const http::Request& request, const OwnSheet& own);
http::Response set_target(sql::Write& write, const http::Request& request, const OwnSheet& own);
http::Response drop_target(sql::Write& write, const http::Request& request, const OwnSheet& own);

}  // namespace touchstone::self_assessment
