#include "staff/team_pages.h"

#include <algorithm>

#include "platform/http/deed.h"
#include "platform/json/described.h"
#include "platform/text.h"
#include "staff/address_parts.h"
#include "staff/staff_json.h"
#include "staff/team_page.h"

namespace touchstone::staff {
namespace {

TeamsView view_of(sql::Read& read, const people::Keeper& keeper) {
  TeamsView view;
  view.kinds = people::team_kinds(read, keeper.workspace);
  view.may_add_kinds = people::keeps_everybody(read, keeper);
  const auto members = people::members_of_each(read, keeper.workspace, keeper.on);
  for (auto& team : people::kept_teams(read, keeper)) {
    const auto found = members.find(team.id.value);
    view.teams.push_back({std::move(team), found == members.end() ? 0 : found->second});
  }
  return view;
}

http::Response show(sql::Read& read, const http::Request& request, const people::Keeper& keeper,
                    const people::Team& typed, const Complaints& complaints) {
  if (request.json && !complaints.empty()) return http::refused(complaints);
  auto view = view_of(read, keeper);
  if (request.json) {
    shape::Teams list;
    for (const auto& [team, people] : view.teams)
      list.items.push_back({to_text(team.id),
                            team.parent ? std::optional(to_text(*team.parent)) : std::nullopt,
                            team.kind, team.name, team.border, people});
    for (const auto& kind : view.kinds) list.kinds.push_back({kind.key, kind.name});
    return http::json(json::text_of(list));
  }
  view.typed = typed;
  view.typed_kind = request.fields.text("kind_name");
  view.complaints = complaints;
  return http::page(complaints.empty() ? 200 : 422, teams_page(request, view));
}

http::Response done(sql::Read& read, const http::Request& request, const people::Keeper& keeper,
                    std::string_view deed) {
  return request.json ? show(read, request, keeper, {}, {})
                      : http::said(http::see_other(teams_url(request)), request, deed);
}

// "Ada Quist", "Ada Quist and 2 more"
std::string first_of(const std::vector<std::string>& names) {
  return names.size() == 1 ? names.front()
                           : names.front() + " and " + std::to_string(names.size() - 1) + " more";
}

// Why a team is not closed yet, and what to do about each reason.
std::string not_yet(sql::Read& read, const KeptTeam& which) {
  const auto& team = which.team();
  if (!team.parent) return team.name + " is the whole organisation and stays open.";
  const auto [teams, people, holders] =
      people::what_keeps_open(read, which.keeper().workspace, team.id, which.keeper().on);
  auto sentence = team.name + " is not closed yet.";
  if (!people.empty())
    sentence += " In it: " + first_of(people) + ". Put them into another team first.";
  if (!holders.empty())
    sentence += " With a role on it: " + first_of(holders) + ". Take that back first.";
  if (!teams.empty()) sentence += " Below it: " + first_of(teams) + ". Close that first.";
  return sentence;
}

// Two of one name in one place could not be told apart, on pages or in files.
void check_name(Complaints& complaints, const people::Team& team,
                const std::vector<people::Team>& others) {
  for (const auto& sister : others)
    if (sister.id != team.id && sister.parent == team.parent && sister.name == team.name)
      complaints.add("name", "There is a team of this name here already.");
}

}  // namespace

std::string teams_schema(json::Components& components) {
  return json::schema_of<shape::Teams>(components);
}

http::Response show_teams(sql::Read& read, const http::Request& request, const ListKeeper& who) {
  return show(read, request, who.keeper(), {}, {});
}

http::Response add_team(sql::Write& write, const http::Request& request, const ListKeeper& who) {
  const auto& keeper = who.keeper();
  auto complaints = request.body_complaints;
  http::Reader reader(request.fields, complaints);
  people::Team team{.id = Id<people::Team>::fresh()};
  team.name = reader.text("name", http::any_length);
  team.kind = reader.text("kind", http::any_length);
  team.border = reader.flag("border");
  const auto parent = reader.text("parent", http::any_length);
  const auto kept = people::kept_teams(write, keeper);
  for (const auto& above : kept)
    if (to_text(above.id) == parent) team.parent = above.id;
  if (!team.parent) complaints.add("parent", "Choose the team that it belongs to.");
  const auto kinds = people::team_kinds(write, keeper.workspace);
  if (std::ranges::find(kinds, team.kind, &people::TeamKind::key) == kinds.end()) team.kind.clear();
  complaints.add(complaints_about(team));
  check_name(complaints, team, kept);
  if (!complaints.empty()) return show(write, request, keeper, team, complaints);
  team.position = static_cast<std::int64_t>(kept.size());
  people::add(write, team);
  return done(write, request, keeper, "There is a team " + team.name + " now.");
}

http::Response add_team_kind(sql::Write& write, const http::Request& request,
                             const ListKeeper& who) {
  const auto& keeper = who.keeper();
  if (!people::keeps_everybody(write, keeper))
    return http::forbidden("Only those who keep the whole staff list say what kinds there are.");
  auto complaints = request.body_complaints;
  http::Reader reader(request.fields, complaints);
  const auto name =
      reader.required_text("kind_name", people::longest_kind, "Enter what such a team is called.");
  const auto key = people::slug_for(name);
  if (complaints.empty() && key.empty()) complaints.add("kind_name", "Enter letters or numbers.");
  for (const auto& kind : people::team_kinds(write, keeper.workspace))
    if (kind.key == key || sort_key(kind.name) == sort_key(name))
      complaints.add("kind_name", "There is a kind of this name already.");
  if (!complaints.empty()) return show(write, request, keeper, {}, complaints);
  people::add_team_kind(write, key, name);
  return done(write, request, keeper, "Teams may be called “" + name + "” now.");
}

http::Response rename_team(sql::Write& write, const http::Request& request, const KeptTeam& which) {
  auto complaints = request.body_complaints;
  http::Reader reader(request.fields, complaints);
  auto team = which.team();
  team.name = reader.text("name", http::any_length);
  complaints.add(complaints_about(team));
  check_name(complaints, team, people::kept_teams(write, which.keeper()));
  if (!complaints.empty()) return show(write, request, which.keeper(), {}, complaints);
  people::rename(write, team.id, team.name);
  return done(write, request, which.keeper(), "The team is called " + team.name + " now.");
}

http::Response close_team(sql::Write& write, const http::Request& request, const KeptTeam& which) {
  if (!people::close(write, which.team().id, which.keeper().on)) {
    auto response = http::refused(409, not_yet(write, which));
    response.refusal->instead = teams_url(request);
    return response;
  }
  return done(write, request, which.keeper(), which.team().name + " is closed.");
}

}  // namespace touchstone::staff
