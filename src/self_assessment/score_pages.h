#pragma once
#include "platform/http/routes.h"
#include "self_assessment/own_sheet_proof.h"

// The ten themes on one page, and what is saved from it.
namespace touchstone::self_assessment {

http::Response show_sheet(sql::Read& read, const http::Request& request, const OwnSheet& own);
// One theme, as the script saves it.
http::Response save_judgement(sql::Write& write, const http::Request& request, const OwnSheet& own);
// The whole form; with then=finish it is finished as well when every theme has an answer.
http::Response save_judgements(sql::Write& write, const http::Request& request,
                               const OwnSheet& own);

}  // namespace touchstone::self_assessment
