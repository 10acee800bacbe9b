#include "staff/team_page.h"

#include <algorithm>

#include "look/button.h"
#include "look/checkboxes.h"
#include "look/details.h"
#include "look/form.h"
#include "look/input.h"
#include "look/select.h"
#include "platform/text.h"
#include "signin/signin.h"
#include "staff/address_parts.h"

namespace touchstone::staff {
namespace {

std::string_view kind_of(const TeamsView& view, const people::Team& team) {
  const auto kind = std::ranges::find(view.kinds, team.kind, &people::TeamKind::key);
  return kind == view.kinds.end() ? std::string_view(team.kind) : kind->name;
}

Html change_forms(const http::Request& request, const people::Team& team) {
  Html fields = look::input({.label = {.text = "Name"},
                             .name = "name",
                             .id = "name-" + to_text(team.id),
                             .value = team.name,
                             .classes = "govuk-input--width-20"});
  fields.add(look::button({.text = "Rename", .classes = "govuk-button--secondary"}));
  Html forms = look::form(request, team_url(request, team.id), fields);
  if (team.parent)
    forms.add(look::form(
        request, url("/{}/teams/{}/closing", request.visitor.workspace_slug, team.id),
        look::button({.text = "Close this team", .classes = "govuk-button--secondary"})));
  return look::details(
      {.summary = {html(R"(Change<span class="govuk-visually-hidden"> {}</span>)", team.name)},
       .text = forms});
}

Html branch(const http::Request& request, const TeamsView& view,
            const std::optional<Id<people::Team>>& parent);

Html item(const http::Request& request, const TeamsView& view, const CountedTeam& counted) {
  const auto& team = counted.team;
  Html out =
      html(R"(<li><p class="govuk-body"><b>{}</b> <span class="app-quiet">{}, {}{}</span></p>)",
           team.name, kind_of(view, team), touchstone::counted(counted.people, "person", "people"),
           team.border ? "; roles given above do not count here" : "");
  out.add(change_forms(request, team));
  return out.add(branch(request, view, team.id)).add("</li>");
}

Html branch(const http::Request& request, const TeamsView& view,
            const std::optional<Id<people::Team>>& parent) {
  Html items;
  for (const auto& counted : view.teams)
    if (counted.team.parent == parent) items.add(item(request, view, counted));
  if (items.empty()) return {};
  return html(R"(<ul class="govuk-list app-tree">{}</ul>)", items);
}

// The keeper's part may begin below the root: everything whose parent is not theirs is a beginning.
Html tree(const http::Request& request, const TeamsView& view) {
  Html out;
  for (const auto& counted : view.teams) {
    const auto inside = std::ranges::any_of(
        view.teams, [&](const CountedTeam& other) { return counted.team.parent == other.team.id; });
    if (!inside)
      out.add(R"(<ul class="govuk-list app-tree">{}</ul>)", item(request, view, counted));
  }
  return out;
}

Html add_form(const http::Request& request, const TeamsView& view) {
  look::Select parent{.label = {.text = "Belongs to"},
                      .name = "parent",
                      .items = {{.text = "Choose a team", .value = ""}},
                      .value = view.typed.parent ? to_text(*view.typed.parent) : std::string(),
                      .error_message = {.text = view.complaints.about("parent")}};
  for (const auto& counted : view.teams)
    parent.items.push_back({.text = counted.team.name, .value = to_text(counted.team.id)});
  look::Select kind{.label = {.text = "Kind"},
                    .name = "kind",
                    .items = {{.text = "Choose a kind", .value = ""}},
                    .value = view.typed.kind,
                    .error_message = {.text = view.complaints.about("kind")}};
  for (const auto& each : view.kinds) kind.items.push_back({.text = each.name, .value = each.key});
  Html fields = look::input({.label = {.text = "Name of the team"},
                             .name = "name",
                             .value = view.typed.name,
                             .error_message = {.text = view.complaints.about("name")},
                             .classes = "govuk-input--width-20"});
  fields.add(look::select(parent)).add(look::select(kind));
  fields.add(look::checkboxes(
      {.name = "border",
       .items = {{.text = "Roles given above do not count here",
                  .value = "yes",
                  .hint = {.text = "For a partner or an authority that answers for itself."}}},
       .values =
           view.typed.border ? std::vector<std::string>{"yes"} : std::vector<std::string>{}}));
  fields.add(look::button({.text = "Add this team"}));
  return html(R"(<h2 class="govuk-heading-m">Add a team</h2>{})",
              look::form(request, teams_url(request), fields));
}

// What a team can be: an organisation has its own words for that.
Html kinds_part(const http::Request& request, const TeamsView& view) {
  if (!view.may_add_kinds) return {};
  std::string names;
  for (const auto& each : view.kinds) names += (names.empty() ? "" : ", ") + each.name;
  Html fields = look::input({.label = {.text = "Another kind of team"},
                             .name = "kind_name",
                             .value = view.typed_kind,
                             .hint = {.text = "As one says it: Faculty, Partner, Venue."},
                             .error_message = {.text = view.complaints.about("kind_name")},
                             .classes = "govuk-input--width-20"});
  fields.add(look::button({.text = "Add this kind", .classes = "govuk-button--secondary"}));
  return html(R"(<h2 class="govuk-heading-m">Kinds of teams</h2><p class="govuk-body">{}.</p>{})",
              names,
              look::form(request, url("/{}/team-kinds", request.visitor.workspace_slug), fields));
}

}  // namespace

Html teams_page(const http::Request& request, const TeamsView& view) {
  Html main =
      html(R"(<h1 class="govuk-heading-l">Teams</h1><p class="govuk-body">What is given on )"
           R"(a team counts for all teams below it.</p>)");
  main.add(tree(request, view)).add(add_form(request, view)).add(kinds_part(request, view));
  auto page = signin::page_of(request, "Teams", std::move(main));
  page.complaints = view.complaints;
  page.back = list_url(request);
  return look::layout(page);
}

}  // namespace touchstone::staff
