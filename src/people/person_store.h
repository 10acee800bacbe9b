#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "people/person.h"
#include "people/role.h"
#include "people/team_store.h"
#include "people/workspace.h"
#include "platform/sql/turn.h"

namespace touchstone::people {

struct RoleGrant {
  Role role{};
  Id<Team> team{};
};

std::optional<Person> person(sql::Read& read, Id<Workspace> workspace, Id<Person> id);
std::optional<Person> person_by_email(sql::Read& read, Id<Workspace> workspace,
                                      std::string_view email);
std::optional<Person> person_of(sql::Read& read, Id<Workspace> workspace, Id<Account> account);
// Everybody on the staff list, by name; without those who were erased.
std::vector<Person> persons(sql::Read& read, Id<Workspace> workspace);
std::vector<Id<Team>> teams_of(sql::Read& read, Id<Workspace> workspace, Id<Person> person,
                               Date on);
std::vector<RoleGrant> roles_of(sql::Read& read, Id<Workspace> workspace, Id<Person> person,
                                Date on);
// Active people who have that role on that very team, by name.
std::vector<Person> holders_of(sql::Read& read, Id<Workspace> workspace, const RoleGrant& grant,
                               Date on);
// Whoever has that role on that day on that team, or on one that it reaches; those whose access is
// closed too.
struct Holder {
  Id<Person> person{};
  bool active = false;
};
std::vector<Holder> holders_within(sql::Read& read, Id<Workspace> workspace, const RoleGrant& grant,
                                   Date on);
// Whether they keep the staff list of the whole organisation and nobody else does: no other active
// person with an active account.
bool is_last_keeper(sql::Read& read, Id<Workspace> workspace, Id<Person> person, Date on);

// These change the actor's workspace.
void add(sql::Write& write, const Person& person);
void join_team(sql::Write& write, Id<Person> person, Id<Team> team, Date since);
// Granting what is granted already changes nothing. Deputies whom somebody else named who could not
// give this role are ended: they would act with it.
void grant_role(sql::Write& write, Id<Person> person, const RoleGrant& grant, Date since);
// Who answers to them falls to their own line manager, where that is somebody active; otherwise to
// left_behind(). False when that would leave nobody to keep the staff list, or they are no longer
// active.
bool disable(sql::Write& write, Id<Person> person, Date on);
// False when they were active already.
bool enable(sql::Write& write, Id<Person> person);
// Name and e-mail address, if `person.version` is still that of the row. False when it is not, or
// the address is somebody else's.
bool change(sql::Write& write, const Person& person);
// Their place on the list belongs to that account from now on.
void link_account(sql::Write& write, Id<Person> person, Id<Account> account);
// From the day before `on`, or as if they had never been in it when they joined on that day.
void leave_team(sql::Write& write, Id<Person> person, Id<Team> team, Date on);
// False when they did not have it, or nobody would be left to keep the staff list.
bool take_role(sql::Write& write, Id<Person> person, const RoleGrant& grant, Date on);

// Whom they answer to: their items fall to that person when they leave.
std::optional<Person> line_manager(sql::Read& read, Id<Workspace> workspace, Id<Person> person);
// Active people who answer to somebody that is closed, by name: nobody looks after what is theirs.
std::vector<Person> left_behind(sql::Read& read, Id<Workspace> workspace);
// Those who answer to them, by name.
std::vector<Person> reports_of(sql::Read& read, Id<Workspace> workspace, Id<Person> manager);
// Empty: nobody. False when that would make a circle.
bool set_line_manager(sql::Write& write, Id<Person> person, std::optional<Id<Person>> manager);
// What goes with each change of a line manager, whoever makes it: it stands in the history, and the
// version of their entry rises, so that no form from before puts the old one back.
void note_line_manager(sql::Write& write, Id<Person> person, std::optional<Id<Person>> manager);

}  // namespace touchstone::people
