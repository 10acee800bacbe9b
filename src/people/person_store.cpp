#include "people/person_store.h"

#include <map>

#include "people/deputy_store.h"
#include "people/email.h"
#include "platform/json/described.h"
#include "platform/text.h"

namespace touchstone::people {

namespace {

Person read_person(const sql::Row& row) {
  return {.id = row.get<Id<Person>>(0),
          .account = row.get<std::optional<Id<Account>>>(1),
          .name = row.get<std::string>(2),
          .email = row.get<std::optional<std::string>>(3).value_or(""),
          .state = state_from_text(row.text(4)),
          .version = row.integer(5)};
}

std::optional<std::string> unless_empty(std::string text) {
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

std::int64_t keepers_besides(sql::Read& read, Id<Workspace> workspace, Id<Person> person, Date on) {
  const auto day = to_iso(on);
  for (const auto& row :
       read.rows("SELECT count(DISTINCT p.id) FROM role_grant g "
                 "JOIN team t ON t.ws = g.ws AND t.id = g.team AND t.parent IS NULL "
                 "JOIN person p ON p.ws = g.ws AND p.id = g.person AND p.state = 'active' "
                 "JOIN account a ON a.id = p.account AND a.state = 'active' "
                 "WHERE g.ws = ? AND g.role = 'staff_list_keeper' AND g.person <> ? "
                 "AND g.since <= ? AND (g.until IS NULL OR g.until >= ?)",
                 workspace, person, day, day))
    return row.integer(0);
  return 0;
}

}  // namespace

std::optional<Person> person(sql::Read& read, Id<Workspace> workspace, Id<Person> id) {
  for (const auto& row : read.rows(
           "SELECT id, account, name, email, state, version FROM person WHERE ws = ? AND id = ?",
           workspace, id))
    return read_person(row);
  return std::nullopt;
}

std::optional<Person> person_by_email(sql::Read& read, Id<Workspace> workspace,
                                      std::string_view email) {
  for (const auto& row : read.rows("SELECT id, account, name, email, state, version FROM person "
                                   "WHERE ws = ? AND email_key = ?",
                                   workspace, email_key(email)))
    return read_person(row);
  return std::nullopt;
}

std::optional<Person> person_of(sql::Read& read, Id<Workspace> workspace, Id<Account> account) {
  for (const auto& row : read.rows("SELECT id, account, name, email, state, version FROM person "
                                   "WHERE ws = ? AND account = ?",
                                   workspace, account))
    return read_person(row);
  return std::nullopt;
}

std::vector<Person> persons(sql::Read& read, Id<Workspace> workspace) {
  std::vector<Person> found;
  for (const auto& row :
       read.rows("SELECT id, account, name, email, state, version FROM person WHERE ws = ? "
                 "AND erased_on IS NULL ORDER BY sort_key, id",
                 workspace))
    found.push_back(read_person(row));
  return found;
}

std::vector<Person> holders_of(sql::Read& read, Id<Workspace> workspace, const RoleGrant& grant,
                               Date on) {
  const auto day = to_iso(on);
  std::vector<Person> found;
  for (const auto& row :
       read.rows("SELECT p.id, p.account, p.name, p.email, p.state, p.version FROM role_grant g "
                 "JOIN person p ON p.ws = g.ws AND p.id = g.person "
                 "WHERE g.ws = ? AND g.team = ? AND g.role = ? AND g.since <= ? "
                 "AND (g.until IS NULL OR g.until >= ?) AND p.state = 'active' "
                 "ORDER BY p.sort_key, p.id",
                 workspace, grant.team, to_text(grant.role), day, day))
    found.push_back(read_person(row));
  return found;
}

std::vector<Id<Team>> teams_of(sql::Read& read, Id<Workspace> workspace, Id<Person> person,
                               Date on) {
  const auto day = to_iso(on);
  std::vector<Id<Team>> found;
  for (const auto& row :
       read.rows("SELECT team FROM person_team WHERE ws = ? AND person = ? "
                 "AND since <= ? AND (until IS NULL OR until >= ?) ORDER BY since, team",
                 workspace, person, day, day))
    found.push_back(row.get<Id<Team>>(0));
  return found;
}

std::vector<RoleGrant> roles_of(sql::Read& read, Id<Workspace> workspace, Id<Person> person,
                                Date on) {
  const auto day = to_iso(on);
  std::vector<RoleGrant> found;
  for (const auto& row :
       read.rows("SELECT role, team FROM role_grant WHERE ws = ? AND person = ? "
                 "AND since <= ? AND (until IS NULL OR until >= ?) ORDER BY role, team",
                 workspace, person, day, day))
    if (const auto role = role_from_text(row.text(0)))
      found.push_back({*role, row.get<Id<Team>>(1)});
  return found;
}

std::vector<Holder> holders_within(sql::Read& read, Id<Workspace> workspace, const RoleGrant& grant,
                                   Date on) {
  std::vector<Holder> found;
  const auto day = to_iso(on);
  for (const auto& row : read.rows("SELECT DISTINCT p.id, p.state FROM role_grant g "
                                   "JOIN team_above a ON a.ws = g.ws AND a.team = g.team "
                                   "AND a.above = ? AND a.reaches = 1 "
                                   "JOIN person p ON p.ws = g.ws AND p.id = g.person "
                                   "WHERE g.ws = ? AND g.role = ? AND g.since <= ? "
                                   "AND (g.until IS NULL OR g.until >= ?) ORDER BY p.id",
                                   grant.team, workspace, to_text(grant.role), day, day))
    found.push_back({row.get<Id<Person>>(0), state_from_text(row.text(1)) == State::active});
  return found;
}

bool is_last_keeper(sql::Read& read, Id<Workspace> workspace, Id<Person> person, Date on) {
  const auto root = root_team(read, workspace);
  for (const auto& grant : roles_of(read, workspace, person, on))
    if (grant.role == Role::staff_list_keeper && grant.team == root)
      return keepers_besides(read, workspace, person, on) == 0;
  return false;
}

void add(sql::Write& write, const Person& person) {
  write.post(
      "INSERT INTO person (ws, id, account, name, sort_key, email, email_key, state, version) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)",
      write.actor().workspace, person.id, person.account, person.name, sort_key(person.name),
      unless_empty(person.email), unless_empty(email_key(person.email)), to_text(person.state));
  write.record({"person", person.id.value, "added",
                json::text_of(std::map<std::string, std::string>{{"name", person.name},
                                                                 {"email", person.email}})});
}

void join_team(sql::Write& write, Id<Person> person, Id<Team> team, Date since) {
  write.post("INSERT INTO person_team (ws, person, team, since) VALUES (?, ?, ?, ?)",
             write.actor().workspace, person, team, to_iso(since));
  write.record({"person", person.value, "joined",
                json::text_of(std::map<std::string, std::string>{{"team", to_text(team)},
                                                                 {"since", to_iso(since)}})});
}

void grant_role(sql::Write& write, Id<Person> person, const RoleGrant& grant, Date since) {
  const auto& actor = write.actor();
  // Whether they have it, and whether others have named deputies for them: one answer to wait for.
  auto before = write.rows(
      "SELECT (SELECT count(*) FROM role_grant WHERE ws = ? AND person = ? AND role = ? "
      "AND team = ?), (SELECT count(*) FROM deputy WHERE ws = ? AND for_person = ? "
      "AND named_by <> ? AND until >= ? AND ended_at IS NULL)",
      actor.workspace, person, to_text(grant.role), grant.team, actor.workspace, person, person,
      to_iso(since));
  const auto& row = *before.next();
  if (row.integer(0) > 0) return;
  if (row.integer(1) > 0) end_deputies_beyond(write, person, grant.team, since);
  const auto by = actor.person.empty() ? std::nullopt : std::optional(actor.person);
  write.post(
      "INSERT INTO role_grant (ws, id, person, role, team, since, granted_by) VALUES (?, ?, ?, ?, "
      "?, ?, ?)",
      actor.workspace, new_uuid(), person, to_text(grant.role), grant.team, to_iso(since), by);
  write.record({"person", person.value, "given_role",
                json::text_of(std::map<std::string, std::string>{
                    {"role", std::string(to_text(grant.role))}, {"team", to_text(grant.team)}})});
}

void note_line_manager(sql::Write& write, Id<Person> person, std::optional<Id<Person>> manager) {
  write.post("UPDATE person SET version = version + 1 WHERE ws = ? AND id = ?",
             write.actor().workspace, person);
  write.record({"person", person.value, "line_manager_changed",
                json::text_of(std::map<std::string, std::string>{
                    {"line_manager", manager ? to_text(*manager) : std::string()}})});
}

namespace {

void pass_on_reports(sql::Write& write, Id<Person> person) {
  const Id<Workspace> workspace{write.actor().workspace};
  const auto above = line_manager(write, workspace, person);
  if (!above || above->state != State::active) return;
  for (const auto& report : reports_of(write, workspace, person)) {
    write.execute("UPDATE line_manager SET manager = ? WHERE ws = ? AND person = ?", above->id,
                  workspace, report.id);
    note_line_manager(write, report.id, above->id);
  }
}

}  // namespace

bool disable(sql::Write& write, Id<Person> person, Date on) {
  const Id<Workspace> workspace{write.actor().workspace};
  if (is_last_keeper(write, workspace, person, on)) return false;
  if (write.execute("UPDATE person SET state = 'disabled', version = version + 1 "
                    "WHERE ws = ? AND id = ? AND state = 'active'",
                    workspace, person) == 0)
    return false;
  write.record({"person", person.value, "disabled", "{}"});
  pass_on_reports(write, person);
  return true;
}

bool enable(sql::Write& write, Id<Person> person) {
  if (write.execute("UPDATE person SET state = 'active', version = version + 1 "
                    "WHERE ws = ? AND id = ? AND state = 'disabled' AND erased_on IS NULL",
                    write.actor().workspace, person) == 0)
    return false;
  write.record({"person", person.value, "enabled", "{}"});
  return true;
}

bool change(sql::Write& write, const Person& person) {
  const Id<Workspace> workspace{write.actor().workspace};
  const auto other = person_by_email(write, workspace, person.email);
  if (!person.email.empty() && other && other->id != person.id) return false;
  if (write.execute("UPDATE person SET name = ?, sort_key = ?, email = ?, email_key = ?, "
                    "version = version + 1 WHERE ws = ? AND id = ? AND version = ?",
                    person.name, sort_key(person.name), unless_empty(person.email),
                    unless_empty(email_key(person.email)), workspace, person.id,
                    person.version) == 0)
    return false;
  write.record({"person", person.id.value, "changed",
                json::text_of(std::map<std::string, std::string>{{"name", person.name},
                                                                 {"email", person.email}})});
  return true;
}

void link_account(sql::Write& write, Id<Person> person, Id<Account> account) {
  write.execute("UPDATE person SET account = ?, version = version + 1 WHERE ws = ? AND id = ?",
                account, write.actor().workspace, person);
  write.record({"person", person.value, "came_in", "{}"});
}

void leave_team(sql::Write& write, Id<Person> person, Id<Team> team, Date on) {
  const auto& workspace = write.actor().workspace;
  const auto day = to_iso(on);
  const auto last = to_iso(Date(std::chrono::sys_days(on) - std::chrono::days(1)));
  const auto ended =
      write.execute(
          "DELETE FROM person_team WHERE ws = ? AND person = ? AND team = ? "
          "AND since >= ?",
          workspace, person, team, day) +
      write.execute(
          "UPDATE person_team SET until = ? WHERE ws = ? AND person = ? AND team = ? "
          "AND (until IS NULL OR until >= ?)",
          last, workspace, person, team, day);
  if (ended > 0)
    write.record(
        {"person", person.value, "left",
         json::text_of(std::map<std::string, std::string>{{"team", to_text(team)}, {"on", day}})});
}

bool take_role(sql::Write& write, Id<Person> person, const RoleGrant& grant, Date on) {
  const Id<Workspace> workspace{write.actor().workspace};
  if (grant.role == Role::staff_list_keeper && grant.team == root_team(write, workspace) &&
      is_last_keeper(write, workspace, person, on))
    return false;
  if (write.execute("DELETE FROM role_grant WHERE ws = ? AND person = ? AND role = ? AND team = ?",
                    workspace, person, to_text(grant.role), grant.team) == 0)
    return false;
  write.record({"person", person.value, "lost_role",
                json::text_of(std::map<std::string, std::string>{
                    {"role", std::string(to_text(grant.role))}, {"team", to_text(grant.team)}})});
  return true;
}

std::optional<Person> line_manager(sql::Read& read, Id<Workspace> workspace, Id<Person> person) {
  for (const auto& row : read.rows(
           "SELECT p.id, p.account, p.name, p.email, p.state, p.version FROM line_manager m "
           "JOIN person p ON p.ws = m.ws AND p.id = m.manager WHERE m.ws = ? AND m.person = ?",
           workspace, person))
    return read_person(row);
  return std::nullopt;
}

bool set_line_manager(sql::Write& write, Id<Person> person, std::optional<Id<Person>> manager) {
  const Id<Workspace> workspace{write.actor().workspace};
  for (auto above = manager; above;) {
    if (*above == person) return false;
    const auto next = line_manager(write, workspace, *above);
    above = next ? std::optional(next->id) : std::nullopt;
  }
  const auto before = line_manager(write, workspace, person);
  if ((before ? std::optional(before->id) : std::nullopt) == manager) return true;
  write.execute("DELETE FROM line_manager WHERE ws = ? AND person = ?", workspace, person);
  if (manager)
    write.execute("INSERT INTO line_manager (ws, person, manager) VALUES (?, ?, ?)", workspace,
                  person, *manager);
  note_line_manager(write, person, manager);
  return true;
}

std::vector<Person> left_behind(sql::Read& read, Id<Workspace> workspace) {
  std::vector<Person> found;
  // SQLite keeps the order of a CROSS JOIN: it begins with the few that are closed, and not with
  // everybody.
  for (const auto& row :
       read.rows("SELECT p.id, p.account, p.name, p.email, p.state, p.version FROM person gone "
                 "CROSS JOIN line_manager m CROSS JOIN person p "
                 "WHERE gone.ws = ? AND gone.state = 'disabled' "
                 "AND m.ws = gone.ws AND m.manager = gone.id "
                 "AND p.ws = m.ws AND p.id = m.person AND p.state = 'active' "
                 "ORDER BY p.sort_key, p.id",
                 workspace))
    found.push_back(read_person(row));
  return found;
}

std::vector<Person> reports_of(sql::Read& read, Id<Workspace> workspace, Id<Person> manager) {
  std::vector<Person> found;
  for (const auto& row :
       read.rows("SELECT p.id, p.account, p.name, p.email, p.state, p.version FROM line_manager m "
                 "JOIN person p ON p.ws = m.ws AND p.id = m.person "
                 "WHERE m.ws = ? AND m.manager = ? ORDER BY p.sort_key, p.id",
                 workspace, manager))
    found.push_back(read_person(row));
  return found;
}

}  // namespace touchstone::people
