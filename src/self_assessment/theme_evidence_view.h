#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/evidence.h"
#include "self_assessment/sheet_view.h"

// Evidence for the themes of a score sheet (C-24).
namespace touchstone::self_assessment {

inline constexpr std::string_view evidence_noun = "score_sheet";

evidence::Thing theme_thing(Id<ScoreSheet> sheet, std::string_view theme);

// What is attached and the visitor sees, by theme.
std::map<std::string, std::vector<evidence::Piece>, std::less<>> evidence_of(
    sql::Read& read, const http::Request& request, Id<ScoreSheet> sheet);

// "Spring 2027: Coaching", to its maker alone.
std::optional<evidence::UseLine> tell_evidence_use(sql::Read& read, const http::Request& request,
                                                   const evidence::Use& use);

}  // namespace touchstone::self_assessment
