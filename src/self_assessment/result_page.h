#pragma once
#include "platform/html/html.h"
#include "platform/http/request.h"
#include "self_assessment/sheet_view.h"

namespace touchstone::self_assessment {

// A target as somebody typed it, shown again with what is wrong.
struct TypedTarget {
  Target target;
  std::string due_on;
  Complaints complaints;
};

// What a sheet adds up to: picture, table, what moved, targets, and what can be done with it.
Html result_page(const http::Request& request, const SheetView& view, const TypedTarget* typed);

}  // namespace touchstone::self_assessment
