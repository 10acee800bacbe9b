#include "staff/staff_import.h"

#include <algorithm>
#include <map>
#include <set>

#include "platform/secret.h"
#include "platform/text.h"
#include "staff/team_names.h"

namespace touchstone::staff {
namespace {

using people::Person;
using people::RosterEntry;

// People are the same when these are.
std::string key_of_person(std::string_view name, std::string_view email) {
  return email.empty() ? "\n" + sort_key(name) : people::email_key(email);
}

// Reads the roles of a cell, each with the part that says where.
struct WrittenRole {
  people::Role role{};
  std::string where{};  // empty: on the team of the line
};
std::optional<people::Role> role_written(std::string_view text) {
  const auto key = sort_key(text);
  for (const auto role : people::every_role)
    for (const auto words : {in_words(role, "college"), in_words(role, "council"), to_text(role)})
      if (key == words) return role;
  return std::nullopt;
}

class ImportPlanner {
 public:
  ImportPlanner(const StaffFile& file, const people::Roster& roster, const Importer& importer)
      : file_(file), roster_(roster), importer_(importer), teams_(roster) {
    for (const auto& entry : roster.people) {
      const auto key = key_of_person(entry.person.name, entry.person.email);
      if (!listed_.emplace(key, &entry).second) several_.insert(key);
      if (entry.person.state != people::State::active)
        closed_.emplace(entry.person.id.value, &entry.person);
      if (entry.kept) named_.emplace(sort_key(entry.person.name), entry.person.id);
    }
  }

  StaffImport plan() {
    for (const auto& row : file_.rows) begin(row);
    for (std::size_t i = 0; i < file_.rows.size(); ++i) finish(file_.rows[i], plan_.lines[i]);
    refuse_circles();
    std::ranges::stable_sort(plan_.problems, {}, &FileProblem::line);
    plan_.digest = digest();
    return std::move(plan_);
  }

 private:
  void refuse(const StaffRow& row, std::string_view column, std::string message) {
    plan_.problems.push_back({row.line, std::string(column), std::move(message)});
    refused_.insert(row.line);
  }

  // Who this is; teams, roles and the line manager come when everybody is known.
  void begin(const StaffRow& row) {
    ImportLine line{.line = row.line};
    line.person = {.id = Id<Person>::fresh(), .name = row.name, .email = row.email};
    const auto key = key_of_person(row.name, row.email);
    if (const auto [first, fresh] = in_file_.emplace(key, plan_.lines.size()); !fresh)
      refuse(row, row.email.empty() ? "name" : "email",
             "This is on line " + std::to_string(plan_.lines[first->second].line) + " already.");
    const auto* entry = entry_called(key);
    if (entry != nullptr) {
      line.person = entry->person;
      line.renamed = entry->person.name != row.name;
      line.person.name = row.name;
      refuse_entry(row, *entry, key);
    }
    for (const auto& complaint : complaints_about(line.person))
      refuse(row, complaint.field, complaint.message);
    file_names_.emplace(sort_key(row.name), line.person.id);
    plan_.lines.push_back(std::move(line));
  }

  const RosterEntry* entry_called(const std::string& key) const {
    const auto found = listed_.find(key);
    return found == listed_.end() ? nullptr : found->second;
  }

  void refuse_entry(const StaffRow& row, const RosterEntry& entry, const std::string& key) {
    if (several_.contains(key))
      refuse(row, "name", "Several people on the list have this name and no email address.");
    else if (!entry.kept)
      refuse(row, "email",
             "Somebody on the staff list has this email address already, outside of your part.");
    else if (entry.person.state != people::State::active)
      refuse(row, row.email.empty() ? "name" : "email",
             "Their access is closed. Let them in again on their own page first.");
    else if (!entry.wholly && entry.person.name != row.name)
      refuse(row, "name", std::string(people::for_keepers_of_all));
  }

  void finish(const StaffRow& row, ImportLine& line) {
    const auto* entry = entry_called(key_of_person(row.name, row.email));
    if (line.renamed) line.changes.push_back("is called “" + row.name + "” from now on");
    const auto teams = plan_teams(row, line, entry);
    plan_roles(row, line, entry, teams);
    plan_manager(row, line, entry);
    if (entry == nullptr) line.outcome = Outcome::added;
    if (entry != nullptr && !line.changes.empty()) line.outcome = Outcome::changed;
    if (refused_.contains(row.line)) line.outcome = Outcome::refused;
  }

