#include "staff/staff.h"

#include "staff/deputy_pages.h"
#include "staff/erasure_pages.h"
#include "staff/invitation_pages.h"
#include "staff/keeper_proof.h"
#include "staff/new_people_pages.h"
#include "staff/own_data_pages.h"
#include "staff/person_pages.h"
#include "staff/staff_import_pages.h"
#include "staff/staff_list_pages.h"
#include "staff/team_pages.h"

namespace touchstone::staff {

using http::may;
using http::truth;
using http::Verb;

namespace {

void add_list_routes(http::Routes& routes) {
  const auto list = may(Verb::keep_staff_list, list_keeper);
  routes.get("/{workspace}/staff-list", list, show_staff_list);
  routes.answers(staff_list_schema);
  routes.post("/{workspace}/staff-list", list, add_person);
  routes.begins_once();
  routes.takes({"name", "email", "team"});
  routes.answers(made_schema);
  routes.get("/{workspace}/staff-list/file", list, download_staff_list);
  routes.answers_as({"text/csv"});
  routes.get("/{workspace}/staff-list/import", list, show_import);
  routes.answers(import_schema);
  routes.post("/{workspace}/staff-list/import", list, read_sent_file, begin_import,
              with_staff_file);
  routes.takes({http::file("file"), "text"});
  routes.answers(import_schema);
  routes.post("/{workspace}/staff-list/import/completion", list, complete_import);
  routes.takes({"digest"});
  routes.answers(import_schema);
  routes.get("/{workspace}/staff-list/invitations", list, show_new_people);
  routes.answers(new_people_schema);
  routes.post("/{workspace}/staff-list/invitations", list, invite_new_people);
  routes.takes({"by", truth("again"), "replaces"});
  routes.answers(new_people_schema);
  routes.post("/{workspace}/staff-list/import/removal", list, remove_import);
  routes.answers(import_schema);
}

void add_team_routes(http::Routes& routes) {
  const auto list = may(Verb::keep_staff_list, list_keeper);
  routes.get("/{workspace}/teams", list, show_teams);
  routes.answers(teams_schema);
  routes.post("/{workspace}/teams", list, add_team);
  routes.begins_once();
  routes.takes({"name", "kind", truth("border"), "parent"});
  routes.answers(teams_schema);
  routes.post("/{workspace}/team-kinds", list, add_team_kind);
  routes.begins_once();
  routes.takes({"kind_name"});
  routes.answers(teams_schema);

  const auto team = may(Verb::keep_staff_list, kept_team);
  routes.post("/{workspace}/teams/{team}", team, rename_team);
  routes.takes({"name"});
  routes.answers(teams_schema);
  routes.post("/{workspace}/teams/{team}/closing", team, close_team);
  routes.lets_begin_again();
  routes.answers(teams_schema);
}

void add_person_routes(http::Routes& routes) {
  const auto one = may(Verb::keep_staff_list, kept_person);
  routes.get("/{workspace}/staff-list/{person}", one, show_person);
  routes.answers(person_schema);
  routes.post("/{workspace}/staff-list/{person}", one, change_person);
  routes.takes({"name", "email", http::whole("version"), "line_manager"});
  routes.answers(person_schema);
  routes.post("/{workspace}/staff-list/{person}/roles", one, give_role);
  routes.takes({"role", "team"});
  routes.answers(person_schema);
  routes.post("/{workspace}/staff-list/{person}/role-removals", one, take_role);
  routes.takes({"role", "team"});
  routes.answers(person_schema);
  routes.post("/{workspace}/staff-list/{person}/teams", one, join_team);
  routes.takes({"team"});
  routes.answers(person_schema);
  routes.post("/{workspace}/staff-list/{person}/team-removals", one, leave_team);
  routes.takes({"team"});
  routes.answers(person_schema);
  routes.post("/{workspace}/staff-list/{person}/closing", one, close_person);
  routes.answers(person_schema);
  routes.post("/{workspace}/staff-list/{person}/reopening", one, reopen_person);
  routes.answers(person_schema);

  routes.post("/{workspace}/staff-list/{person}/deputies", one, name_deputy);
  routes.begins_once();
  routes.takes({"deputy", http::date("since"), http::date("until")});
  routes.answers(person_schema);
  routes.post("/{workspace}/staff-list/{person}/deputies/{deputy}/ending", one, end_deputy);
  routes.lets_begin_again();
  routes.answers(person_schema);

  routes.post("/{workspace}/staff-list/{person}/invitation", one, invite_person);
  routes.takes({"by", "replaces"});
  routes.answers(invited_schema);
  routes.get("/{workspace}/staff-list/{person}/erasure", one, show_erasure);
  routes.answers(erasure_schema);
  routes.post("/{workspace}/staff-list/{person}/erasure", one, erase_person);
  routes.takes({truth("sure")});
  routes.answers(erased_schema);
}

}  // namespace

void add_routes(http::Routes& routes) {
  add_list_routes(routes);
  add_team_routes(routes);
  add_person_routes(routes);
  routes.get("/{workspace}/your-data", may(Verb::visit, signin::member), show_own_data);
  routes.answers(own_data_schema);
}

}  // namespace touchstone::staff
