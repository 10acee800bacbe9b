#include "staff/staff_import_store.h"

#include <stdexcept>
#include <utility>
#include <vector>

namespace touchstone::staff {
namespace {

constexpr std::size_t many = 500;

void apply_line(sql::Write& write, const ImportLine& line, Date on) {
  const auto id = line.person.id;
  if (line.renamed && !people::change(write, line.person))
    throw std::logic_error("an entry changed within one turn");
  for (const auto& team : line.joins) people::join_team(write, id, team, on);
  for (const auto& team : line.leaves) people::leave_team(write, id, team, on);
  for (const auto& grant : line.given) people::grant_role(write, id, grant, on);
}

}  // namespace

std::optional<StaffDraft> draft_of(sql::Read& read, const people::Keeper& keeper, Moment real) {
  for (const auto& row : read.rows(
           "SELECT at, content, from_windows, done FROM staff_import WHERE ws = ? AND person = ? "
           "AND at > ?",
           keeper.workspace, keeper.person, real - draft_lifetime))
    return StaffDraft{row.get<Moment>(0), row.get<std::string>(1), row.get<bool>(2),
                      row.get<std::string>(3)};
  return std::nullopt;
}

void keep_draft(sql::Housekeeping& housekeeping, const people::Keeper& keeper,
                const StaffDraft& draft) {
  housekeeping.execute("DELETE FROM staff_import WHERE ws = ? AND (person = ? OR at <= ?)",
                       keeper.workspace, keeper.person, draft.at - draft_lifetime);
  housekeeping.execute(
      "INSERT INTO staff_import (ws, person, at, content, from_windows, done) "
      "VALUES (?, ?, ?, ?, ?, ?)",
      keeper.workspace, keeper.person, draft.at, draft.content, draft.from_windows, draft.done);
}

void forget_draft(sql::Housekeeping& housekeeping, const people::Keeper& keeper) {
  housekeeping.execute("DELETE FROM staff_import WHERE ws = ? AND person = ?", keeper.workspace,
                       keeper.person);
}

void forget_all_drafts(sql::Housekeeping& housekeeping, Id<people::Workspace> workspace) {
  housekeeping.execute("DELETE FROM staff_import WHERE ws = ?", workspace);
}

void apply_import(sql::Write& write, const StaffImport& import, Date on) {
  if (!import.may_be_applied()) throw std::logic_error("an import with problems");
  for (const auto& line : import.lines)
    if (line.outcome == Outcome::added) people::add(write, line.person);
  // Before anything points at them: PostgreSQL looks keys up as it did when there were few.
  if (import.count(Outcome::added) >= many) people::many_added(write);
  std::vector<std::pair<Id<people::Person>, Id<people::Person>>> managers;
  for (const auto& line : import.lines) {
    apply_line(write, line, on);
    if (line.manager) managers.emplace_back(line.person.id, *line.manager);
  }
  if (!people::set_line_managers(write, managers))
    throw std::logic_error("an import with a circle");
}

}  // namespace touchstone::staff
