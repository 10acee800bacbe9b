#pragma once
#include "platform/http/routes.h"
#include "platform/json/described.h"
#include "self_assessment/own_sheet_proof.h"

// What shows the level of a theme (C-24): a list, one more, one less; while the sheet is open.
namespace touchstone::self_assessment {

http::Response show_theme_evidence(sql::Read& read, const http::Request& request,
                                   const OwnSheet& own);
http::Response attach_evidence(sql::Write& write, const http::Request& request,
                               const OwnSheet& own);
http::Response detach_evidence(sql::Write& write, const http::Request& request,
                               const OwnSheet& own);

std::string theme_evidence_schema(json::Components& components);

}  // namespace touchstone::self_assessment
