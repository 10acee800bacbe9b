#include "self_assessment/first_steps_view.h"

#include <algorithm>

namespace touchstone::self_assessment {
namespace {

constexpr std::string_view in_a_word = "First steps";

// On the whole organisation, both of the roles that its first person is given.
bool began_it(sql::Read& read, const http::Request& request, const signin::Member& member) {
  if (!request.visitor.may(http::Verb::keep_staff_list)) return false;
  const auto roles =
      people::roles_of(read, member.workspace(), member.person(), request.visitor.today);
  const auto has = [&](people::Role role) {
    return std::ranges::find(roles, role, &people::RoleGrant::role) != roles.end();
  };
  return has(people::Role::staff_list_keeper) && has(people::Role::quality_manager);
}

bool has_tutors(sql::Read& read, Id<people::Workspace> workspace,
                const std::vector<people::Team>& teams, Date today) {
  return std::ranges::any_of(teams, [&](const people::Team& team) {
    return !people::holders_of(read, workspace, {people::Role::tutor, team.id}, today).empty();
  });
}

}  // namespace

void add_first_steps(sql::Read& read, const http::Request& request, const signin::Member& member,
                     std::vector<Due>& dues) {
  if (!began_it(read, request, member)) return;
  const auto& slug = request.visitor.workspace_slug;
  const auto workspace = member.workspace();
  const auto teams = people::teams(read, workspace);
  if (teams.size() < 2)
    dues.push_back({.what = "Set up your teams",
                    .detail = "Departments, sites, partners: where people belong and are counted.",
                    .where = url("/{}/teams", slug),
                    .state = in_a_word});
  if (!has_tutors(read, workspace, teams, request.visitor.today))
    dues.push_back({.what = "Let your people in",
                    .detail = "One by one, or many at once from a table. Nobody is asked to score "
                              "themselves yet.",
                    .where = url("/{}/staff-list", slug),
                    .state = in_a_word});
  dues.push_back({.what = "Hand on one of your two roles",
                  .detail = "You keep the staff list and are quality manager. Whoever decides who "
                            "is counted should not read figures about how people score themselves.",
                  .where = url("/{}/staff-list/{}", slug, member.person()),
                  .state = in_a_word});
}

}  // namespace touchstone::self_assessment
