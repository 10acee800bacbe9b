#pragma once
#include "platform/http/routes.h"
#include "self_assessment/own_sheet_proof.h"
#include "self_assessment/sheet_view.h"

// Finishing a score sheet, opening it again, the bin.
namespace touchstone::self_assessment {

// Keeps the sheet as the view shows it, frozen, and mails its maker a receipt.
void finish_sheet(sql::Write& write, const http::Request& request, const SheetView& view);

// The sheet of the address as it is after the turn so far, in JSON.
http::Response sheet_as_it_is(sql::Read& read, const http::Request& request);

http::Response submit_sheet(sql::Write& write, const http::Request& request, const OwnSheet& own);
http::Response reopen_sheet(sql::Write& write, const http::Request& request, const OwnSheet& own);
http::Response bin_sheet(sql::Write& write, const http::Request& request, const OwnSheet& own);
http::Response restore_sheet(sql::Write& write, const http::Request& request, const OwnSheet& own);

}  // namespace touchstone::self_assessment
