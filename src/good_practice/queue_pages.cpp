#include "good_practice/queue_pages.h"

#include "good_practice/address_parts.h"
#include "good_practice/list_store.h"
#include "look/layout.h"
#include "look/pagination.h"
#include "look/tag.h"
#include "platform/text.h"
#include "signin/signin.h"

namespace touchstone::good_practice {
namespace shape {

struct WaitingItem {
  std::string id;
  std::string title;
  std::string by;
  Date waiting_since;
  std::string waits;  // in words
  int days;
  bool stand_out;
  bool own;
  std::string location;
};
BOOST_DESCRIBE_STRUCT(WaitingItem, (),
                      (id, title, by, waiting_since, waits, days, stand_out, own, location))

struct WaitingList {
  std::vector<WaitingItem> items;
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(WaitingList, (), (items, next))

}  // namespace shape

namespace {

// Who sent it, as validators see it.
std::string sender_of(sql::Read& read, const Validator& validator, const Practice& practice) {
  if (!practice.finder) return practice.sent_by;
  const auto finder = people::person(read, {validator.workspace()}, *practice.finder);
  return finder ? finder->name : std::string();
}

std::optional<QueueEnd> end_asked_for(const http::Request& request) {
  const auto since = date_from_iso(request.query.text("since"));
  const auto after = Id<Practice>::from_text(request.query.text("after"));
  return since && after ? std::optional(QueueEnd{*since, *after}) : std::nullopt;
}

Url after_in_queue(const http::Request& request, Date since, const std::string& last) {
  return ideas_url(request, "waiting").with("since", to_iso(since)).with("after", last);
}

shape::WaitingList waiting_list(sql::Read& read, const http::Request& request,
                                const Validator& validator) {
  auto waiting = queue_of(read, validator.workspace(), end_asked_for(request));
  shape::WaitingList list;
  const bool more = waiting.size() > queue_page_size;
  if (more) waiting.pop_back();
  if (more)
    list.next =
        after_in_queue(request, waiting.back().waiting_since, to_text(waiting.back().id)).text();
  for (const auto& practice : waiting)
    list.items.push_back(
        {to_text(practice.id), practice.title, sender_of(read, validator, practice),
         practice.waiting_since, waiting_in_words(practice, request.visitor.today),
         days_between(practice.waiting_since, request.visitor.today), practice.stand_out,
         was_ever_of(read, validator.workspace(), practice.id, validator.person()),
         practice_url(request, practice.id).text()});
  return list;
}

Html waiting_row(const http::Request& request, const shape::WaitingItem& item) {
  Html tags;
  if (item.days > 14)
    tags.add(" {}",
             look::tag({.text = counted(item.days, "day", "days"), .classes = "govuk-tag--red"}));
  if (item.stand_out)
    tags.add(" {}", look::tag({.text = "Grade 1", .classes = "govuk-tag--purple"}));
  return html(
      R"(<li class="app-idea"><h2 class="govuk-heading-s"><a class="govuk-link" href="{}">{}</a>{}</h2>)"
      R"(<p class="govuk-body-s app-quiet">From {}, {}.{}</p></li>)",
      practice_url(request, Id<Practice>::from_text(item.id).value()), item.title, tags, item.by,
      item.waits, item.own ? " This is yours: somebody else decides." : "");
}

Html later_ones(const http::Request& request, const shape::WaitingItem& last) {
  return look::pagination({.next = {.text = "Those that came later",
                                    .href = after_in_queue(request, last.waiting_since, last.id)},
                           .landmark_label = "More that waits"});
}

}  // namespace

std::string waiting_schema(json::Components& components) {
  return json::schema_of<shape::WaitingList>(components);
}

http::Response show_waiting(sql::Read& read, const http::Request& request,
                            const Validator& validator) {
  const auto list = waiting_list(read, request, validator);
  if (request.json) return http::json(json::text_of(list));
  Html rows;
  for (const auto& item : list.items) rows.add(waiting_row(request, item));
  Html main = html(R"(<h1 class="govuk-heading-l">Waiting for the quality team</h1>)");
  if (rows.empty())
    main.add(R"(<p class="govuk-body">Nothing waits.</p>)");
  else
    main.add(R"(<ul class="govuk-list">{}</ul>)", rows);
  if (list.next) main.add(later_ones(request, list.items.back()));
  auto page = signin::page_of(request, "Waiting for the quality team", std::move(main));
  page.back = ideas_url(request);
  return http::page(look::layout(page));
}

}  // namespace touchstone::good_practice