  // The teams that they will be in, those in the file first.
  std::vector<Id<people::Team>> plan_teams(const StaffRow& row, ImportLine& line,
                                           const RosterEntry* entry) {
    auto now = entry != nullptr ? entry->teams : std::vector<Id<people::Team>>{};
    auto wanted = teams_written(row);
    if (wanted.empty()) {
      if (entry == nullptr && row.team.empty()) refuse(row, "team", "Somebody new needs a team.");
      return now;
    }
    for (const auto& team : wanted) {
      if (std::ranges::find(now, team) != now.end()) continue;
      line.joins.push_back(team);
      line.changes.push_back("joins " + teams_.path(team));
    }
    for (const auto& team : now) {
      const bool kept = std::ranges::find(roster_.kept, team) != roster_.kept.end();
      if (!kept || std::ranges::find(wanted, team) != wanted.end()) continue;
      line.leaves.push_back(team);
      line.changes.push_back("leaves " + teams_.path(team));
    }
    return wanted;
  }

  std::vector<Id<people::Team>> teams_written(const StaffRow& row) {
    std::vector<Id<people::Team>> wanted;
    for (const auto& part : parts_of_cell(row.team)) {
      std::string problem;
      const auto team = teams_.find(part, problem);
      if (!team)
        refuse(row, "team", problem);
      else if (std::ranges::find(wanted, *team) == wanted.end())
        wanted.push_back(*team);
    }
    return wanted;
  }

  void plan_roles(const StaffRow& row, ImportLine& line, const RosterEntry* entry,
                  const std::vector<Id<people::Team>>& teams) {
    for (const auto& part : parts_of_cell(row.role)) {
      const auto at = part.find('@');
      const auto role = role_written(trimmed(std::string_view(part).substr(0, at)));
      if (!role) {
        refuse(row, "role", "There is no role “" + part + "”. Roles are: " + all_roles() + ".");
        continue;
      }
      const auto where =
          at == part.npos ? std::string_view() : trimmed(std::string_view(part).substr(at + 1));
      if (const auto team = place_of_role(row, where, teams))
        give(row, line, entry, {*role, *team});
    }
  }

  std::optional<Id<people::Team>> place_of_role(const StaffRow& row, std::string_view where,
                                                const std::vector<Id<people::Team>>& teams) {
    std::string problem = "Write on which team this role counts: “writer @ Construction”.";
    if (!where.empty()) {
      if (const auto team = teams_.find(where, problem)) return team;
    } else if (teams.size() == 1) {
      if (std::ranges::find(roster_.kept, teams[0]) != roster_.kept.end()) return teams[0];
    }
    if (!where.empty() || !teams.empty()) refuse(row, "role", problem);
    return std::nullopt;
  }

  void give(const StaffRow& row, ImportLine& line, const RosterEntry* entry,
            const people::RoleGrant& grant) {
    const auto same = [&](const people::RoleGrant& other) {
      return other.role == grant.role && other.team == grant.team;
    };
    if (entry != nullptr && std::ranges::any_of(entry->roles, same)) return;
    if (std::ranges::any_of(line.given, same)) return;
    if (entry != nullptr && entry->person.id == importer_.for_person)
      refuse(row, "role", "A deputy gives no role to the person they act for.");
    if (entry != nullptr && entry->person.id == importer_.person)
      refuse(row, "role",
             "Nobody gives a role to themselves: somebody else who keeps the staff list does.");
    if (const auto why = people::why_not_given(grant.role, grant.team == root()); !why.empty())
      refuse(row, "role", std::string(why));
    line.given.push_back(grant);
    line.changes.push_back("becomes " + std::string(in_words(grant.role, importer_.words)) + ", " +
                           teams_.path(grant.team));
  }

  // Parents come before their children.
  Id<people::Team> root() const { return roster_.teams.front().id; }

  std::string all_roles() const {
    std::string all;
    for (const auto role : people::every_role)
      all.append(all.empty() ? "" : ", ").append(in_words(role, importer_.words));
    return all;
  }

  void plan_manager(const StaffRow& row, ImportLine& line, const RosterEntry* entry) {
    if (row.line_manager.empty()) return;
    const auto manager = person_written(row);
    if (!manager) return;
    if (manager == line.person.id)
      return refuse(row, "line manager", "Nobody is their own line manager.");
    if (entry != nullptr && entry->manager == manager) return;
    if (entry != nullptr && !entry->wholly)
      return refuse(row, "line manager", std::string(people::for_keepers_of_all));
    if (const auto closed = closed_.find(manager->value); closed != closed_.end())
      return refuse(row, "line manager", why_no_line_manager(*closed->second));
    line.manager = manager;
    line.changes.push_back("answers to " + row.line_manager);
  }

