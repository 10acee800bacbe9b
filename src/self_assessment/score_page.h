#pragma once
#include "platform/html/html.h"
#include "platform/http/request.h"
#include "self_assessment/sheet_view.h"

namespace touchstone::self_assessment {

// The page of all themes, as the view holds them, with what is wrong beside each.
Html score_page(const http::Request& request, const SheetView& view, const Complaints& complaints);

}  // namespace touchstone::self_assessment
