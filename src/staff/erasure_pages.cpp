#include "staff/erasure_pages.h"

#include <boost/describe.hpp>

#include "look/button.h"
#include "look/checkboxes.h"
#include "look/form.h"
#include "look/inset_text.h"
#include "platform/http/deed.h"
#include "platform/json/described.h"
#include "signin/signin.h"
#include "staff/address_parts.h"
#include "staff/staff_import_store.h"

namespace touchstone::staff {
namespace {

constexpr std::string_view still_open =
    "They can still come in. Close their access first, and tell them: they may want a copy of what "
    "is kept about them.";

struct Erasure {
  std::string name;
  bool may_be_erased = false;
};
BOOST_DESCRIBE_STRUCT(Erasure, (), (name, may_be_erased))

Html erasure_form(const http::Request& request, const people::Person& person,
                  const Complaints& complaints) {
  Html fields = look::checkboxes(
      {.name = "sure",
       .items = {{.text = "Erase everything about " + person.name, .value = "yes"}},
       .error_message = {.text = complaints.about("sure")}});
  fields.add(look::button({.text = "Erase", .classes = "govuk-button--warning"}));
  return look::form(request, person_url(request, person.id, "erasure"), fields);
}

Html erasure_page(const http::Request& request, const people::Person& person,
                  const Complaints& complaints) {
  Html main = html(
      R"(<h1 class="govuk-heading-l">Erase everything about {}</h1>)"
      R"(<p class="govuk-body">This cannot be undone, by anybody.</p>)"
      R"(<h2 class="govuk-heading-m">What goes</h2><ul class="govuk-list govuk-list--bullet">)"
      R"(<li>their name, email address, teams, roles and line manager</li>)"
      R"(<li>all their score sheets, notes and targets, private ones included: nobody looks into )"
      R"(them, and the figures count without them</li>)"
      R"(<li>recordings in which they are seen or heard, of ideas that were recorded about them</li>)"
      R"(<li>their name and address where somebody wrote them into evidence that others read, its )"
      R"(earlier versions, ideas or minutes: it says “Somebody” there</li>)"
      R"(<li>their words in the history of changes</li></ul>)"
      R"(<h2 class="govuk-heading-m">What stays</h2><ul class="govuk-list govuk-list--bullet">)"
      R"(<li>what they judged for the organisation, as by an “Erased person”</li>)"
      R"(<li>ideas of theirs that were validated, with photos and documents, without their name</li>)"
      R"(<li>what is inside files, and what others noted for themselves alone</li>)"
      R"(<li>that something was changed, and when</li>)"
      R"(<li>figures that were shown before, in which nobody can be told apart</li></ul>)"
      R"(<p class="govuk-body">Backups keep it until they are replaced.</p>)",
      person.name);
  if (person.state == people::State::active)
    main.add(look::inset_text({.text = {still_open}}));
  else
    main.add(erasure_form(request, person, complaints));
  auto page = signin::page_of(request, "Erase everything about " + person.name, std::move(main));
  page.complaints = complaints;
  page.back = person_url(request, person.id);
  return look::layout(page);
}

}  // namespace

std::string erasure_schema(json::Components& components) {
  return json::schema_of<Erasure>(components);
}

http::Response show_erasure(sql::Read&, const http::Request& request, const KeptPerson& who) {
  const auto& person = who.person();
  if (request.json)
    return http::json(json::text_of(Erasure{person.name, person.state != people::State::active}));
  return http::page(erasure_page(request, person, {}));
}

std::string erased_schema(json::Components&) {
  return R"({"type":"object","properties":{},"required":[],"additionalProperties":false})";
}

http::Response erase_person(sql::Write& write, const http::Request& request,
                            const KeptPerson& who) {
  if (who.person().state == people::State::active) return http::refused(409, still_open);
  // What is erased is theirs everywhere, not in one part alone.
  if (!people::keeps_everybody(write, who.keeper()))
    return http::forbidden(
        "Only those who keep the staff list of the whole organisation can erase somebody.");
  if (!people::reports_of(write, who.keeper().workspace, who.person().id).empty())
    return http::refused(409,
                         "People still answer to them. Give these another line manager first.");
  auto complaints = request.body_complaints;
  http::Reader reader(request.fields, complaints);
  if (!reader.flag("sure"))
    complaints.add("sure", "Tick the box if you are sure: this cannot be undone.");
  if (!complaints.empty())
    return request.json ? http::refused(complaints)
                        : http::page(422, erasure_page(request, who.person(), complaints));
  people::erase(write, who.person().id, who.keeper().on);
  auto housekeeping = write.housekeeping();
  forget_all_drafts(housekeeping, who.keeper().workspace);
  return request.json ? http::json("{}")
                      : http::said(http::see_other(list_url(request)), request,
                                   "Everything about that person is erased.");
}

}  // namespace touchstone::staff