  std::optional<Id<Person>> person_written(const StaffRow& row) {
    const auto key = people::email_key(row.line_manager);
    if (const auto found = in_file_.find(key); found != in_file_.end())
      return plan_.lines.at(found->second).person.id;
    if (const auto* entry = entry_called(key)) return entry->person.id;
    std::set<Uuid> called;
    for (const auto* names : {&file_names_, &named_}) {
      const auto [first, last] = names->equal_range(sort_key(row.line_manager));
      for (auto at = first; at != last; ++at) called.insert(at->second.value);
    }
    if (called.size() == 1) return Id<Person>{*called.begin()};
    refuse(row, "line manager",
           called.empty()
               ? "Nobody in the file or on the staff list has this name or email address."
               : "Several people have this name. Write the email address.");
    return std::nullopt;
  }

  // Each line whose change makes somebody answer to themselves.
  void refuse_circles() {
    people::LineManagers managers;
    for (const auto& entry : roster_.people)
      if (entry.manager) managers[entry.person.id.value] = entry.manager->value;
    for (const auto& line : plan_.lines)
      if (line.manager) managers[line.person.id.value] = line.manager->value;
    const auto circles = people::in_circles(managers);
    for (std::size_t i = 0; i < plan_.lines.size(); ++i) {
      auto& line = plan_.lines[i];
      if (!line.manager || !circles.contains(line.person.id.value)) continue;
      refuse(file_.rows[i], "line manager",
             "They would answer to themselves: this person answers to them, directly or not.");
      line.outcome = Outcome::refused;
    }
  }

  std::string digest() const {
    std::string all;
    for (const auto& line : plan_.lines) {
      all += std::to_string(line.line) + "\t" + std::to_string(static_cast<int>(line.outcome)) +
             "\t" + line.person.name + "\t" + line.person.email;
      if (line.outcome == Outcome::changed) all += "\t" + to_text(line.person.id);
      for (const auto& change : line.changes) all += "\t" + change;
      for (const auto& team : line.joins) all += "\t" + to_text(team);
      for (const auto& team : line.leaves) all += "\t" + to_text(team);
      for (const auto& grant : line.given) all += "\t" + to_text(grant.team);
      all += '\n';
    }
    for (const auto& problem : plan_.problems) all += problem.message + "\n";
    const auto digest = digest_of(all);
    return to_hex({reinterpret_cast<const char*>(digest.data()), digest.size()});
  }

  const StaffFile& file_;
  const people::Roster& roster_;
  const Importer& importer_;
  TeamNames teams_;
  std::map<std::string, const RosterEntry*, std::less<>> listed_;  // by key
  std::set<std::string> several_;                                  // keys that several have
  std::map<Uuid, const Person*> closed_;
  std::multimap<std::string, Id<Person>, std::less<>> named_;  // whom the keeper keeps, by name
  std::map<std::string, std::size_t, std::less<>> in_file_;    // lines, by key
  std::multimap<std::string, Id<Person>, std::less<>> file_names_;
  std::set<std::size_t> refused_;
  StaffImport plan_;
};

}  // namespace

std::size_t StaffImport::count(Outcome outcome) const {
  return static_cast<std::size_t>(std::ranges::count(lines, outcome, &ImportLine::outcome));
}

bool StaffImport::changes_something() const {
  return count(Outcome::added) + count(Outcome::changed) > 0;
}

StaffImport plan_import(const StaffFile& file, const people::Roster& roster,
                        const Importer& importer) {
  return ImportPlanner(file, roster, importer).plan();
}

std::vector<StaffRow> rows_of(const people::Roster& roster, std::string_view words) {
  const TeamNames teams(roster);
  std::map<Uuid, const RosterEntry*> by_id;
  for (const auto& entry : roster.people) by_id.emplace(entry.person.id.value, &entry);
  const auto kept = [&](Id<people::Team> team) {
    return std::ranges::find(roster.kept, team) != roster.kept.end();
  };
  const auto add_part = [](std::string& cell, const std::string& part) {
    cell += (cell.empty() ? "" : " | ") + part;
  };
  std::vector<StaffRow> rows;
  for (const auto& entry : roster.people) {
    if (!entry.kept || entry.person.state != people::State::active) continue;
    StaffRow row{.line = rows.size() + 2, .name = entry.person.name, .email = entry.person.email};
    for (const auto& team : entry.teams)
      if (kept(team)) add_part(row.team, teams.path(team));
    for (const auto& grant : entry.roles)
      if (kept(grant.team))
        add_part(row.role,
                 std::string(in_words(grant.role, words)) + " @ " + teams.path(grant.team));
    if (entry.manager) {
      const auto& manager = *by_id.at(entry.manager->value);
      if (manager.kept || !manager.person.email.empty())
        row.line_manager =
            manager.person.email.empty() ? manager.person.name : manager.person.email;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace touchstone::staff
