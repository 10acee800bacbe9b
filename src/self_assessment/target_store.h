#pragma once
#include <expected>
#include <vector>

#include "platform/sql/turn.h"
#include "self_assessment/clash.h"
#include "self_assessment/score_sheet.h"
#include "self_assessment/target.h"

namespace touchstone::self_assessment {

std::vector<Target> targets_of(sql::Read& read, const Uuid& workspace, Id<ScoreSheet> sheet);

// The new version, or the clash with what another save left there.
std::expected<std::int64_t, Clash<Target>> save(sql::Write& write, Id<ScoreSheet> sheet,
                                                const Target& target);

// A theme without a target stays as it is.
void drop(sql::Write& write, Id<ScoreSheet> sheet, std::string_view element);

}  // namespace touchstone::self_assessment
