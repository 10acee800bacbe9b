#include "self_assessment/work_pages.h"

#include <fmt/format.h>

#include "look/task_list.h"
#include "look/words.h"
#include "platform/json/described.h"
#include "platform/text.h"
#include "self_assessment/address_parts.h"
#include "self_assessment/counted_view.h"
#include "self_assessment/due_view.h"
#include "self_assessment/frame_parts.h"

namespace touchstone::self_assessment {
namespace shape {

struct Due {
  std::string what;
  std::string detail;
  std::optional<Date> due_on;
  std::string location;
};
BOOST_DESCRIBE_STRUCT(Due, (), (what, detail, due_on, location))

struct Work {
  std::vector<Due> items;
};
BOOST_DESCRIBE_STRUCT(Work, (), (items))

}  // namespace shape

namespace {

look::TaskItem item_for(const Due& due, Date today) {
  look::TaskItem item{.title = {.text = due.what}, .hint = due.detail, .href = due.where};
  if (!due.state.empty()) {
    item.status.text = due.state;
  } else if (!due.due_on) {
    item.status.tag = look::Tag{.text = due.begun ? "In progress" : "Not started",
                                .classes = due.begun ? "govuk-tag--light-blue" : ""};
  } else if (*due.due_on < today) {
    item.status.tag =
        look::Tag{.text = counted(days_between(*due.due_on, today), "day late", "days late"),
                  .classes = "govuk-tag--red"};
  } else {
    item.status.text = "by " + to_words(*due.due_on);
  }
  return item;
}

// What their roles open; what is the visitor's own waits.
Html acting_page(const http::Request& request) {
  Html main = html(
      R"(<h1 class="govuk-heading-l">Acting for {}</h1><p class="govuk-body-l">You have their )"
      R"(roles in place of your own. What you change is recorded with both names.</p>)"
      R"(<p class="govuk-body">Their own score sheets, notes, shares and evidence stay closed. )"
      R"(Your own wait until you stop acting for them.</p>)",
      request.visitor.acts_for);
  return framed(request,
                {.title = "Acting for " + request.visitor.acts_for, .main = std::move(main)});
}

// Whom the visitor may act for today.
Html deputising_part(const http::Request& request, const std::vector<people::Deputy>& acts_for) {
  Html part;
  for (const auto& each : acts_for)
    if (each.acts_on(request.visitor.today))
      part.add(R"(<p class="govuk-body">You are a deputy of {} until {}: <a class="govuk-link" )"
               R"(href="{}">act for them</a>.</p>)",
               each.for_name, to_words(each.until),
               url("/{}/deputies", request.visitor.workspace_slug));
  return part;
}

// Whose roles open the page of the organisation: for some it is all that is asked of them here.
Html to_look_at(const http::Request& request) {
  const auto& visitor = request.visitor;
  if (!visitor.may(http::Verb::read_figures)) return {};
  return html(
      R"(<p class="govuk-body"><a class="govuk-link" href="{}">The {}</a>: what its leaders judge, )"
      R"(and how people score themselves where enough have answered for nobody to be )"
      R"(recognised.</p>)",
      url("/{}/institution", visitor.workspace_slug),
      look::word(visitor.words, look::Term::organisation));
}

// A phone that remembers its owner was not looked through for what concerns others.
std::string_view what_waits(const http::Request& request, bool nothing) {
  if (!nothing) return "This is waiting for you.";
  return request.visitor.remembered ? "No score sheet or target of yours is waiting."
                                    : "Nothing is waiting for you.";
}

Html more_when_signed_in(const http::Request& request) {
  if (!request.visitor.remembered) return {};
  const auto here = url("/{}", request.visitor.workspace_slug);
  return html(
      R"(<p class="govuk-body">This phone remembers you for your own score sheets. What else is )"
      R"(waiting, and any news, you see when you <a class="govuk-link" href="{}">sign in</a>.</p>)",
      url("/sign-in").with("next", here.text()));
}

Html work_page(const http::Request& request, const std::vector<Due>& dues,
               const std::vector<people::Deputy>& acts_for, bool asked) {
  look::TaskList list;
  for (const auto& due : dues) list.items.push_back(item_for(due, request.visitor.today));
  Html main;
  main.add(R"(<h1 class="govuk-heading-l">Your work</h1>)");
  main.add(R"(<p class="govuk-body-l">Hello {}. {}</p>)", request.visitor.name,
           what_waits(request, dues.empty()));
  if (!dues.empty()) main.add(look::task_list(list));
  main.add(more_when_signed_in(request));
  main.add(deputising_part(request, acts_for));
  main.add(to_look_at(request));
  main.add(R"(<p class="govuk-body"><a class="govuk-link" href="{}">Score yourself</a>: )"
           R"(see where you stand, and what moved since last time.{}</p>)",
           sheets_url(request), asked ? "" : " Nobody waits for it: only if you like.");
  return framed(request, {.title = "Your work", .main = std::move(main)});
}

}  // namespace

std::string work_schema(json::Components& components) {
  return json::schema_of<shape::Work>(components);
}

http::Response show_work(sql::Read& read, const http::Request& request,
                         const signin::Member& member) {
  const bool acts = request.visitor.acts_for_another();
  if (acts && !request.json) return http::page(acting_page(request));
  const auto dues = acts ? std::vector<Due>() : due_from(read, request, member);
  if (!request.json)
    return http::page(work_page(
        request, dues,
        people::deputised_by(read, member.workspace(), member.person(), request.visitor.today),
        is_asked(read, request, member)));
  shape::Work work;
  for (const auto& due : dues)
    work.items.push_back({due.what, due.detail, due.due_on, due.where.text()});
  return http::json(json::text_of(work));
}

}  // namespace touchstone::self_assessment
