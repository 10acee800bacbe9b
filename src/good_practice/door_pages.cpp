#include "good_practice/door_pages.h"

#include <algorithm>

#include "good_practice/address_parts.h"
#include "good_practice/form_parts.h"
#include "look/button.h"
#include "look/form.h"
#include "look/inset_text.h"
#include "look/layout.h"
#include "platform/http/deed.h"
#include "platform/text.h"
#include "signin/signin.h"

namespace touchstone::good_practice {
namespace shape {

struct DoorShown {
  std::string id;
  std::string label;
  Moment made_at;
  std::optional<Moment> closed_at;
  std::int64_t sent;
};
BOOST_DESCRIBE_STRUCT(DoorShown, (), (id, label, made_at, closed_at, sent))

struct Doors {
  std::vector<DoorShown> items;
  std::optional<std::string> address;  // of the one just made; told this once
};
BOOST_DESCRIBE_STRUCT(Doors, (), (items, address))

}  // namespace shape

namespace {

struct NewDoor {
  std::string address{};  // empty: none was made
  Complaints complaints{};
};

Url closing_url(const http::Request& request, Id<Door> door) {
  return url("/{}/ideas/partners/{}/closing", request.visitor.workspace_slug, door);
}

Html one_door(const http::Request& request, const Door& door) {
  return html(
      R"(<li class="app-row"><span><strong>{}</strong><br><span class="app-quiet">{}, {}</span></span>{}</li>)",
      door.label,
      door.closed_at ? std::string("closed")
                     : "open since " + to_words(date_in(door.made_at, request.visitor.zone)),
      door.sent == 0 ? std::string("nothing came in by it yet")
                     : std::to_string(door.sent) + " came in by it",
      door.closed_at ? Html()
                     : one_button(request, closing_url(request, door.id),
                                  "Close the address of " + door.label));
}

Html doors_page(sql::Read& read, const http::Request& request, const Validator& validator,
                const NewDoor& made) {
  Html main = html(
      R"(<h1 class="govuk-heading-l">Addresses for partners</h1><p class="govuk-body">Whoever has )"
      R"(such an address can tell you of good practice without an account. What they send waits )"
      R"(for the quality team like everything else.</p>)");
  if (!made.address.empty())
    main.add(look::inset_text(
        {.text = html(R"(Give this address to the partner now. It is not shown again.<br>)"
                      R"(<strong class="ts-id" id="new-address">{}</strong>)",
                      made.address)}));
  Html list;
  const auto all = doors(read, validator.workspace());
  for (const auto& door : all) list.add(one_door(request, door));
  if (!list.empty()) main.add(R"(<ul class="govuk-list">{}</ul>)", list);
  const FormParts form("partner", request, made.complaints);
  main.add(R"(<h2 class="govuk-heading-m">A new address</h2>{})",
           look::form(request, ideas_url(request, "partners"),
                      html(R"(<input type="hidden" name="known" value="{}">{}{})", all.size(),
                           form.line("label", "For whom", {}, "Such as: Hedgerow Learning."),
                           look::button({.text = "Make an address"}))));
  auto page = signin::page_of(request, "Addresses for partners", std::move(main));
  page.complaints = tied_to("partner", made.complaints);
  page.back = ideas_url(request);
  return look::layout(page);
}

http::Response answer_doors(sql::Read& read, const http::Request& request,
                            const Validator& validator, const NewDoor& made, int status) {
  if (!request.json)
    return http::page(made.complaints.empty() ? 200 : 422,
                      doors_page(read, request, validator, made));
  if (!made.complaints.empty()) return http::refused(made.complaints);
  shape::Doors told;
  for (const auto& door : doors(read, validator.workspace()))
    told.items.push_back({to_text(door.id), door.label, door.made_at, door.closed_at, door.sent});
  if (!made.address.empty()) told.address = made.address;
  return http::json(status, json::text_of(told));
}

}  // namespace

std::string doors_schema(json::Components& components) {
  return json::schema_of<shape::Doors>(components);
}

http::Response show_doors(sql::Read& read, const http::Request& request,
                          const Validator& validator) {
  return answer_doors(read, request, validator, {}, 200);
}

http::Response open_new_door(sql::Write& write, const http::Request& request,
                             const Validator& validator) {
  NewDoor made{.complaints = request.body_complaints};
  http::Reader reader(request.fields, made.complaints);
  const auto label = reader.required_text("label", longest_line, "Say for whom it is.");
  const auto all = doors(write, validator.workspace());
  // Sent again by a reload: the address that was handed over is the one there is.
  if (!request.json && request.fields.text("known") != std::to_string(all.size()))
    return http::see_other(ideas_url(request, "partners"));
  const auto open = std::ranges::count_if(all, [](const Door& door) { return !door.closed_at; });
  if (open >= static_cast<std::ptrdiff_t>(most_doors))
    made.complaints.add("label", "There are too many addresses already.");
  if (made.complaints.empty()) {
    const auto secret = open_door(write, validator, label, request.visitor.moment());
    made.address = signin::site_of(request) +
                   url("/{}/ideas/send/{}", request.visitor.workspace_slug, secret).text();
  }
  auto response = answer_doors(write, request, validator, made, 201);
  response.secret = true;
  return response;
}

http::Response close_one_door(sql::Write& write, const http::Request& request,
                              const Validator& validator) {
  if (!request.body_complaints.empty()) return http::refused(request.body_complaints);
  const auto door = Id<Door>::from_text(request.parameter("door"));
  if (!door || !close_door(write, validator, *door, request.visitor.moment()))
    return http::not_found();
  if (request.json) return answer_doors(write, request, validator, {}, 200);
  return http::said(http::see_other(ideas_url(request, "partners")), request,
                    "The address is closed. Nothing comes in by it any more.");
}

}  // namespace touchstone::good_practice
