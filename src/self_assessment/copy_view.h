#pragma once
#include "platform/document/document.h"
#include "self_assessment/sheet_view.h"

namespace touchstone::self_assessment {

// A score sheet as a file to keep (C-31): what it adds up to, what every level says, and the notes
// and targets of the one who made it.
document::Paper paper_copy(const http::Request& request, const SheetView& view);

}  // namespace touchstone::self_assessment
