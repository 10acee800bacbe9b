#pragma once
#include <string_view>
#include <vector>

#include "platform/http/body_fields.h"
#include "platform/http/fields.h"
#include "self_assessment/judgement.h"

namespace touchstone::self_assessment {

// What the door lets in of one theme, and of all with what else the form has.
http::BodyFields theme_fields(std::string_view prefix = "");
http::BodyFields sheet_fields(const http::BodyFields& more);

// Reads one theme from a form or JSON body. `prefix` is "core-values." where a form holds all
// themes and empty where it holds one. Members: level, note, version; statements (marks that ticks
// were offered) with holds, a list of the ticked ones, or else unticked; items. What is not sent
// stays as in `before`. Complaints name fields as they were sent, with the prefix.
Judgement read_judgement(http::Reader& reader, Complaints& complaints, const Judgement& before,
                         std::string_view prefix, const standard::Content& content,
                         std::string_view voice);

}  // namespace touchstone::self_assessment
