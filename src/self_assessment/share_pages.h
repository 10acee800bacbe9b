#pragma once
#include "platform/http/routes.h"
#include "platform/json/described.h"
#include "self_assessment/own_sheet_proof.h"

// Whom its maker shows a sheet to (C-27): a list, one more, one less.
namespace touchstone::self_assessment {

http::Response show_shares(sql::Read& read, const http::Request& request, const OwnSheet& own);
http::Response share_sheet(sql::Write& write, const http::Request& request, const OwnSheet& own);
http::Response withdraw_share(sql::Write& write, const http::Request& request, const OwnSheet& own);

std::string shares_schema(json::Components& components);

}  // namespace touchstone::self_assessment
