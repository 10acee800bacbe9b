#include "people/personal_store.h"

#include <algorithm>
#include <mutex>

#include "people/account_store.h"
#include "people/email.h"
#include "people/entry_history_view.h"
#include "people/person_store.h"
#include "people/team_store.h"
#include "people/workspace_store.h"
#include "platform/sql/history.h"
#include "platform/text.h"

namespace touchstone::people {
namespace {

constexpr std::string_view name_of_the_erased = "Erased person";

struct PersonalRooms {
  std::mutex guard;
  std::vector<PersonalRoom> all;
};
PersonalRooms& personal_rooms() {
  static PersonalRooms rooms;
  return rooms;
}

std::string team_name(sql::Read& read, Id<Workspace> workspace, Id<Team> id) {
  const auto found = team(read, workspace, id);
  return found ? found->name : std::string();
}

PersonalPart entry_of(sql::Read& read, const Workspace& workspace, const Person& person) {
  PersonalPart part{.title = "Your entry on the staff list"};
  part.facts = {{"Name", person.name},
                {"Email address", person.email},
                {"Access", person.state == State::active ? "open" : "closed"}};
  for (const auto& row : read.rows(
           "SELECT team, since, until FROM person_team WHERE ws = ? AND person = ? ORDER BY since",
           workspace.id, person.id))
    part.facts.push_back({"Team", team_name(read, workspace.id, row.get<Id<Team>>(0)) + ", since " +
                                      day_in_words(row.text(1)) +
                                      (row.null(2) ? "" : " until " + day_in_words(row.text(2)))});
  for (const auto& row : read.rows(
           "SELECT role, team, since FROM role_grant WHERE ws = ? AND person = ? ORDER BY since",
           workspace.id, person.id))
    if (const auto role = role_from_text(row.text(0)))
      part.facts.push_back({"Role", std::string(in_words(*role, workspace.words)) + ", " +
                                        team_name(read, workspace.id, row.get<Id<Team>>(1)) +
                                        ", since " + day_in_words(row.text(2))});
  if (const auto manager = line_manager(read, workspace.id, person.id))
    part.facts.push_back({"Line manager", manager->name});
  for (const auto& row : read.rows("SELECT p.name FROM line_manager m JOIN person p ON p.ws = m.ws "
                                   "AND p.id = m.person WHERE m.ws = ? AND m.manager = ? "
                                   "ORDER BY p.sort_key",
                                   workspace.id, person.id))
    part.facts.push_back({"Line manager of", std::string(row.text(0))});
  for (const auto& row :
       read.rows("SELECT d.person, p.name, q.name, d.since, d.until FROM deputy d "
                 "JOIN person p ON p.ws = d.ws AND p.id = d.person "
                 "JOIN person q ON q.ws = d.ws AND q.id = d.for_person "
                 "WHERE d.ws = ? AND (d.person = ? OR d.for_person = ?) ORDER BY d.since, d.id",
                 workspace.id, person.id, person.id)) {
    const bool acts = row.get<Id<Person>>(0) == person.id;
    part.facts.push_back({acts ? "Deputy of" : "Deputy", std::string(row.text(acts ? 2 : 1)) +
                                                             ", from " + day_in_words(row.text(3)) +
                                                             " to " + day_in_words(row.text(4))});
  }
  return part;
}

std::string in_plain_words(std::string_view noun_or_verb) {
  std::string words(noun_or_verb);
  std::ranges::replace(words, '_', ' ');
  return words;
}

PersonalFact told(sql::Read& read, Id<Workspace> workspace, const sql::Deeds& deeds,
                  const std::string& with_whom) {
  return {in_plain_words(deeds.noun) + " " + in_plain_words(deeds.verb) + with_whom,
          deeds.times == 1 ? in_words(read, workspace, deeds.first)
                           : counted(deeds.times, "time", "times") + ", from " +
                                 in_words(read, workspace, deeds.first) + " to " +
                                 in_words(read, workspace, deeds.last)};
}

// What was done by a deputy stands with both: in whose name, and by whom.
void add_deputies_deeds(sql::Read& read, const Workspace& workspace, const Person& oneself,
                        std::vector<PersonalPart>& parts) {
  PersonalPart by_others{.title = "What your deputies did in your name"};
  PersonalPart for_others{.title = "What you did in the name of others"};
  const auto name_of = [&](const Uuid& id) {
    const auto found = person(read, workspace.id, Id<Person>{id});
    return found ? found->name : std::string("somebody");
  };
  for (const auto& [actor, whom, deeds] :
       sql::deputy_deeds_of(read, workspace.id.value, oneself.id.value)) {
    if (whom == oneself.id.value)
      by_others.facts.push_back(told(read, workspace.id, deeds, ", by " + name_of(actor)));
    else
      for_others.facts.push_back(told(read, workspace.id, deeds, ", for " + name_of(whom)));
  }
  for (auto* part : {&by_others, &for_others})
    if (!part->facts.empty()) parts.push_back(std::move(*part));
}

void add_history(sql::Read& read, const Workspace& workspace, const Person& person,
                 std::vector<PersonalPart>& parts) {
  PersonalPart entry{.title = "What was done to your entry"};
  for (const auto& happened :
       sql::happened_to(read, workspace.id.value, {"person", person.id.value}))
    entry.facts.push_back(
        {in_words(read, workspace.id, happened.at), told_to_oneself(read, workspace, happened)});
  parts.push_back(std::move(entry));
  PersonalPart own{.title = "What you did here"};
  for (const auto& deeds : sql::deeds_of(read, workspace.id.value, person.id.value))
    own.facts.push_back(told(read, workspace.id, deeds, ""));
  parts.push_back(std::move(own));
  add_deputies_deeds(read, workspace, person, parts);
}

// The address goes when nobody else comes in by it.
void forget_account(sql::Write& write, Id<Account> account) {
  for (const auto& row : write.rows("SELECT 1 FROM person WHERE account = ?", account))
    if (!row.null(0)) return;
  if (const auto whose = people::account(write, account)) {
    const std::scoped_lock lock(personal_rooms().guard);
    for (const auto& room : personal_rooms().all)
      if (room.forget_account) room.forget_account(write, *whose);
  }
  const auto nobody = "erased-" + to_text(account);
  write.execute("UPDATE account SET email = ?, email_key = ?, state = 'disabled' WHERE id = ?",
                nobody, nobody, account);
  write.record({"account", account.value, "erased", "{}"});
  // What stands about it in no organisation's history.
  auto& outside = write.outside();
  sql::erase_changes(outside, sql::rows_about(outside, {}, {{"account", account.value}}));
}

}  // namespace

std::string in_words(sql::Read& read, Id<Workspace> id, Moment at) {
  const auto zone = workspace(read, id).zone;
  return to_words(date_in(at, zone)) + " at " + to_clock(at, zone);
}

std::string day_in_words(std::string_view iso) {
  const auto day = date_from_iso(iso);
  return day ? to_words(*day) : std::string(iso);
}

void keep_personal_data_with(const PersonalRoom& room) {
  const std::scoped_lock lock(personal_rooms().guard);
  auto& all = personal_rooms().all;
  if (std::ranges::find(all, room.tell, &PersonalRoom::tell) == all.end()) all.push_back(room);
}

std::vector<PersonalPart> personal_data(sql::Read& read, const Workspace& workspace,
                                        const Person& person) {
  std::vector<PersonalPart> parts{entry_of(read, workspace, person)};
  {
    const std::scoped_lock lock(personal_rooms().guard);
    for (const auto& room : personal_rooms().all) room.tell(read, workspace.id, person.id, parts);
  }
  add_history(read, workspace, person, parts);
  return parts;
}

bool erase(sql::Write& write, Id<Person> id, Date on) {
  const Id<Workspace> workspace{write.actor().workspace};
  const auto who = person(write, workspace, id);
  if (!who || who->state == State::active || is_erased(write, workspace, id)) return false;
  std::vector<sql::Thing> things{{"person", id.value}};
  if (who->account) things.push_back({"account", who->account->value});
  {
    const std::scoped_lock lock(personal_rooms().guard);
    for (const auto& room : personal_rooms().all) room.erase(write, id, things);
  }
  write.execute("DELETE FROM person_team WHERE ws = ? AND person = ?", workspace, id);
  write.execute("DELETE FROM role_grant WHERE ws = ? AND person = ?", workspace, id);
  write.execute("DELETE FROM deputy WHERE ws = ? AND (person = ? OR for_person = ?)", workspace, id,
                id);
  for (const auto& report : reports_of(write, workspace, id))
    note_line_manager(write, report.id, std::nullopt);
  write.execute("DELETE FROM line_manager WHERE ws = ? AND (person = ? OR manager = ?)", workspace,
                id, id);
  write.execute(
      "UPDATE person SET account = NULL, name = ?, sort_key = ?, email = NULL, email_key = NULL, "
      "erased_on = ?, version = version + 1 WHERE ws = ? AND id = ?",
      name_of_the_erased, sort_key(name_of_the_erased), to_iso(on), workspace, id);
  if (who->account) forget_account(write, *who->account);
  sql::erase_changes(write, sql::rows_about(write, workspace.value, things));
  write.record({"person", id.value, "erased", "{}"});
  return true;
}

bool is_erased(sql::Read& read, Id<Workspace> workspace, Id<Person> person) {
  for (const auto& row :
       read.rows("SELECT erased_on FROM person WHERE ws = ? AND id = ?", workspace, person))
    return !row.null(0);
  return false;
}

}  // namespace touchstone::people
