#include "people/workspace_store.h"

#include <map>
#include <stdexcept>

#include "platform/json/described.h"

namespace touchstone::people {

namespace {

std::optional<std::string> as_text(const std::optional<Date>& date) {
  return date ? std::optional(to_iso(*date)) : std::nullopt;
}

Workspace read_workspace(const sql::Row& row) {
  Workspace workspace{.id = row.get<Id<Workspace>>(0),
                      .slug = row.get<std::string>(1),
                      .name = row.get<std::string>(2),
                      .zone = row.get<std::string>(3),
                      .words = row.get<std::string>(4)};
  if (!row.null(5)) workspace.clock_stands_on = date_from_iso(row.text(5));
  return workspace;
}

std::vector<Workspace> read_all(sql::Rows rows) {
  std::vector<Workspace> found;
  for (const auto& row : rows) found.push_back(read_workspace(row));
  return found;
}

}  // namespace

std::optional<Workspace> workspace_by_slug(sql::Read& read, std::string_view slug) {
  for (const auto& row :
       read.rows("SELECT id, slug, name, zone, words, clock_stands_on FROM workspace "
                 "WHERE slug = ?",
                 slug))
    return read_workspace(row);
  return std::nullopt;
}

std::vector<Workspace> workspaces_of(sql::Read& read, Id<Account> account) {
  return read_all(
      read.rows("SELECT w.id, w.slug, w.name, w.zone, w.words, w.clock_stands_on FROM person p "
                "JOIN workspace w ON w.id = p.ws "
                "WHERE p.account = ? AND p.state = 'active' ORDER BY w.name, w.slug",
                account));
}

std::vector<Workspace> all_workspaces(sql::Read& read) {
  return read_all(read.rows(
      "SELECT id, slug, name, zone, words, clock_stands_on FROM workspace ORDER BY name, slug"));
}

bool slug_taken(sql::Read& read, std::string_view slug) {
  return workspace_by_slug(read, slug).has_value();
}

void add(sql::Write& write, const Workspace& workspace) {
  write.execute(
      "INSERT INTO workspace (id, slug, name, zone, words, clock_stands_on) VALUES (?, ?, ?, ?, ?, "
      "?)",
      workspace.id, workspace.slug, workspace.name, workspace.zone, workspace.words,
      as_text(workspace.clock_stands_on));
  write.record(
      {"workspace", workspace.id.value, "added",
       json::text_of(std::map<std::string, std::string>{
           {"slug", workspace.slug}, {"name", workspace.name}, {"words", workspace.words}})});
}

}  // namespace touchstone::people
