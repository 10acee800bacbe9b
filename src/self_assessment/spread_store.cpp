#include "self_assessment/spread_store.h"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <set>

#include "people/people.h"
#include "standard/standard.h"

namespace touchstone::self_assessment {
namespace {

struct Kind {
  Uuid standard{};
  const ScoreSheet& sheet;
};

struct Latest {
  Id<ScoreSheet> sheet{};
  Id<standard::Version> version{};
  Uuid answer{};
  Id<people::Team> team{};
};

Uuid standard_of(sql::Read& read, const Uuid& workspace, Id<standard::Version> version) {
  auto rows = read.rows("SELECT standard FROM standard_version WHERE ws = ? AND id = ?", workspace,
                        version);
  return rows.next()->uuid(0);
}

std::optional<Latest> counted_now(sql::Read& read, const Uuid& workspace, const Kind& kind) {
  auto rows = read.rows(
      "SELECT self_assessment, standard_version, answer, team FROM latest "
      "WHERE ws = ? AND person = ? AND standard = ? AND voice = ?",
      workspace, kind.sheet.made_by, kind.standard, kind.sheet.voice);
  const auto* row = rows.next();
  if (!row) return std::nullopt;
  return Latest{row->get<Id<ScoreSheet>>(0), row->get<Id<standard::Version>>(1), row->uuid(2),
                row->get<Id<people::Team>>(3)};
}

struct Finishing {
  Uuid id{};
  Moment at{};
};

std::optional<Finishing> last_finishing(sql::Read& read, const Uuid& workspace,
                                        Id<ScoreSheet> sheet) {
  auto rows = read.rows(
      "SELECT id, at FROM submission WHERE ws = ? AND self_assessment = ? AND kind = 'finish' "
      "ORDER BY at DESC, id DESC LIMIT 1",
      workspace, sheet);
  const auto* row = rows.next();
  if (!row) return std::nullopt;
  return Finishing{row->uuid(0), row->get<Moment>(1)};
}

// The team in which that person was on the day of the finishing, whatever they are in by now.
Id<people::Team> team_at(sql::Read& read, const Uuid& workspace, Id<people::Person> person,
                         Moment finished_at) {
  const auto day = date_in(finished_at, people::workspace(read, {workspace}).zone);
  const auto teams = people::teams_of(read, {workspace}, person, day);
  return teams.empty() ? people::root_team(read, {workspace}) : teams.front();
}

// The sheet first and its finishing after: in one statement SQLite walks every
// submission of the workspace.
std::optional<Latest> to_be_counted(sql::Read& read, const Uuid& workspace, const Kind& kind) {
  Latest latest;
  {
    auto rows = read.rows(
        "SELECT id, standard_version FROM self_assessment "
        "WHERE ws = ? AND made_by = ? AND voice = ? AND standing = 'own_view' "
        "AND finished_at IS NOT NULL AND binned_at IS NULL AND standard_version IN "
        "(SELECT id FROM standard_version WHERE ws = ? AND standard = ?) "
        "ORDER BY finished_at DESC, id DESC LIMIT 1",
        workspace, kind.sheet.made_by, kind.sheet.voice, workspace, kind.standard);
    const auto* row = rows.next();
    if (!row) return std::nullopt;
    latest.sheet = row->get<Id<ScoreSheet>>(0);
    latest.version = row->get<Id<standard::Version>>(1);
  }
  const auto finishing = last_finishing(read, workspace, latest.sheet);
  if (!finishing) return std::nullopt;
  latest.answer = finishing->id;
  latest.team = team_at(read, workspace, kind.sheet.made_by, finishing->at);
  return latest;
}

using Cell = std::pair<std::string, std::string>;  // element, level

std::vector<Cell> cells_of(sql::Read& read, const Uuid& workspace, Id<ScoreSheet> sheet) {
  std::vector<Cell> cells;
  for (const auto& row : read.rows("SELECT element, dimension, CASE state WHEN 'judged' THEN level "
                                   "WHEN 'below_minimum' THEN state ELSE '' END FROM judgement "
                                   "WHERE ws = ? AND self_assessment = ? AND stance = 'self'",
                                   workspace, sheet))
    cells.emplace_back(standard::asked_key(row.text(0), row.text(1)), row.text(2));
  auto rows = read.rows(
      "SELECT CASE WHEN lowest IS NULL THEN '' ELSE CAST(total AS TEXT) END FROM self_assessment "
      "WHERE ws = ? AND id = ?",
      workspace, sheet);
  cells.emplace_back("", rows.next()->text(0));
  return cells;
}

void count(sql::Write& write, const Latest& latest, std::string_view voice, int by) {
  const auto workspace = write.actor().workspace;
  for (const auto& [element, level] : cells_of(write, workspace, latest.sheet)) {
    const auto changed = write.execute(
        "UPDATE spread SET people = people + ? WHERE ws = ? AND standard_version = ? "
        "AND voice = ? AND team = ? AND element = ? AND level = ?",
        by, workspace, latest.version, voice, latest.team, element, level);
    if (changed == 0)
      write.execute(
          "INSERT INTO spread (ws, standard_version, voice, team, element, level, people) "
          "VALUES (?, ?, ?, ?, ?, ?, ?)",
          workspace, latest.version, voice, latest.team, element, level, by);
  }
}

void drop(sql::Write& write, const Latest& latest, std::string_view voice) {
  count(write, latest, voice, -1);
  write.execute("DELETE FROM latest WHERE ws = ? AND self_assessment = ?", write.actor().workspace,
                latest.sheet);
}

void take(sql::Write& write, const Latest& latest, const Kind& kind) {
  write.execute(
      "INSERT INTO latest (ws, person, standard, voice, self_assessment, answer, "
      "standard_version, team) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      write.actor().workspace, kind.sheet.made_by, kind.standard, kind.sheet.voice, latest.sheet,
      latest.answer, latest.version, latest.team);
  count(write, latest, kind.sheet.voice, 1);
}

using Counts = std::map<std::string, std::int64_t>;

Counts counts_from(sql::Rows rows) {
  Counts counts;
  for (const auto& row : rows)
    counts[fmt::format("{} {} {} {} {}", to_text(row.uuid(0)), row.text(1), to_text(row.uuid(2)),
                       row.text(3), row.text(4))] = row.integer(5);
  return counts;
}

std::set<std::string> texts_from(sql::Rows rows) {
  std::set<std::string> texts;
  for (const auto& row : rows) texts.insert(to_text(row.uuid(0)) + " " + to_text(row.uuid(1)));
  return texts;
}

std::vector<std::string> missing_sheets(sql::Read& read) {
  const auto wanted = texts_from(read.rows(
      "SELECT ws, id FROM (SELECT s.ws, s.id, ROW_NUMBER() OVER (PARTITION BY s.ws, s.made_by, "
      "v.standard, s.voice ORDER BY s.finished_at DESC, s.id DESC) AS place "
      "FROM self_assessment s JOIN standard_version v ON v.ws = s.ws AND v.id = s.standard_version "
      "WHERE s.standing = 'own_view' AND s.finished_at IS NOT NULL AND s.binned_at IS NULL) ranked "
      "WHERE place = 1"));
  const auto kept = texts_from(read.rows("SELECT ws, self_assessment FROM latest"));
  std::vector<std::string> problems;
  for (const auto& sheet : wanted)
    if (!kept.contains(sheet))
      problems.push_back(sheet + ": is the latest of its maker and is not counted");
  for (const auto& sheet : kept)
    if (!wanted.contains(sheet))
      problems.push_back(sheet + ": is counted and is not the latest of its maker");
  return problems;
}

}  // namespace

void keep_latest(sql::Write& write, const ScoreSheet& sheet) {
  const auto workspace = write.actor().workspace;
  const Kind kind{standard_of(write, workspace, sheet.standard_version), sheet};
  const auto now = counted_now(write, workspace, kind);
  const auto wanted = to_be_counted(write, workspace, kind);
  if (now && wanted && now->answer == wanted->answer) return;
  if (now) drop(write, *now, sheet.voice);
  if (!wanted) return;
  take(write, *wanted, kind);
}

void stop_counting(sql::Write& write, const ScoreSheet& sheet) {
  const auto workspace = write.actor().workspace;
  const Kind kind{standard_of(write, workspace, sheet.standard_version), sheet};
  if (const auto now = counted_now(write, workspace, kind); now && now->sheet == sheet.id)
    drop(write, *now, sheet.voice);
}

std::vector<SpreadCell> spread_of(sql::Read& read, const Uuid& workspace,
                                  Id<standard::Version> version, std::string_view voice) {
  std::vector<SpreadCell> cells;
  for (const auto& row :
       read.rows("SELECT team, element, level, people FROM spread "
                 "WHERE ws = ? AND standard_version = ? AND voice = ? AND people > 0",
                 workspace, version, voice))
    cells.push_back({row.get<Id<people::Team>>(0), row.get<std::string>(1), row.get<std::string>(2),
                     row.integer(3)});
  return cells;
}

std::vector<TeamAnswer> answers_counted(sql::Read& read, const Uuid& workspace,
                                        Id<standard::Version> version, std::string_view voice) {
  std::vector<TeamAnswer> answers;
  for (const auto& row :
       read.rows("SELECT answer, team, person FROM latest "
                 "WHERE ws = ? AND standard_version = ? AND voice = ? ORDER BY answer",
                 workspace, version, voice))
    answers.push_back({row.uuid(0), row.get<Id<people::Team>>(1), row.get<Id<people::Person>>(2)});
  return answers;
}

std::vector<std::string> spread_problems(sql::Read& read) {
  auto problems = missing_sheets(read);
  const auto kept = counts_from(
      read.rows("SELECT ws, voice, team, element, level, CAST(SUM(people) AS BIGINT) FROM spread "
                "WHERE people > 0 GROUP BY ws, voice, team, element, level"));
  auto wanted = counts_from(
      read.rows("SELECT l.ws, l.voice, l.team, CASE j.dimension WHEN '' THEN j.element "
                "ELSE j.element || '@' || j.dimension END, CASE j.state WHEN 'judged' THEN j.level "
                "WHEN 'below_minimum' THEN j.state ELSE '' END, COUNT(*) FROM latest l "
                "JOIN judgement j ON j.ws = l.ws AND j.self_assessment = l.self_assessment "
                "AND j.stance = 'self' GROUP BY 1, 2, 3, 4, 5"));
  wanted.merge(
      counts_from(read.rows("SELECT l.ws, l.voice, l.team, '', CASE WHEN s.lowest IS NULL THEN '' "
                            "ELSE CAST(s.total AS TEXT) END, COUNT(*) FROM latest l "
                            "JOIN self_assessment s ON s.ws = l.ws AND s.id = l.self_assessment "
                            "GROUP BY 1, 2, 3, 5")));
  for (const auto& [cell, people] : wanted) {
    const auto found = kept.find(cell);
    const auto has = found == kept.end() ? 0 : found->second;
    if (has != people)
      problems.push_back(fmt::format("{}: {} are counted, and {} are there", cell, has, people));
  }
  for (const auto& [cell, people] : kept)
    if (!wanted.contains(cell))
      problems.push_back(fmt::format("{}: {} are counted, and 0 are there", cell, people));
  return problems;
}

}  // namespace touchstone::self_assessment
