#include "self_assessment/score_sheet_store.h"

#include <algorithm>
#include <boost/describe.hpp>

#include "platform/json/described.h"
#include "platform/secret.h"
#include "platform/text.h"
#include "self_assessment/spread_store.h"
#include "standard/standard.h"

namespace touchstone::self_assessment {
namespace {

ScoreSheet sheet_from(const sql::Row& row) {
  ScoreSheet sheet;
  sheet.id = row.get<Id<ScoreSheet>>(0);
  sheet.standard_version = row.get<Id<standard::Version>>(1);
  sheet.subject_person =
      row.get<std::optional<Id<people::Person>>>(2).value_or(sheet.subject_person);
  sheet.made_by = row.get<Id<people::Person>>(3);
  sheet.voice = row.get<std::string>(4);
  sheet.name = row.get<std::string>(5);
  sheet.previous = row.get<std::optional<Id<ScoreSheet>>>(6);
  sheet.started_at = row.get<Moment>(7);
  sheet.as_at = date_from_iso(row.text(8)).value();
  sheet.finished_at = row.get<std::optional<Moment>>(9);
  sheet.binned_at = row.get<std::optional<Moment>>(10);
  sheet.version = row.integer(11);
  sheet.subject_team = row.get<std::optional<Id<people::Team>>>(12).value_or(sheet.subject_team);
  return sheet;
}

std::vector<ScoreSheet> sheets_from(sql::Rows rows) {
  std::vector<ScoreSheet> sheets;
  for (const auto& row : rows) sheets.push_back(sheet_from(row));
  return sheets;
}

template <class Noun>
std::optional<Id<Noun>> first_id(sql::Rows rows) {
  const auto* row = rows.next();
  return row ? std::optional(row->get<Id<Noun>>(0)) : std::nullopt;
}

template <class Noun>
std::optional<Id<Noun>> unless_empty(Id<Noun> id) {
  return id.value.empty() ? std::nullopt : std::optional(id);
}

struct Named {
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Named, (), (name))

struct Result {
  int total;
  int judged;
  std::optional<std::string> overall;
  std::string content_hash;
};
BOOST_DESCRIBE_STRUCT(Result, (), (total, judged, overall, content_hash))

void submit(sql::Write& write, const ScoreSheet& sheet, std::string_view kind,
            const std::string& frozen, Moment at) {
  write.execute(
      "INSERT INTO submission (ws, id, self_assessment, kind, person, at, content_hash, frozen) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      write.actor().workspace, new_uuid(), sheet.id, kind, sheet.made_by, at, digest_of(frozen),
      frozen);
}

struct Finished {
  Id<ScoreSheet> id{};
  Id<standard::Version> version{};
  Date as_at{};
};

// The finished ones of the same maker and voice against a version of the same family, newest first.
std::vector<Finished> finished_like(sql::Read& read, const ScoreSheet& like,
                                    const Uuid& workspace) {
  std::vector<Finished> finished;
  for (const auto& row :
       read.rows("SELECT id, standard_version, as_at FROM self_assessment "
                 "WHERE ws = ? AND made_by = ? AND voice = ? AND standing = 'own_view' "
                 "AND finished_at IS NOT NULL AND binned_at IS NULL "
                 "ORDER BY finished_at DESC, id DESC",
                 workspace, like.made_by, like.voice))
    finished.push_back({row.get<Id<ScoreSheet>>(0), row.get<Id<standard::Version>>(1),
                        date_from_iso(row.get<std::string>(2)).value_or(Date{})});
  if (finished.empty()) return finished;
  const auto related = standard::related_versions(read, workspace, like.standard_version);
  std::erase_if(finished, [&](const Finished& sheet) {
    return std::ranges::find(related, sheet.version) == related.end();
  });
  return finished;
}

}  // namespace

std::optional<ScoreSheet> score_sheet(sql::Read& read, const Uuid& workspace, Id<ScoreSheet> id) {
  auto rows = read.rows(
      "SELECT id, standard_version, subject_person, made_by, voice, name, previous, started_at, "
      "as_at, finished_at, binned_at, version, subject_team FROM self_assessment "
      "WHERE ws = ? AND id = ? AND standing = 'own_view'",
      workspace, id);
  const auto* row = rows.next();
  return row ? std::optional(sheet_from(*row)) : std::nullopt;
}

std::vector<ScoreSheet> own_score_sheets(sql::Read& read, const Uuid& workspace,
                                         Id<people::Person> maker) {
  return sheets_from(read.rows(
      "SELECT id, standard_version, subject_person, made_by, voice, name, previous, started_at, "
      "as_at, finished_at, binned_at, version, subject_team FROM self_assessment "
      "WHERE ws = ? AND made_by = ? AND standing = 'own_view' AND binned_at IS NULL "
      "ORDER BY as_at DESC, started_at DESC",
      workspace, maker));
}

std::vector<ScoreSheet> binned_score_sheets(sql::Read& read, const Uuid& workspace,
                                            Id<people::Person> maker) {
  return sheets_from(read.rows(
      "SELECT id, standard_version, subject_person, made_by, voice, name, previous, started_at, "
      "as_at, finished_at, binned_at, version, subject_team FROM self_assessment "
      "WHERE ws = ? AND made_by = ? AND standing = 'own_view' AND binned_at IS NOT NULL "
      "ORDER BY binned_at DESC",
      workspace, maker));
}

BinPage bin_page_after(sql::Read& read, const Uuid& workspace, Id<people::Person> maker,
                       const std::optional<BinEnd>& after) {
  constexpr const char* first =
      "SELECT id, standard_version, subject_person, made_by, voice, name, previous, started_at, "
      "as_at, finished_at, binned_at, version, subject_team FROM self_assessment "
      "WHERE ws = ? AND made_by = ? AND standing = 'own_view' AND binned_at IS NOT NULL "
      "ORDER BY binned_at DESC, id DESC LIMIT 51";
  constexpr const char* later =
      "SELECT id, standard_version, subject_person, made_by, voice, name, previous, started_at, "
      "as_at, finished_at, binned_at, version, subject_team FROM self_assessment "
      "WHERE ws = ? AND made_by = ? AND standing = 'own_view' AND binned_at IS NOT NULL "
      "AND (binned_at, id) < (?, ?) ORDER BY binned_at DESC, id DESC LIMIT 51";
  BinPage page;
  page.sheets =
      sheets_from(after ? read.rows(later, workspace, maker, after->binned_at, after->sheet)
                        : read.rows(first, workspace, maker));
  if (page.sheets.size() <= bin_page_size) return page;
  page.sheets.resize(bin_page_size);
  page.next = BinEnd{*page.sheets.back().binned_at, page.sheets.back().id};
  return page;
}

std::int64_t begun_since(sql::Read& read, const Uuid& workspace, Id<people::Person> maker,
                         Moment since) {
  for (const auto& row :
       read.rows("SELECT count(*) FROM self_assessment WHERE ws = ? AND made_by = ? "
                 "AND standing = 'own_view' AND started_at > ?",
                 workspace, maker, since))
    return row.integer(0);
  return 0;
}

std::vector<std::string> names_beside(sql::Read& read, const Uuid& workspace,
                                      Id<people::Person> maker, std::string_view name, Date day) {
  std::vector<std::string> names;
  for (const auto& row :
       read.rows("SELECT DISTINCT name FROM self_assessment WHERE ws = ? AND made_by = ? "
                 "AND standing = 'own_view' AND (name = ? OR as_at = ?)",
                 workspace, maker, name, to_iso(day)))
    names.push_back(row.get<std::string>(0));
  return names;
}

std::optional<Id<ScoreSheet>> open_score_sheet(sql::Read& read, const ScoreSheet& like,
                                               const Uuid& workspace) {
  return first_id<ScoreSheet>(
      read.rows("SELECT id FROM self_assessment WHERE ws = ? AND made_by = ? AND voice = ? "
                "AND standard_version = ? AND standing = 'own_view' "
                "AND finished_at IS NULL AND binned_at IS NULL",
                workspace, like.made_by, like.voice, like.standard_version));
}

std::optional<Id<ScoreSheet>> latest_finished(sql::Read& read, const ScoreSheet& like,
                                              const Uuid& workspace) {
  const auto finished = finished_like(read, like, workspace);
  return finished.empty() ? std::nullopt : std::optional(finished.front().id);
}

bool is_followed(sql::Read& read, const ScoreSheet& finished, const Uuid& workspace) {
  return latest_finished(read, finished, workspace) != finished.id;
}

std::vector<Date> finished_dates(sql::Read& read, const ScoreSheet& like, const Uuid& workspace) {
  std::vector<Date> dates;
  for (const auto& sheet : finished_like(read, like, workspace))
    if (sheet.id != like.id) dates.push_back(sheet.as_at);
  return dates;
}

void begin(sql::Write& write, const ScoreSheet& sheet) {
  write.execute(
      "INSERT INTO self_assessment (ws, id, standard_version, subject_person, subject_team, voice, "
      "made_by, standing, previous, name, started_at, as_at, finished_at, binned_at, total, "
      "overall, lowest, judged, version) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL, NULL, NULL, NULL, 1)",
      write.actor().workspace, sheet.id, sheet.standard_version, unless_empty(sheet.subject_person),
      unless_empty(sheet.subject_team), sheet.voice, sheet.made_by,
      sheet.by_leaders ? "leaders" : "own_view", sheet.previous, sheet.name, sheet.started_at,
      to_iso(sheet.as_at));
  write.record({"score_sheet", sheet.id.value, "begun", json::text_of(Named{sheet.name})});
}

void finish(sql::Write& write, const ScoreSheet& sheet, const RollUp& result,
            const std::string& frozen, Moment at) {
  write.execute(
      "UPDATE self_assessment SET finished_at = ?, total = ?, overall = ?, lowest = ?, judged = ?, "
      "version = version + 1 WHERE ws = ? AND id = ?",
      at, result.total, result.band, result.lowest_level, result.judged, write.actor().workspace,
      sheet.id);
  submit(write, sheet, "finish", frozen, at);
  const auto digest = digest_of(frozen);
  write.record({"score_sheet", sheet.id.value, "finished",
                json::text_of(Result{
                    result.total, result.judged, result.band,
                    to_hex({reinterpret_cast<const char*>(digest.data()), digest.size()})})});
  if (!sheet.by_leaders) keep_latest(write, sheet);
}

void reopen(sql::Write& write, const ScoreSheet& sheet, const std::string& frozen, Moment at) {
  stop_counting(write, sheet);
  write.execute(
      "UPDATE self_assessment SET finished_at = NULL, total = NULL, overall = NULL, lowest = NULL, "
      "judged = NULL, version = version + 1 WHERE ws = ? AND id = ?",
      write.actor().workspace, sheet.id);
  submit(write, sheet, "reopen", frozen, at);
  write.record({"score_sheet", sheet.id.value, "reopened", "{}"});
  keep_latest(write, sheet);
}

void put_in_bin(sql::Write& write, const ScoreSheet& sheet, Moment at) {
  stop_counting(write, sheet);
  write.execute(
      "UPDATE self_assessment SET binned_at = ?, version = version + 1 WHERE ws = ? AND id = ?", at,
      write.actor().workspace, sheet.id);
  write.record({"score_sheet", sheet.id.value, "binned", "{}"});
  keep_latest(write, sheet);
}

void take_from_bin(sql::Write& write, const ScoreSheet& sheet) {
  write.execute(
      "UPDATE self_assessment SET binned_at = NULL, version = version + 1 WHERE ws = ? AND id = ?",
      write.actor().workspace, sheet.id);
  write.record({"score_sheet", sheet.id.value, "restored", "{}"});
  keep_latest(write, sheet);
}

}  // namespace touchstone::self_assessment
