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

// Targets that ask for a reminder on that day: due within a week, or late, and not written about
// since. Those that were due more than a month ago are let rest.
struct ToRemind {
  Id<Target> target{};
  Id<people::Person> maker{};
};
std::vector<ToRemind> targets_to_remind(sql::Read& read, const Uuid& workspace, Date today,
                                        std::optional<Id<people::Person>> maker = {});
void note_reminder(sql::Write& write, Id<Target> target, Date today);

// A theme without a target stays as it is.
void drop(sql::Write& write, Id<ScoreSheet> sheet, std::string_view element);

}  // namespace touchstone::self_assessment
