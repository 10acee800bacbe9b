#pragma once
#include "self_assessment/result_page.h"

namespace touchstone::self_assessment {

// The total and its level, the sentence about them, and what the level does not say.
Html headline(const SheetView& view);

// The themes that the sentence speaks of, where there is a level above.
Html themes_that_would_do(const SheetView& view);

// The picture of the themes, with last time behind it, on the page `here`.
Html profile(const http::Request& request, const SheetView& view, const Url& here);

// For each theme below the top its target, or the text of the next level offered as one (C-17).
Html targets(const http::Request& request, const SheetView& view, const TypedTarget* typed);

// The pieces of evidence attached to a theme that has some, each a link.
Html evidence_links(const http::Request& request, const SheetView& view, std::string_view theme);

}  // namespace touchstone::self_assessment
