#pragma once
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "platform/sql/turn.h"
#include "self_assessment/roll_up.h"
#include "self_assessment/score_sheet.h"

namespace touchstone::self_assessment {

std::optional<ScoreSheet> score_sheet(sql::Read& read, const Uuid& workspace, Id<ScoreSheet> id);
// Those somebody made for themselves, newest first; without the binned ones.
std::vector<ScoreSheet> own_score_sheets(sql::Read& read, const Uuid& workspace,
                                         Id<people::Person> maker);
std::vector<ScoreSheet> binned_score_sheets(sql::Read& read, const Uuid& workspace,
                                            Id<people::Person> maker);
// The same page by page, from behind that one on.
inline constexpr std::size_t bin_page_size = 50;
struct BinEnd {
  Moment binned_at{};
  Id<ScoreSheet> sheet{};
};
struct BinPage {
  std::vector<ScoreSheet> sheets{};
  std::optional<BinEnd> next{};  // empty: that is all
};
BinPage bin_page_after(sql::Read& read, const Uuid& workspace, Id<people::Person> maker,
                       const std::optional<BinEnd>& after);
// How many they began since then, of themselves and of the organisation.
std::int64_t begun_since(sql::Read& read, const Uuid& workspace, Id<people::Person> maker,
                         Moment since);
// The names of theirs that a new one of that day and name may meet: free_name().
std::vector<std::string> names_beside(sql::Read& read, const Uuid& workspace,
                                      Id<people::Person> maker, std::string_view name, Date day);
// The open one of that maker, voice and standard version, if any.
std::optional<Id<ScoreSheet>> open_score_sheet(sql::Read& read, const ScoreSheet& like,
                                               const Uuid& workspace);
// The latest finished one of the same maker and voice against a version of the same family:
// standard::are_related().
std::optional<Id<ScoreSheet>> latest_finished(sql::Read& read, const ScoreSheet& like,
                                              const Uuid& workspace);
// Whether another of these was finished after it.
bool is_followed(sql::Read& read, const ScoreSheet& finished, const Uuid& workspace);
// The dates that all of these speak of, newest first, without that of the sheet itself.
std::vector<Date> finished_dates(sql::Read& read, const ScoreSheet& like, const Uuid& workspace);

void begin(sql::Write& write, const ScoreSheet& sheet);

// Keeps the sheet as it is now, with a frozen copy and its hash (BLAKE2b-256).
void finish(sql::Write& write, const ScoreSheet& sheet, const RollUp& result,
            const std::string& frozen, Moment at);
void reopen(sql::Write& write, const ScoreSheet& sheet, const std::string& frozen, Moment at);
void put_in_bin(sql::Write& write, const ScoreSheet& sheet, Moment at);
// The caller has made sure that no other sheet of its kind is open.
void take_from_bin(sql::Write& write, const ScoreSheet& sheet);

}  // namespace touchstone::self_assessment
