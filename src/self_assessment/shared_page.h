#pragma once
#include <string>
#include <vector>

#include "platform/html/html.h"
#include "self_assessment/shared_sheet_proof.h"
#include "self_assessment/sheet_view.h"

namespace touchstone::self_assessment {

// What was typed as a comment.
struct TypedComment {
  std::string theme{};  // empty: about the whole
  std::string text{};
  Complaints complaints{};
};

Html shared_page(const http::Request& request, const SharedSheet& shared, const SheetView& view,
                 const std::vector<sharing::Comment>& comments, const TypedComment& typed);

}  // namespace touchstone::self_assessment
