#include "staff/staff_list_page.h"

#include "look/button.h"
#include "look/form.h"
#include "look/input.h"
#include "look/pagination.h"
#include "look/select.h"
#include "look/tag.h"
#include "platform/text.h"
#include "signin/signin.h"
#include "staff/address_parts.h"

namespace touchstone::staff {
namespace {

Html search_form(const http::Request& request, const StaffListView& view) {
  return html(R"(<form class="app-search" method="get" action="{}" role="search">{}{}</form>)",
              list_url(request),
              look::input({.label = {.text = "Find somebody"},
                           .name = "search",
                           .value = view.search,
                           .type = "search",
                           .hint = {.text = "Part of a name or an email address"},
                           .classes = "govuk-input--width-20"}),
              look::button({.text = "Find", .classes = "govuk-button--secondary"}));
}

// Nobody looks after what is theirs.
Html red_list(const http::Request& request, const StaffListView& view) {
  if (view.left_behind.empty()) return {};
  Html items;
  for (const auto& person : view.left_behind)
    items.add(R"(<li><a class="govuk-link" href="{}">{}</a></li>)", person_url(request, person.id),
              person.name);
  return html(
      R"(<section id="left-behind"><h2 class="govuk-heading-m">{} to somebody who is closed</h2>)"
      R"(<p class="govuk-body">Give each another line manager.</p>)"
      R"(<ul class="govuk-list govuk-list--bullet">{}</ul></section>)",
      counted(std::ssize(view.left_behind), "person answers", "people answer"), items);
}

Html lines(const std::vector<std::string>& texts) {
  Html out;
  for (const auto& text : texts) {
    if (!out.empty()) out.add("<br>");
    out.add("{}", text);
  }
  return out;
}

Html name_of(const http::Request& request, const people::Person& person) {
  Html out = html(R"(<a class="govuk-link" href="{}">{}</a>)", person_url(request, person.id),
                  person.name);
  if (person.state == people::State::disabled)
    out.add(" {}", look::tag({.text = "Closed", .classes = "govuk-tag--grey"}));
  if (!person.email.empty()) out.add(R"(<br><span class="app-quiet">{}</span>)", person.email);
  return out;
}

Html people_list(const http::Request& request, const StaffListView& view) {
  Html items;
  for (const auto& listed : view.page.people) {
    std::vector<std::string> roles;
    roles.reserve(listed.roles.size());
    for (std::size_t i = 0; i < listed.roles.size(); ++i)
      roles.push_back(role_in_place(request, listed.roles[i].role, listed.role_teams[i]));
    items.add(R"(<li class="app-person"><div>{}</div><div>{}</div><div>{}</div></li>)",
              name_of(request, listed.person), lines(listed.teams), lines(roles));
  }
  return html(R"(<ul class="govuk-list" id="people">{}</ul>)", items);
}

Html add_form(const http::Request& request, const StaffListView& view) {
  const auto field = [&](const char* name, std::string_view label, const std::string& value) {
    return look::input({.label = {.text = label},
                        .name = name,
                        .value = value,
                        .error_message = {.text = view.complaints.about(name)},
                        .classes = "govuk-input--width-20"});
  };
  Html fields = field("name", "Full name", view.typed.name);
  fields.add(field("email", "Email address (they sign in with it)", view.typed.email));
  fields.add(team_question("Team", view.teams, view.typed.team, view.complaints.about("team")));
  fields.add(look::button({.text = "Add this person"}));
  return html(R"(<h2 class="govuk-heading-m" id="add">Add a person</h2>{})",
              look::form(request, list_url(request), fields));
}

}  // namespace

std::string role_in_place(const http::Request& request, people::Role role, std::string_view team) {
  return std::string(in_words(role, request.visitor.words)).append(", ").append(team);
}

Html team_question(std::string_view label, const std::vector<people::Team>& teams,
                   std::string_view chosen, std::string_view complaint) {
  look::Select question{.label = {.text = label},
                        .name = "team",
                        .items = {{.text = "Choose a team", .value = ""}},
                        .value = std::string(chosen),
                        .error_message = {.text = complaint}};
  for (const auto& team : teams)
    question.items.push_back({.text = team.name, .value = to_text(team.id)});
  return look::select(question);
}

Html staff_list_page(const http::Request& request, const StaffListView& view) {
  Html main;
  main.add(R"(<h1 class="govuk-heading-l">Staff list</h1>)"
           R"(<p class="govuk-body">Who is here, in which teams, and what they are trusted with. )"
           R"(Nobody’s self-assessment can be seen from here.</p>)"
           R"(<p class="govuk-body"><a class="govuk-link" href="{}">Add a person</a> · )"
           R"(<a class="govuk-link" href="{}">Many people at once</a> · )"
           R"(<a class="govuk-link" href="{}">Links for new people</a> · )"
           R"(<a class="govuk-link" href="{}">Teams</a> · )"
           R"(<a class="govuk-link" href="{}">This list as a file</a></p>)",
           Url::here("add"), import_url(request), invitations_url(request), teams_url(request),
           file_url(request));
  main.add(red_list(request, view));
  main.add(search_form(request, view));
  if (view.page.people.empty())
    main.add(R"(<p class="govuk-body">Nobody on the list has “{}” in their name or address.</p>)",
             view.search);
  else
    main.add(people_list(request, view));
  if (!view.next.empty())
    main.add(look::pagination(
        {.next = {.text = "Next people", .href = view.next}, .landmark_label = "More people"}));
  main.add(add_form(request, view));
  auto page = signin::page_of(request, "Staff list", std::move(main));
  page.complaints = view.complaints;
  return look::layout(page);
}

}  // namespace touchstone::staff
