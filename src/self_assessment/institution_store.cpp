#include "self_assessment/institution_store.h"

#include <algorithm>

namespace touchstone::self_assessment {
namespace {

ShownSpread& spread_of(ShownTeam& team, std::string_view element) {
  const auto found = std::ranges::find(team.spreads, element, &ShownSpread::element);
  if (found != team.spreads.end()) return *found;
  return team.spreads.emplace_back(ShownSpread{std::string(element), {}, {}});
}

}  // namespace

std::optional<LastShowing> last_showing(sql::Read& read, const Uuid& workspace,
                                        Id<standard::Version> version, std::string_view voice) {
  auto rows = read.rows(
      "SELECT id, shown_on, asked, finished FROM showing WHERE ws = ? AND standard_version = ? AND "
      "voice = ? "
      "ORDER BY shown_on DESC LIMIT 1",
      workspace, version, voice);
  const auto* row = rows.next();
  if (!row) return std::nullopt;
  LastShowing last{row->uuid(0), date_from_iso(row->text(1)).value(), {}};
  if (!row->null(2)) last.participation = Participation{row->integer(2), row->integer(3)};
  return last;
}

const ShownTeam* Shown::team(Id<people::Team> id) const {
  const auto found = std::ranges::find(teams, id, &ShownTeam::team);
  return found == teams.end() ? nullptr : &*found;
}

std::optional<Shown> shown_figures(sql::Read& read, const Uuid& workspace,
                                   Id<standard::Version> version, std::string_view voice,
                                   Id<people::Team> team) {
  const auto last = last_showing(read, workspace, version, voice);
  if (!last) return std::nullopt;
  Shown shown{last->on, last->participation, {}};
  for (const auto& row :
       read.rows("SELECT team, people, middle FROM showing_team WHERE ws = ? AND showing = ?",
                 workspace, last->id))
    shown.teams.push_back(
        {row.get<Id<people::Team>>(0), row.integer(1), row.get<std::optional<int>>(2), {}});
  const auto asked = std::ranges::find(shown.teams, team, &ShownTeam::team);
  if (asked == shown.teams.end()) return shown;
  for (const auto& row : read.rows("SELECT element, low, middle, high FROM showing_spread "
                                   "WHERE ws = ? AND showing = ? AND team = ? ORDER BY element",
                                   workspace, last->id, team))
    asked->spreads.push_back(
        {row.get<std::string>(0),
         MiddleHalf{row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3)},
         {}});
  for (const auto& row :
       read.rows("SELECT element, from_level, to_level, people FROM showing_block "
                 "WHERE ws = ? AND showing = ? AND team = ? ORDER BY element, position",
                 workspace, last->id, team))
    spread_of(*asked, row.text(0))
        .blocks.push_back({row.get<std::string>(1), row.get<std::string>(2), row.integer(3)});
  return shown;
}

bool was_shown(sql::Read& read, const Uuid& workspace, Id<standard::Version> version) {
  auto rows = read.rows("SELECT 1 FROM showing WHERE ws = ? AND standard_version = ? LIMIT 1",
                        workspace, version);
  return rows.next() != nullptr;
}

}  // namespace touchstone::self_assessment
