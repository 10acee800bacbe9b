#pragma once
#include <string>
#include <vector>

#include "platform/sql/turn.h"
#include "self_assessment/counts.h"
#include "self_assessment/score_sheet.h"
#include "self_assessment/spread.h"

// Which finished sheet of each maker counts, and how many of these stand at which level: kept in
// the same turn as the sheets themselves.
namespace touchstone::self_assessment {

// Makes the latest finished sheet of the same maker, standard and voice the one that counts. After
// finishing, opening again, binning or restoring any of them.
void keep_latest(sql::Write& write, const ScoreSheet& sheet);
// Before a sheet is opened again or binned: what it was counted at is still there to be taken off.
void stop_counting(sql::Write& write, const ScoreSheet& sheet);

// Without those at which nobody stands.
std::vector<SpreadCell> spread_of(sql::Read& read, const Uuid& workspace,
                                  Id<standard::Version> version, std::string_view voice);

// The answers that count, with team and person of each; an answer is one finishing of one sheet.
struct TeamAnswer {
  Uuid answer{};
  Id<people::Team> team{};
  Id<people::Person> person{};
  bool operator==(const TeamAnswer&) const = default;
};
std::vector<TeamAnswer> answers_counted(sql::Read& read, const Uuid& workspace,
                                        Id<standard::Version> version, std::string_view voice);

// Sentences about every count in any workspace that is not what its sheets come to; empty when all
// is well.
std::vector<std::string> spread_problems(sql::Read& read);

}  // namespace touchstone::self_assessment
