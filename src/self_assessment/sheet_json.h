#pragma once
#include <string>

#include "platform/json/described.h"
#include "self_assessment/sheet_view.h"

namespace touchstone::self_assessment {

// What the command line and the API say of a result:
// {"total", "band", "so_far", "lowest_level", "below_top", "rows": [{"theme", "level", "points",
// "next"}]}.
std::string result_json(const RollUp& result);

// The whole sheet, for the API and for the frozen copy of a finished one.
std::string sheet_json(const SheetView& view);
std::string sheet_schema(json::Components& components);

// The answer to a saved judgement: its version, the time as people read it, and what the sheet adds
// up to now.
std::string saved_json(const SheetView& view, std::string_view theme, std::string_view saved_at);
std::string saved_schema(json::Components& components);

}  // namespace touchstone::self_assessment
