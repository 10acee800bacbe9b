#include "self_assessment/leaders_store.h"

#include <boost/describe.hpp>

#include "platform/json/described.h"
#include "self_assessment/institution_proof.h"

namespace touchstone::self_assessment {
namespace {

struct Panel {
  std::string names;
};
BOOST_DESCRIBE_STRUCT(Panel, (), (names))

std::optional<ScoreSheet> sheet_from(sql::Rows rows, Id<people::Team> team,
                                     Id<standard::Version> version) {
  const auto* row = rows.next();
  if (!row) return std::nullopt;
  ScoreSheet sheet;
  sheet.id = row->get<Id<ScoreSheet>>(0);
  sheet.standard_version = version;
  sheet.subject_team = team;
  sheet.made_by = row->get<Id<people::Person>>(1);
  sheet.by_leaders = true;
  sheet.voice = institution_voice;
  sheet.name = row->get<std::string>(2);
  sheet.previous = row->get<std::optional<Id<ScoreSheet>>>(3);
  sheet.started_at = row->get<Moment>(4);
  sheet.as_at = date_from_iso(row->text(5)).value();
  sheet.finished_at = row->get<std::optional<Moment>>(6);
  sheet.version = row->integer(7);
  return sheet;
}

}  // namespace

std::optional<ScoreSheet> open_leaders_sheet(sql::Read& read, const Uuid& workspace,
                                             Id<people::Team> team, Id<standard::Version> version) {
  return sheet_from(
      read.rows("SELECT id, made_by, name, previous, started_at, as_at, finished_at, version "
                "FROM self_assessment WHERE ws = ? AND subject_team = ? AND standard_version = ? "
                "AND standing = 'leaders' AND finished_at IS NULL AND binned_at IS NULL",
                workspace, team, version),
      team, version);
}

std::optional<ScoreSheet> finished_leaders_sheet(sql::Read& read, const Uuid& workspace,
                                                 Id<people::Team> team,
                                                 Id<standard::Version> version) {
  return sheet_from(
      read.rows("SELECT id, made_by, name, previous, started_at, as_at, finished_at, version "
                "FROM self_assessment WHERE ws = ? AND subject_team = ? AND standard_version = ? "
                "AND standing = 'leaders' AND finished_at IS NOT NULL AND binned_at IS NULL "
                "ORDER BY finished_at DESC, id DESC LIMIT 1",
                workspace, team, version),
      team, version);
}

std::string panel_of(sql::Read& read, const Uuid& workspace, Id<ScoreSheet> sheet) {
  auto rows =
      read.rows("SELECT names FROM panel WHERE ws = ? AND self_assessment = ?", workspace, sheet);
  const auto* row = rows.next();
  return row ? row->get<std::string>(0) : std::string();
}

void set_panel(sql::Write& write, Id<ScoreSheet> sheet, std::string_view names) {
  if (panel_of(write, write.actor().workspace, sheet) == names) return;
  write.execute(
      "INSERT INTO panel (ws, self_assessment, names) VALUES (?, ?, ?) "
      "ON CONFLICT (ws, self_assessment) DO UPDATE SET names = excluded.names",
      write.actor().workspace, sheet, names);
  write.record(
      {"score_sheet", sheet.value, "panel_named", json::text_of(Panel{std::string(names)})});
}

}  // namespace touchstone::self_assessment
