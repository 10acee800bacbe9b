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
      "SELECT id, shown_on FROM showing WHERE ws = ? AND standard_version = ? AND voice = ? "
      "ORDER BY shown_on DESC LIMIT 1",
      workspace, version, voice);
  const auto* row = rows.next();
  if (!row) return std::nullopt;
  return LastShowing{row->uuid(0), date_from_iso(row->text(1)).value()};
}

const ShownTeam* Shown::team(Id<people::Team> wanted) const {
  const auto found = std::ranges::find(teams, wanted, &ShownTeam::team);
  return found == teams.end() ? nullptr : &*found;
}

std::optional<Shown> shown_teams(sql::Read& read, const Uuid& workspace,
                                 Id<standard::Version> version, std::string_view voice,
                                 Id<people::Team> whole) {
  Shown shown;
  {
    auto rows = read.rows(
        "SELECT s.id, s.shown_on, s.asked, s.finished FROM showing s "
        "JOIN showing_team t ON t.ws = s.ws AND t.showing = s.id AND t.team = ? "
        "WHERE s.ws = ? AND s.standard_version = ? AND s.voice = ? "
        "ORDER BY s.shown_on DESC LIMIT 1",
        whole, workspace, version, voice);
    const auto* row = rows.next();
    if (!row) return std::nullopt;
    shown.id = row->uuid(0);
    shown.on = date_from_iso(row->text(1)).value();
    if (!row->null(2)) shown.participation = Participation{row->integer(2), row->integer(3)};
  }
  for (const auto& row :
       read.rows("SELECT team, people, middle FROM showing_team WHERE ws = ? AND showing = ?",
                 workspace, shown.id))
    shown.teams.push_back(
        {row.get<Id<people::Team>>(0), row.integer(1), row.get<std::optional<int>>(2), {}});
  return shown;
}

std::optional<Shown> shown_figures(sql::Read& read, const Uuid& workspace,
                                   Id<standard::Version> version, std::string_view voice,
                                   Id<people::Team> whole, Id<people::Team> team) {
  auto found = shown_teams(read, workspace, version, voice, whole);
  if (!found) return std::nullopt;
  auto& shown = *found;
  const auto asked = std::ranges::find(shown.teams, team, &ShownTeam::team);
  if (asked == shown.teams.end()) return found;
  for (const auto& row : read.rows("SELECT element, low, middle, high FROM showing_spread "
                                   "WHERE ws = ? AND showing = ? AND team = ? ORDER BY element",
                                   workspace, shown.id, team))
    asked->spreads.push_back(
        {row.get<std::string>(0),
         MiddleHalf{row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3)},
         {}});
  for (const auto& row :
       read.rows("SELECT element, from_level, to_level, people FROM showing_block "
                 "WHERE ws = ? AND showing = ? AND team = ? ORDER BY element, position",
                 workspace, shown.id, team))
    spread_of(*asked, row.text(0))
        .blocks.push_back({row.get<std::string>(1), row.get<std::string>(2), row.integer(3)});
  return found;
}

bool was_shown(sql::Read& read, const Uuid& workspace, Id<standard::Version> version) {
  auto rows = read.rows("SELECT 1 FROM showing WHERE ws = ? AND standard_version = ? LIMIT 1",
                        workspace, version);
  return rows.next() != nullptr;
}

}  // namespace touchstone::self_assessment
