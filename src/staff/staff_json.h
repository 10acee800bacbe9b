#pragma once
#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "people/people.h"

// What the pages of the staff list say as JSON.
namespace touchstone::staff::shape {

struct Role {
  std::string role;
  std::string team;
  std::string team_name;
};
BOOST_DESCRIBE_STRUCT(Role, (), (role, team, team_name))

struct Deputy {
  std::string id;
  std::string person;
  Date since;
  Date until;
};
BOOST_DESCRIBE_STRUCT(Deputy, (), (id, person, since, until))

struct Person {
  std::string id;
  std::string name;
  std::string email;
  std::string state;
  std::int64_t version = 0;
  std::vector<std::string> teams;
  std::vector<Role> roles;
  std::optional<std::vector<Deputy>> deputies;  // where one person is asked for
};
BOOST_DESCRIBE_STRUCT(Person, (), (id, name, email, state, version, teams, roles, deputies))

struct StaffList {
  std::vector<Person> items;
  std::optional<std::string> next;
  std::vector<std::string> left_behind;  // ids, on the first page
};
BOOST_DESCRIBE_STRUCT(StaffList, (), (items, next, left_behind))

struct Team {
  std::string id;
  std::optional<std::string> parent;
  std::string kind;
  std::string name;
  bool border = false;
  std::int64_t people = 0;
};
BOOST_DESCRIBE_STRUCT(Team, (), (id, parent, kind, name, border, people))

struct TeamKind {
  std::string key;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(TeamKind, (), (key, name))

struct Teams {
  std::vector<Team> items;
  std::vector<TeamKind> kinds;
};
BOOST_DESCRIBE_STRUCT(Teams, (), (items, kinds))

struct Made {
  std::string id;
  std::string location;
};
BOOST_DESCRIBE_STRUCT(Made, (), (id, location))

Person shape_of(const people::ListedPerson& listed);

}  // namespace touchstone::staff::shape
