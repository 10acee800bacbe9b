#include "people/workspace_store.h"

#include <map>
#include <stdexcept>

#include "people/account_store.h"
#include "people/furnishing_store.h"
#include "people/person_store.h"
#include "people/team_store.h"
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

Workspace workspace(sql::Read& read, Id<Workspace> id) {
  for (const auto& row : read.rows(
           "SELECT id, slug, name, zone, words, clock_stands_on FROM workspace WHERE id = ?", id))
    return read_workspace(row);
  throw std::logic_error("a workspace that is not there");
}

std::vector<Workspace> workspaces_of(sql::Read& read, Id<Account> account) {
  return read_all(
      read.rows("SELECT w.id, w.slug, w.name, w.zone, w.words, w.clock_stands_on FROM person p "
                "JOIN workspace w ON w.id = p.ws "
                "WHERE p.account = ? AND p.state = 'active' ORDER BY w.name, w.slug",
                account));
}

std::vector<Workspace> workspaces_closed_to(sql::Read& read, Id<Account> account) {
  return read_all(
      read.rows("SELECT w.id, w.slug, w.name, w.zone, w.words, w.clock_stands_on FROM person p "
                "JOIN workspace w ON w.id = p.ws "
                "WHERE p.account = ? AND p.state = 'disabled' ORDER BY w.name, w.slug",
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

void stand_clock_on(sql::Write& write, Date day) {
  const auto& workspace = write.actor().workspace;
  write.execute("UPDATE workspace SET clock_stands_on = ? WHERE id = ?", to_iso(day), workspace);
  write.record({"workspace", workspace, "clock_moved",
                json::text_of(std::map<std::string, std::string>{{"to", to_iso(day)}})});
}

Workspace found(sql::Write& write, Workspace workspace, Person first) {
  workspace.id = Id<Workspace>::fresh();
  write.found(workspace.id.value);
  add(write, workspace);
  const bool council = workspace.words == "council";
  add_team_kind(write, workspace.words, council ? "Council" : "College");
  add_team_kind(write, "department", council ? "Service" : "Department");
  const Team root{.id = Id<Team>::fresh(), .kind = workspace.words, .name = workspace.name};
  add(write, root);

  const auto since = today(workspace, now());
  add(write, Account{.id = first.account.value(), .email = first.email, .proved_at = now()});
  first.id = Id<Person>::fresh();
  add(write, first);
  join_team(write, first.id, root.id, since);
  grant_role(write, first.id, {Role::staff_list_keeper, root.id}, since);
  grant_role(write, first.id, {Role::quality_manager, root.id}, since);
  furnish(write);
  return workspace;
}

}  // namespace touchstone::people
