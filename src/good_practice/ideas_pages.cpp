#include "good_practice/ideas_pages.h"

#include <algorithm>

#include "good_practice/address_parts.h"
#include "good_practice/ideas_page.h"
#include "look/layout.h"
#include "look/tag.h"
#include "platform/text.h"
#include "signin/signin.h"

namespace touchstone::good_practice {
namespace shape {

struct Idea {
  std::string id;
  std::string title;
  std::string changed;
  std::string by;
  std::string theme;
  std::string subject;
  bool stand_out;
  std::string stage;
  int tried;
  int would_again;
  std::string location;
};
BOOST_DESCRIBE_STRUCT(Idea, (),
                      (id, title, changed, by, theme, subject, stand_out, stage, tried, would_again,
                       location))

struct OwnItem {
  std::string id;
  std::string title;
  std::string state;
  std::string stage;
  std::string location;
};
BOOST_DESCRIBE_STRUCT(OwnItem, (), (id, title, state, stage, location))

struct StageCount {
  std::string stage;
  int items;
};
BOOST_DESCRIBE_STRUCT(StageCount, (), (stage, items))

struct Ideas {
  std::vector<Idea> items;
  std::optional<std::string> next;
  std::vector<OwnItem> own;
  std::vector<StageCount> funnel;
};
BOOST_DESCRIBE_STRUCT(Ideas, (), (items, next, own, funnel))

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
};
BOOST_DESCRIBE_STRUCT(WaitingList, (), (items))

}  // namespace shape

namespace {

std::string ideas_json(const http::Request& request, const IdeasView& view) {
  shape::Ideas ideas;
  for (const auto& idea : view.ideas) {
    const auto& practice = idea.item.practice();
    ideas.items.push_back({to_text(practice.id), practice.title, practice.changed, idea.by,
                           practice.theme, practice.subject, practice.stand_out,
                           std::string(to_text(stage_of(idea.item.track()))),
                           idea.item.track().trials, idea.item.track().would_again,
                           practice_url(request, practice.id).text()});
  }
  if (!view.next.empty()) ideas.next = view.next.text();
  for (const auto& own : view.own)
    ideas.own.push_back(
        {to_text(own.practice.id), own.practice.title, std::string(to_text(own.practice.state)),
         std::string(to_text(stage_of(own.track))), practice_url(request, own.practice.id).text()});
  for (const auto stage : every_stage)
    ideas.funnel.push_back({std::string(to_text(stage)), view.funnel.at(stage)});
  return json::text_of(ideas);
}

// Who sent it, as validators see it.
std::string sender_of(sql::Read& read, const Validator& validator, const Practice& practice) {
  if (!practice.finder) return practice.sent_by;
  const auto finder = people::person(read, {validator.workspace()}, *practice.finder);
  return finder ? finder->name : std::string();
}

shape::WaitingList waiting_list(sql::Read& read, const http::Request& request,
                                const Validator& validator) {
  auto waiting = practices(read, validator.workspace(), {.state = State::waiting});
  std::ranges::stable_sort(waiting, {}, [](const Practice& practice) {
    return std::chrono::sys_days(practice.waiting_since);
  });
  shape::WaitingList list;
  for (const auto& practice : waiting)
    list.items.push_back(
        {to_text(practice.id), practice.title, sender_of(read, validator, practice),
         practice.waiting_since, waiting_in_words(practice, request.visitor.today),
         days_between(practice.waiting_since, request.visitor.today), practice.stand_out,
         owner_of(practice) == validator.person(), practice_url(request, practice.id).text()});
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

}  // namespace

std::string ideas_schema(json::Components& components) {
  return json::schema_of<shape::Ideas>(components);
}
std::string waiting_schema(json::Components& components) {
  return json::schema_of<shape::WaitingList>(components);
}

http::Response show_ideas(sql::Read& read, const http::Request& request, const Viewer& viewer) {
  const auto view = ideas_view(read, request, viewer);
  if (request.json) return http::json(ideas_json(request, view));
  return http::page(ideas_page(read, request, viewer, view));
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
  auto page = signin::page_of(request, "Waiting for the quality team", std::move(main));
  page.back = ideas_url(request);
  return http::page(look::layout(page));
}

}  // namespace touchstone::good_practice
