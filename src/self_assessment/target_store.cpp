#include "self_assessment/target_store.h"

#include <boost/describe.hpp>

#include "platform/json/described.h"
#include "platform/sql/history.h"
#include "platform/sql/history_about.h"

namespace touchstone::self_assessment {
namespace {

constexpr int ahead = 7;  // days
constexpr int longest_late = 30;

struct Kept {
  std::string element;
  std::string text;
  std::string level_aimed;
  std::optional<Date> due_on;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (element, text, level_aimed, due_on))

std::optional<std::string> as_text(const std::optional<Date>& date) {
  return date ? std::optional(to_iso(*date)) : std::nullopt;
}

Target target_from(const sql::Row& row) {
  const auto due = row.get<std::optional<std::string>>(4);
  return {.id = row.get<Id<Target>>(0),
          .element = row.get<std::string>(1),
          .text = row.get<std::string>(2),
          .level_aimed = row.get<std::string>(3),
          .due_on = due ? date_from_iso(*due) : std::nullopt,
          .version = row.integer(5)};
}

std::optional<Target> held_for(sql::Read& read, const Uuid& workspace, Id<ScoreSheet> sheet,
                               const std::string& element) {
  auto rows = read.rows(
      "SELECT id, element, text, level_aimed, due_on, version FROM target "
      "WHERE ws = ? AND self_assessment = ? AND element = ?",
      workspace, sheet, element);
  const auto* row = rows.next();
  return row ? std::optional(target_from(*row)) : std::nullopt;
}

void record(sql::Write& write, const Target& target, std::string_view verb) {
  write.record(
      {"target", target.id.value, verb,
       json::text_of(Kept{target.element, target.text, target.level_aimed, target.due_on})});
}

}  // namespace

std::vector<Target> targets_of(sql::Read& read, const Uuid& workspace, Id<ScoreSheet> sheet) {
  std::vector<Target> targets;
  for (const auto& row :
       read.rows("SELECT id, element, text, level_aimed, due_on, version FROM target "
                 "WHERE ws = ? AND self_assessment = ? ORDER BY element",
                 workspace, sheet))
    targets.push_back(target_from(row));
  return targets;
}

std::expected<std::int64_t, Clash<Target>> save(sql::Write& write, Id<ScoreSheet> sheet,
                                                const Target& target) {
  const auto held = held_for(write, write.actor().workspace, sheet, target.element);
  const auto version = held ? held->version : 0;
  if (target.version != version)
    return std::unexpected(Clash<Target>{held.value_or(Target{.element = target.element})});
  auto kept = target;
  kept.id = held ? held->id : Id<Target>::fresh();
  if (held)
    write.execute(
        "UPDATE target SET text = ?, level_aimed = ?, due_on = ?, reminded_on = NULL, "
        "version = version + 1 "
        "WHERE ws = ? AND id = ?",
        kept.text, kept.level_aimed, as_text(kept.due_on), write.actor().workspace, kept.id);
  else
    write.execute(
        "INSERT INTO target (ws, id, self_assessment, element, text, level_aimed, due_on, version) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, 1)",
        write.actor().workspace, kept.id, sheet, kept.element, kept.text, kept.level_aimed,
        as_text(kept.due_on));
  record(write, kept, held ? "changed" : "set");
  return version + 1;
}

void drop(sql::Write& write, Id<ScoreSheet> sheet, std::string_view element) {
  const auto& workspace = write.actor().workspace;
  const auto held = held_for(write, workspace, sheet, std::string(element));
  if (!held) return;
  write.execute("DELETE FROM target WHERE ws = ? AND id = ?", workspace, held->id);
  sql::erase_changes(write, sql::rows_about(write, workspace, {{"target", held->id.value}}));
  write.record({"target", held->id.value, "dropped", "{}"});
}

std::vector<ToRemind> targets_to_remind(sql::Read& read, const Uuid& workspace, Date today,
                                        std::optional<Id<people::Person>> maker) {
  std::vector<ToRemind> found;
  for (const auto& row :
       read.rows("SELECT target.id, self_assessment.made_by FROM target "
                 "JOIN self_assessment ON self_assessment.ws = target.ws "
                 "AND self_assessment.id = target.self_assessment "
                 "WHERE target.ws = ? AND target.due_on BETWEEN ? AND ? "
                 "AND self_assessment.binned_at IS NULL AND (target.reminded_on IS NULL "
                 "OR (target.due_on < ? AND target.reminded_on <= target.due_on)) "
                 "AND self_assessment.made_by = coalesce(?, self_assessment.made_by) "
                 "ORDER BY self_assessment.made_by, target.due_on",
                 workspace, to_iso(plus_days(today, -longest_late)),
                 to_iso(plus_days(today, ahead)), to_iso(today), maker))
    found.push_back({row.get<Id<Target>>(0), row.get<Id<people::Person>>(1)});
  return found;
}

void note_reminder(sql::Write& write, Id<Target> target, Date today) {
  write.execute("UPDATE target SET reminded_on = ? WHERE ws = ? AND id = ?", to_iso(today),
                write.actor().workspace, target);
  write.record({"target", target.value, "reminded", "{}"});
}

}  // namespace touchstone::self_assessment
