#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "platform/sql/turn.h"
#include "self_assessment/score_sheet.h"

// The judgement of those who lead a team, by a panel whose names are kept.
namespace touchstone::self_assessment {

// The one that is under way, whoever began it.
std::optional<ScoreSheet> open_leaders_sheet(sql::Read& read, const Uuid& workspace,
                                             Id<people::Team> team, Id<standard::Version> version);
// The last that was finished.
std::optional<ScoreSheet> finished_leaders_sheet(sql::Read& read, const Uuid& workspace,
                                                 Id<people::Team> team,
                                                 Id<standard::Version> version);

constexpr std::size_t longest_panel = 500;
// The names as they were given; empty when none were.
std::string panel_of(sql::Read& read, const Uuid& workspace, Id<ScoreSheet> sheet);
void set_panel(sql::Write& write, Id<ScoreSheet> sheet, std::string_view names);

}  // namespace touchstone::self_assessment
