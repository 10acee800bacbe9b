#include "staff/person_page.h"

#include <algorithm>

#include "look/button.h"
#include "look/details.h"
#include "look/form.h"
#include "look/input.h"
#include "look/inset_text.h"
#include "look/select.h"
#include "signin/signin.h"
#include "staff/address_parts.h"
#include "staff/staff_list_page.h"

namespace touchstone::staff {
namespace {

std::string_view name_of(const std::vector<people::Team>& teams, Id<people::Team> id) {
  const auto found = std::ranges::find(teams, id, &people::Team::id);
  return found == teams.end() ? std::string_view("a closed team") : found->name;
}

Html hidden(std::string_view name, std::string_view value) {
  return html(R"(<input type="hidden" name="{}" value="{}">)", name, value);
}

look::Input line(const char* name, std::string_view label, std::string_view hint,
                 const std::string& value, const Complaints& complaints) {
  return {.label = {.text = label},
          .name = name,
          .value = value,
          .hint = {.text = hint},
          .error_message = {.text = complaints.about(name)},
          .classes = "govuk-input--width-20"};
}

Html details_form(const http::Request& request, const PersonView& view) {
  const auto& person = view.person;
  Html fields = hidden("version", std::to_string(person.version));
  fields.add(look::input(line("name", "Full name", "", person.name, view.complaints)));
  fields.add(look::input(line(
      "email", "Email address",
      person.account ? "Where they are written to. They sign in with the address of their account."
                     : "They sign in with it.",
      person.email, view.complaints)));
  fields.add(look::input(line("line_manager", "Line manager",
                              "Their email address. What is open falls to them when this person "
                              "leaves. Leave empty for nobody.",
                              view.line_manager, view.complaints)));
  fields.add(look::button({.text = "Save"}));
  return look::form(request, person_url(request, person.id), fields);
}

// A line with what somebody has, and the button that takes it away.
Html held(const http::Request& request, const Url& action, std::string_view words,
          const Html& fields, std::string_view button) {
  Html inside = fields;
  inside.add(look::button(
      {.text = html(R"({}<span class="govuk-visually-hidden"> {}</span>)", button, words),
       .classes = "govuk-button--secondary"}));
  return html(R"(<div class="app-row"><p class="govuk-body">{}</p>{}</div>)", words,
              look::form(request, action, inside));
}

Html mail_problem_part(const PersonView& view) {
  if (view.mail_problem.empty()) return {};
  return look::inset_text(
      {.text = "The last mail to " + view.person.email + " did not arrive: " + view.mail_problem});
}

Html invitation_buttons(const PersonView& view) {
  Html buttons = look::button({.text = "Make a link"});
  if (view.can_be_mailed)
    buttons.add(" {}", look::button({.text = "Send a link by mail",
                                     .name = "by",
                                     .value = "mail",
                                     .classes = "govuk-button--secondary"}));
  return html(R"(<div class="govuk-button-group">{}</div>)", buttons);
}

Html invitation_part(const http::Request& request, const PersonView& view) {
  if (!view.may_be_invited || !view.wholly) return {};
  return html(
      R"(<h2 class="govuk-heading-m">Let them in</h2><p class="govuk-body">{} cannot sign in yet. )"
      R"(Make a link and hand it to them, on paper or as you like. It works once, for 14 days; a )"
      R"(new one replaces it.</p>{}{})",
      view.person.name, mail_problem_part(view),
      look::form(request, person_url(request, view.person.id, "invitation"),
                 html("{}{}", hidden("replaces", view.link_replaces), invitation_buttons(view))));
}

Html teams_part(const http::Request& request, const PersonView& view) {
  Html part = html(R"(<h2 class="govuk-heading-m">Teams</h2>)");
  if (view.in.empty()) part.add(R"(<p class="govuk-body">In no team.</p>)");
  for (const auto& team : view.in)
    if (std::ranges::find(view.kept_teams, team.id, &people::Team::id) == view.kept_teams.end())
      part.add(R"(<p class="govuk-body">{}</p>)", team.name);
    else
      part.add(held(request, person_url(request, view.person.id, "team-removals"), team.name,
                    hidden("team", to_text(team.id)), "Take out"));
  Html fields = team_question("Put into another team", view.kept_teams, "", "");
  fields.add(look::button({.text = "Put into this team", .classes = "govuk-button--secondary"}));
  return part.add(look::form(request, person_url(request, view.person.id, "teams"), fields));
}

Html role_question(const http::Request& request) {
  look::Select question{
      .label = {.text = "Role"}, .name = "role", .items = {{.text = "Choose a role", .value = ""}}};
  for (const auto role : people::every_role) {
    std::string words(in_words(role, request.visitor.words));
    words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
    question.items.push_back({.text = words, .value = std::string(to_text(role))});
  }
  return look::select(question);
}

Html roles_part(const http::Request& request, const PersonView& view) {
  Html part = html(R"(<h2 class="govuk-heading-m">Roles</h2><p class="govuk-body">A role counts )"
                   R"(for its team and for all teams below it.</p>)");
  if (view.roles.empty())
    part.add(R"(<p class="govuk-body">No role: sees their own work only.</p>)");
  for (const auto& [role, team] : view.roles) {
    Html fields = hidden("role", to_text(role));
    fields.add(hidden("team", to_text(team)));
    part.add(held(request, person_url(request, view.person.id, "role-removals"),
                  role_in_place(request, role, name_of(view.all_teams, team)), fields,
                  "Take away"));
  }
  if (view.oneself) return part.add(look::inset_text({.text = {view.why_no_role}}));
  Html fields = role_question(request);
  fields.add(team_question("On which team", view.kept_teams, "", ""));
  fields.add(look::button({.text = "Give this role", .classes = "govuk-button--secondary"}));
  return part.add(look::form(request, person_url(request, view.person.id, "roles"), fields));
}

Html deputies_to_end(const http::Request& request, const PersonView& view) {
  return signin::deputy_list(request, view.deputies, [&](Id<people::Deputy> deputy) {
    return deputy_ending_url(request, view.person.id, deputy);
  });
}

Html deputies_to_see(const PersonView& view) {
  Html list;
  for (const auto& each : view.deputies)
    list.add(R"(<p class="govuk-body">{}, {}</p>)", each.name, signin::days_of(each));
  return list;
}

Html deputies_part(const http::Request& request, const PersonView& view) {
  const bool may_name = view.deputies_may_change && view.person.state == people::State::active;
  if (view.deputies.empty() && !may_name) return {};
  Html part = html(
      R"(<h2 class="govuk-heading-m">Deputies</h2><p class="govuk-body">A deputy acts for {} on )"
      R"(these days, with their roles and nothing that is their own.</p>)",
      view.person.name);
  if (!view.deputies_may_change) return part.add("{}", deputies_to_see(view));
  part.add("{}", deputies_to_end(request, view));
  if (may_name) {
    const bool typed = request.method == http::Method::post && request.fields.has("deputy");
    const auto form = signin::deputy_form(request, person_url(request, view.person.id, "deputies"),
                                          view.complaints);
    part.add(look::details({.summary = "Name a deputy", .text = form, .open = typed}));
  }
  return part;
}

Html way_to_erase(const http::Request& request, const PersonView& view) {
  if (!view.may_be_erased)
    return html(
        R"(<p class="govuk-body">Those who keep the staff list of the whole organisation can erase )"
        R"(everything about them.</p>)");
  return html(
      R"(<p class="govuk-body"><a class="govuk-link" href="{}">Erase everything about them</a></p>)",
      person_url(request, view.person.id, "erasure"));
}

Html state_part(const http::Request& request, const PersonView& view) {
  const auto& person = view.person;
  if (person.state == people::State::disabled)
    return html(R"(<h2 class="govuk-heading-m">Closed</h2><p class="govuk-body">{} cannot come in )"
                R"(here. What they wrote is kept.</p>{}{})",
                person.name,
                look::form(request, person_url(request, person.id, "reopening"),
                           look::button({.text = "Let them in again"})),
                way_to_erase(request, view));
  if (view.oneself)
    return html(
        R"(<h2 class="govuk-heading-m">When you leave</h2><p class="govuk-body">Somebody else who )"
        R"(keeps the staff list closes your access: you could not let yourself in again.</p>)");
  return html(
      R"(<h2 class="govuk-heading-m">When they leave</h2><p class="govuk-body">This would )"
      R"(sign {} out at once, and they could not come in here any more. Nothing they wrote would be )"
      R"(deleted, and you could let them in again.</p>{})",
      person.name,
      look::form(request, person_url(request, person.id, "closing"),
                 look::button({.text = "Close their access", .classes = "govuk-button--warning"})));
}

}  // namespace

Html person_page(const http::Request& request, const PersonView& view) {
  Html main = html(R"(<h1 class="govuk-heading-l">{}</h1>)", view.name);
  main.add(view.wholly ? details_form(request, view)
                       : look::inset_text({.text = std::string(people::for_keepers_of_all)}));
  main.add(invitation_part(request, view));
  main.add(teams_part(request, view)).add(roles_part(request, view));
  main.add(deputies_part(request, view));
  if (view.wholly) main.add(state_part(request, view));
  auto page = signin::page_of(request, view.name, std::move(main));
  page.complaints = view.complaints;
  page.back = list_url(request);
  return look::layout(page);
}

}  // namespace touchstone::staff
