#include "staff/person_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "platform/http/deed.h"
#include "platform/json/described.h"
#include "platform/mail/mail.h"
#include "signin/signin.h"
#include "staff/address_parts.h"
#include "staff/deputy_pages.h"
#include "staff/invitation_pages.h"
#include "staff/person_page.h"
#include "staff/staff_json.h"

namespace touchstone::staff {
namespace {

std::string_view why_no_role(const people::Keeper& keeper) {
  return keeper.for_person.value.empty()
             ? "Nobody gives a role to themselves: somebody else who keeps the staff list does."
             : "A deputy gives no role to themselves or to the person they act for.";
}

// How a line manager stands in the form.
const std::string& told_by(const people::Person& manager) {
  return manager.email.empty() ? manager.name : manager.email;
}

PersonView view_of(sql::Read& read, const KeptPerson& who) {
  const auto workspace = who.keeper().workspace;
  PersonView view{.person = who.person(), .name = who.person().name};
  if (const auto manager = people::line_manager(read, workspace, view.person.id))
    view.line_manager = told_by(*manager);
  view.all_teams = people::teams(read, workspace);
  view.kept_teams = people::kept_teams(read, who.keeper());
  view.roles = people::roles_of(read, workspace, view.person.id, who.keeper().on);
  const auto in = people::teams_of(read, workspace, view.person.id, who.keeper().on);
  for (const auto& team : view.all_teams)
    if (std::ranges::find(in, team.id) != in.end()) view.in.push_back(team);
  view.may_be_invited = may_be_invited(view.person);
  view.link_replaces = replaced_by_form(read, who);
  view.wholly = who.wholly();
  view.may_be_erased = people::keeps_everybody(read, who.keeper());
  view.can_be_mailed = mail::is_set_up();
  if (const auto failure = mail::last_failure(read, workspace.value, view.person.email))
    view.mail_problem = failure->problem;
  view.oneself = who.keeper().is_own(view.person.id);
  view.why_no_role = why_no_role(who.keeper());
  view.deputies_may_change = may_change_deputies(read, who);
  view.deputies = people::deputies_of(read, workspace, view.person.id, who.keeper().on);
  return view;
}

std::string to_json(sql::Read& read, const KeptPerson& who) {
  const auto view = view_of(read, who);
  people::ListedPerson listed{.person = view.person, .roles = view.roles};
  for (const auto& team : view.in) listed.teams.push_back(team.name);
  for (const auto& grant : view.roles) {
    const auto team = std::ranges::find(view.all_teams, grant.team, &people::Team::id);
    listed.role_teams.push_back(team == view.all_teams.end() ? std::string() : team->name);
  }
  auto shape = shape::shape_of(listed);
  shape.deputies.emplace();
  for (const auto& each : view.deputies)
    shape.deputies->push_back({to_text(each.id), each.name, each.since, each.until});
  return json::text_of(shape);
}

// The team that was chosen, if it is in the keeper's part; otherwise a complaint.
std::optional<Id<people::Team>> chosen_team(sql::Read& read, http::Reader& reader,
                                            const KeptPerson& who, Complaints& complaints) {
  const auto typed = reader.text("team", http::any_length);
  for (const auto& team : people::kept_teams(read, who.keeper()))
    if (to_text(team.id) == typed) return team.id;
  complaints.add("team", "Choose a team.");
  return std::nullopt;
}

struct ChosenRole {
  std::optional<people::Role> role{};
  std::optional<Id<people::Team>> team{};
  Complaints complaints{};
};

ChosenRole chosen_role(sql::Read& read, const http::Request& request, const KeptPerson& who) {
  ChosenRole chosen{.complaints = request.body_complaints};
  http::Reader reader(request.fields, chosen.complaints);
  chosen.role = people::role_from_text(reader.text("role", http::any_length));
  if (!chosen.role) chosen.complaints.add("role", "Choose a role.");
  chosen.team = chosen_team(read, reader, who, chosen.complaints);
  return chosen;
}

// The person whose address was typed; nobody for an empty line. What was left as it stood leaves
// whom it stands for, though they be closed or have no address.
std::optional<Id<people::Person>> typed_manager(sql::Read& read, const KeptPerson& who,
                                                std::string_view typed, Complaints& complaints) {
  if (typed.empty()) return std::nullopt;
  const auto workspace = who.keeper().workspace;
  const auto before = people::line_manager(read, workspace, who.person().id);
  if (before && told_by(*before) == typed) return before->id;
  const auto manager = people::person_by_email(read, workspace, typed);
  const auto why = manager ? why_no_line_manager(*manager)
                           : std::string("Nobody on the staff list has this email address.");
  if (!why.empty()) complaints.add("line_manager", why);
  return manager ? std::optional(manager->id) : std::nullopt;
}

// What somebody else saved meanwhile, field by field, where it is not what was typed.
Complaints clash_of(sql::Read& read, const KeptPerson& who, const people::Person& typed,
                    std::string_view manager_typed) {
  Complaints clash;
  const auto compare = [&](const char* field, std::string_view kept, std::string_view mine) {
    if (kept == mine) return;
    clash.add(field, kept.empty() ? std::string("Elsewhere this was emptied.")
                                  : fmt::format("Elsewhere this is now “{}”.", kept));
  };
  compare("name", who.person().name, typed.name);
  compare("email", who.person().email, typed.email);
  compare("line_manager", view_of(read, who).line_manager, manager_typed);
  return clash;
}

// What was typed, to be shown once more.
struct Typed {
  people::Person person;
  std::string line_manager;
  Complaints complaints;
  int status;
};

http::Response typed_again(sql::Read& read, const http::Request& request, const KeptPerson& who,
                           const Typed& typed) {
  auto view = view_of(read, who);
  view.person = typed.person;
  view.line_manager = typed.line_manager;
  view.complaints = typed.complaints;
  return http::page(typed.status, person_page(request, view));
}

http::Response changed_elsewhere(sql::Read& read, const http::Request& request,
                                 const KeptPerson& who, const people::Person& typed,
                                 const std::string& manager_typed) {
  constexpr std::string_view sentence =
      "Somebody else changed this entry meanwhile. Take over from that what you want, then save "
      "again to put yours in its place.";
  const auto clash = clash_of(read, who, typed, manager_typed);
  if (request.json) return http::changed_meanwhile(sentence, clash);
  auto again = typed;
  again.version = who.person().version;
  return typed_again(read, request, who, {again, manager_typed, headed(sentence, clash), 409});
}

}  // namespace

http::Response shown_person(sql::Read& read, const http::Request& request, const KeptPerson& who,
                            std::string_view deed) {
  if (!request.json)
    return http::said(http::see_other(person_url(request, who.person().id)), request, deed);
  const auto now = kept_person(read, request, http::Verb::keep_staff_list);
  return now ? http::json(to_json(read, *now)) : http::json("{}");
}

http::Response refused_person(sql::Read& read, const http::Request& request, const KeptPerson& who,
                              const Complaints& complaints) {
  if (request.json) return http::refused(complaints);
  auto view = view_of(read, who);
  view.complaints = complaints;
  return http::page(422, person_page(request, view));
}

std::string person_schema(json::Components& components) {
  return json::schema_of<shape::Person>(components);
}

http::Response show_person(sql::Read& read, const http::Request& request, const KeptPerson& who) {
  if (request.json) return http::json(to_json(read, who));
  auto response = http::page(person_page(request, view_of(read, who)));
  // A mail that did not arrive is no part of the organisation's history, by which pages are kept.
  response.secret = true;
  return response;
}

http::Response change_person(sql::Write& write, const http::Request& request,
                             const KeptPerson& who) {
  if (!who.wholly()) return not_yours_alone();
  auto complaints = request.body_complaints;
  http::Reader reader(request.fields, complaints);
  auto person = who.person();
  person.name = reader.text("name", http::any_length);
  person.email = reader.text("email", http::any_length);
  person.version = reader.version("version");
  const auto manager_typed = reader.text("line_manager", http::any_length);
  // Before anything else is complained of: a form that comes back without what was saved elsewhere
  // would put itself in its place.
  if (person.version != who.person().version && complaints.empty())
    return changed_elsewhere(write, request, who, person, manager_typed);
  complaints.add(complaints_about(person));
  const auto manager = typed_manager(write, who, manager_typed, complaints);
  if (complaints.empty() && !people::change(write, person))
    complaints.add("email", "Somebody on the staff list has this email address already.");
  if (complaints.empty() && !people::set_line_manager(write, person.id, manager))
    complaints.add("line_manager", "They answer to this person themselves, directly or not.");
  if (complaints.empty()) return shown_person(write, request, who, "What you changed is saved.");
  if (request.json) return http::refused(complaints);
  return typed_again(write, request, who, {person, manager_typed, complaints, 422});
}

http::Response give_role(sql::Write& write, const http::Request& request, const KeptPerson& who) {
  if (who.keeper().is_own(who.person().id)) return http::forbidden(why_no_role(who.keeper()));
  auto chosen = chosen_role(write, request, who);
  if (chosen.role && chosen.team) {
    const bool on_everything = *chosen.team == people::root_team(write, who.keeper().workspace);
    if (const auto why = people::why_not_given(*chosen.role, on_everything); !why.empty())
      chosen.complaints.add("team", std::string(why));
  }
  if (!chosen.complaints.empty()) return refused_person(write, request, who, chosen.complaints);
  people::grant_role(write, who.person().id, {*chosen.role, *chosen.team}, who.keeper().on);
  return shown_person(write, request, who, "The role is given.");
}

http::Response take_role(sql::Write& write, const http::Request& request, const KeptPerson& who) {
  const auto chosen = chosen_role(write, request, who);
  if (!chosen.complaints.empty()) return refused_person(write, request, who, chosen.complaints);
  const people::RoleGrant grant{*chosen.role, *chosen.team};
  if (*chosen.role == people::Role::staff_list_keeper &&
      people::is_last_keeper(write, who.keeper().workspace, who.person().id, who.keeper().on) &&
      *chosen.team == people::root_team(write, who.keeper().workspace))
    return http::refused(409,
                         "Nobody would be left to keep the staff list. Give the role to somebody "
                         "else first.");
  people::take_role(write, who.person().id, grant, who.keeper().on);
  return shown_person(write, request, who, "The role is taken back.");
}

http::Response join_team(sql::Write& write, const http::Request& request, const KeptPerson& who) {
  auto complaints = request.body_complaints;
  http::Reader reader(request.fields, complaints);
  const auto team = chosen_team(write, reader, who, complaints);
  if (!complaints.empty()) return refused_person(write, request, who, complaints);
  const auto in = people::teams_of(write, who.keeper().workspace, who.person().id, who.keeper().on);
  if (std::ranges::find(in, *team) == in.end())
    people::join_team(write, who.person().id, *team, who.keeper().on);
  return shown_person(write, request, who, "They are in that team now.");
}

http::Response leave_team(sql::Write& write, const http::Request& request, const KeptPerson& who) {
  auto complaints = request.body_complaints;
  http::Reader reader(request.fields, complaints);
  const auto team = chosen_team(write, reader, who, complaints);
  if (!complaints.empty()) return refused_person(write, request, who, complaints);
  people::leave_team(write, who.person().id, *team, who.keeper().on);
  if (!people::keeps(write, who.keeper(), who.person().id))
    return http::refused(409,
                         "They would be in no team of yours, and nobody would find them again. "
                         "Put them into another team first.");
  return shown_person(write, request, who, "They are not in that team any more.");
}

http::Response close_person(sql::Write& write, const http::Request& request,
                            const KeptPerson& who) {
  if (!who.wholly()) return not_yours_alone();
  if (people::is_last_keeper(write, who.keeper().workspace, who.person().id, who.keeper().on))
    return http::refused(409,
                         "Nobody would be left to keep the staff list. Give the role to somebody "
                         "else first.");
  people::disable(write, who.person().id, who.keeper().on);
  signin::end_ways_in(write, who.person());
  return shown_person(write, request, who,
                      "Their access is closed. They cannot sign in here any more.");
}

http::Response reopen_person(sql::Write& write, const http::Request& request,
                             const KeptPerson& who) {
  if (!who.wholly()) return not_yours_alone();
  signin::end_sessions_of_the_closed(write, who.person());
  people::enable(write, who.person().id);
  return shown_person(write, request, who, "Their access is open again.");
}

}  // namespace touchstone::staff
