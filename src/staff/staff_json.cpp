#include "staff/staff_json.h"

namespace touchstone::staff::shape {

Person shape_of(const people::ListedPerson& listed) {
  const auto& person = listed.person;
  Person shape{.id = to_text(person.id),
               .name = person.name,
               .email = person.email,
               .state = std::string(to_text(person.state)),
               .version = person.version,
               .teams = listed.teams,
               .roles = {},
               .deputies = {}};
  for (std::size_t i = 0; i < listed.roles.size(); ++i)
    shape.roles.push_back({std::string(to_text(listed.roles[i].role)),
                           to_text(listed.roles[i].team), listed.role_teams[i]});
  return shape;
}

}  // namespace touchstone::staff::shape
