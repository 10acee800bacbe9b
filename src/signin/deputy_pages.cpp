#include "signin/deputy_pages.h"

#include <fmt/format.h>

#include <boost/describe.hpp>

#include "look/button.h"
#include "look/form.h"
#include "platform/http/deed.h"
#include "signin/deputy_form.h"

namespace touchstone::signin {

using http::Request;
using http::Response;

namespace shape {

struct Deputy {
  std::string id;
  std::string person;
  Date since;
  Date until;
};
BOOST_DESCRIBE_STRUCT(Deputy, (), (id, person, since, until))

struct ActsFor {
  std::string id;
  std::string person;
  Date since;
  Date until;
  bool today = false;
};
BOOST_DESCRIBE_STRUCT(ActsFor, (), (id, person, since, until, today))

struct Deputies {
  std::vector<Deputy> items;
  std::vector<ActsFor> acts_for;
};
BOOST_DESCRIBE_STRUCT(Deputies, (), (items, acts_for))

}  // namespace shape

namespace {

Url deputies_url(const Request& request) {
  return url("/{}/deputies", request.visitor.workspace_slug);
}

Url deputy_url(const Request& request, Id<people::Deputy> deputy, std::string_view part) {
  return url("/{}/deputies/{}/{}", request.visitor.workspace_slug, deputy, part);
}

// Those for whom the visitor may act today have a button.
Html acting_part(const Request& request, const std::vector<people::Deputy>& acts_for) {
  if (acts_for.empty()) return {};
  Html part = html(
      R"(<h2 class="govuk-heading-m">Whom you may act for</h2><p class="govuk-body">While you act )"
      R"(for somebody you have their roles in place of your own, and nothing that is their own.)"
      R"(</p>)");
  for (const auto& each : acts_for) {
    const auto words = fmt::format("{}, {}", each.for_name, days_of(each));
    if (each.acts_on(request.visitor.today))
      part.add("{}", look::form(request, deputy_url(request, each.id, "acting"),
                                look::button({.text = "Act for " + each.for_name})));
    part.add("{}", deputy_row(request, words, deputy_url(request, each.id, "ending"), "Give up",
                              "acting for " + each.for_name));
  }
  return part;
}

std::vector<people::Deputy> own(sql::Read& read, const Request& request, const Member& member) {
  return people::deputies_of(read, member.workspace(), member.person(), request.visitor.today);
}

std::vector<people::Deputy> others(sql::Read& read, const Request& request, const Member& member) {
  return people::deputised_by(read, member.workspace(), member.person(), request.visitor.today);
}

Response as_json(sql::Read& read, const Request& request, const Member& member) {
  shape::Deputies all;
  for (const auto& each : own(read, request, member))
    all.items.push_back({to_text(each.id), each.name, each.since, each.until});
  for (const auto& each : others(read, request, member))
    all.acts_for.push_back({to_text(each.id), each.for_name, each.since, each.until,
                            each.acts_on(request.visitor.today)});
  return http::json(json::text_of(all));
}

Response page_with(sql::Read& read, const Request& request, const Member& member, int status,
                   const Complaints& complaints) {
  Html main = html(
      R"(<h1 class="govuk-heading-l">Your deputies</h1><p class="govuk-body">A deputy acts for you )"
      R"(on the days you choose, with your roles and no others. Your score sheets, notes, shares, )"
      R"(evidence and ideas, and the ideas that wait for the quality team, stay closed to them. )"
      R"(What they change is recorded with both names.</p>)");
  main.add("{}", acting_part(request, others(read, request, member)));
  main.add(R"(<h2 class="govuk-heading-m">Who acts for you</h2>)");
  main.add("{}", deputy_list(request, own(read, request, member),
                             [&](auto id) { return deputy_url(request, id, "ending"); }));
  main.add(R"(<h2 class="govuk-heading-m">Name a deputy</h2>{})",
           deputy_form(request, deputies_url(request), complaints));
  auto page = page_of(request, "Your deputies", std::move(main));
  page.complaints = complaints;
  return http::page(status, look::layout(page));
}

Response done(sql::Read& read, const Request& request, const Member& member,
              std::string_view deed) {
  if (request.json) return as_json(read, request, member);
  return http::said(http::see_other(deputies_url(request)), request, deed);
}

}  // namespace

Response show_deputies(sql::Read& read, const Request& request, const Member& member) {
  if (request.json) return as_json(read, request, member);
  return page_with(read, request, member, 200, {});
}

Response name_own_deputy(sql::Write& write, const Request& request, const Member& member) {
  const auto typed = read_deputy(write, request, member.person());
  if (!typed.complaints.empty())
    return request.json ? http::refused(typed.complaints)
                        : page_with(write, request, member, 422, typed.complaints);
  people::name_deputy(write, typed.deputy);
  return done(write, request, member, "Your deputy is named.");
}

Response end_own_deputy(sql::Write& write, const Request& request, const Member& member) {
  const auto id = Id<people::Deputy>::from_text(request.parameter("deputy"));
  const auto deputy = id ? people::deputy(write, member.workspace(), *id) : std::nullopt;
  if (!deputy || (deputy->for_person != member.person() && deputy->person != member.person()))
    return http::not_found();
  people::end_deputy(write, *deputy, now());
  return done(write, request, member, "That is ended.");
}

std::string deputies_schema(json::Components& components) {
  return json::schema_of<shape::Deputies>(components);
}

}  // namespace touchstone::signin
