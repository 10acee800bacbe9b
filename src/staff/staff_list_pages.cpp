#include "staff/staff_list_pages.h"

#include <algorithm>

#include "platform/http/deed.h"
#include "platform/json/described.h"
#include "platform/text.h"
#include "staff/address_parts.h"
#include "staff/staff_json.h"
#include "staff/staff_list_page.h"

namespace touchstone::staff {
namespace {

constexpr std::size_t longest_search = 100;

std::string as_text(const people::ListEnd& end) {
  return to_base64url(to_text(end.person) + end.sort_key);
}

std::optional<people::ListEnd> list_end(std::string_view text) {
  const auto decoded = from_base64url(text);
  if (!decoded || decoded->size() < 26 || !is_utf8(*decoded)) return std::nullopt;
  const auto person = Id<people::Person>::from_text(decoded->substr(0, 26));
  if (!person) return std::nullopt;
  return people::ListEnd{decoded->substr(26), *person};
}

StaffListView view_of(sql::Read& read, const http::Request& request, const ListKeeper& who) {
  StaffListView view;
  view.search = first_characters(cleaned(request.query.text("search")), longest_search);
  if (!is_utf8(view.search)) view.search.clear();
  view.page =
      people::staff_list(read, who.keeper(), view.search, list_end(request.query.text("after")));
  if (view.page.next) {
    view.next = list_url(request);
    if (!view.search.empty()) view.next = view.next.with("search", view.search);
    view.next = view.next.with("after", as_text(*view.page.next));
  }
  view.teams = people::kept_teams(read, who.keeper());
  if (view.search.empty() && !request.query.has("after"))
    for (auto& person : people::left_behind(read, who.keeper().workspace))
      if (people::keeps(read, who.keeper(), person.id)) view.left_behind.push_back(person);
  return view;
}

std::string to_json(const StaffListView& view) {
  shape::StaffList list;
  for (const auto& listed : view.page.people) list.items.push_back(shape::shape_of(listed));
  if (view.page.next) list.next = as_text(*view.page.next);
  for (const auto& person : view.left_behind) list.left_behind.push_back(to_text(person.id));
  return json::text_of(list);
}

}  // namespace

std::string staff_list_schema(json::Components& components) {
  return json::schema_of<shape::StaffList>(components);
}

http::Response show_staff_list(sql::Read& read, const http::Request& request,
                               const ListKeeper& who) {
  const auto view = view_of(read, request, who);
  if (request.json) return http::json(to_json(view));
  return http::page(staff_list_page(request, view));
}

std::string made_schema(json::Components& components) {
  return json::schema_of<shape::Made>(components);
}

http::Response add_person(sql::Write& write, const http::Request& request, const ListKeeper& who) {
  const auto& keeper = who.keeper();
  auto complaints = request.body_complaints;
  http::Reader reader(request.fields, complaints);
  const NewPerson typed{.name = reader.text("name", http::any_length),
                        .email = reader.text("email", http::any_length),
                        .team = reader.text("team", http::any_length)};
  const people::Person person{
      .id = Id<people::Person>::fresh(), .name = typed.name, .email = typed.email};
  complaints.add(complaints_about(person));
  const auto teams = people::kept_teams(write, keeper);
  const auto team = std::ranges::find(teams, typed.team,
                                      [](const people::Team& each) { return to_text(each.id); });
  if (team == teams.end()) complaints.add("team", "Choose the team they belong to.");
  if (!typed.email.empty() && people::person_by_email(write, keeper.workspace, typed.email))
    complaints.add("email", "Somebody on the staff list has this email address already.");
  if (!complaints.empty()) {
    if (request.json) return http::refused(complaints);
    auto view = view_of(write, request, who);
    view.typed = typed;
    view.complaints = complaints;
    return http::page(422, staff_list_page(request, view));
  }
  people::add(write, person);
  people::join_team(write, person.id, team->id, keeper.on);
  const auto here = person_url(request, person.id);
  if (!request.json)
    return http::said(http::see_other(here), request, person.name + " is on the staff list.");
  return http::json(201, json::text_of(shape::Made{to_text(person.id), here.text()}));
}

}  // namespace touchstone::staff
