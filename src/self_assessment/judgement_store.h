#pragma once
#include <expected>
#include <vector>

#include "platform/sql/turn.h"
#include "self_assessment/clash.h"
#include "self_assessment/judgement.h"
#include "self_assessment/score_sheet.h"

namespace touchstone::self_assessment {

// The maker's own judgements of a sheet, in no order; themes never saved are not among them.
std::vector<Judgement> judgements_of(sql::Read& read, const Uuid& workspace, Id<ScoreSheet> sheet);

// The same without notes and ticks: enough to count them.
std::vector<Judgement> answers_of(sql::Read& read, const Uuid& workspace, Id<ScoreSheet> sheet);

// The new version, or the clash with what another save left there. `at` is by the workspace's
// clock.
std::expected<std::int64_t, Clash<Judgement>> save(sql::Write& write, const ScoreSheet& sheet,
                                                   const Judgement& judgement, Moment at);

}  // namespace touchstone::self_assessment
