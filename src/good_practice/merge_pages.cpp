#include "good_practice/merge_pages.h"

#include "good_practice/address_parts.h"
#include "good_practice/decision_store.h"
#include "good_practice/item_pages.h"
#include "look/button.h"
#include "look/form.h"
#include "look/layout.h"
#include "platform/text.h"
#include "signin/signin.h"

namespace touchstone::good_practice {
namespace {

Html side(std::string_view heading, const Practice& practice) {
  return html(
      R"(<div class="app-side"><h2 class="govuk-heading-m">{}</h2><p class="govuk-body"><strong>{}</strong></p>)"
      R"(<p class="govuk-body app-note">{}</p></div>)",
      heading, practice.title, practice.did);
}

std::string what_goes_along(const Track& track) {
  std::string words;
  if (track.trials > 0)
    words = counted(track.trials, "colleague who tries it goes", "colleagues who try it go") +
            " along, with what they reported. ";
  if (track.impacts > 0)
    words += counted(track.impacts, "record of its impact goes", "records of its impact go") +
             " along. ";
  return words;
}

// Everything that was typed, once more.
Html typed_again(const http::Request& request) {
  Html fields;
  for (const auto* name : {"decision", "into", "reason", "meeting", "version"})
    if (request.fields.has(name))
      fields.add(R"(<input type="hidden" name="{}" value="{}">)", name, request.fields.text(name));
  return fields.add(R"(<input type="hidden" name="confirmed" value="yes">)");
}

}  // namespace

http::Response ask_to_merge(sql::Read& read, const http::Request& request,
                            const DecidedPractice& decided, const Decision& decision) {
  const auto& seen = decided.seen();
  const auto& goes = seen.practice();
  const auto stays = practice(read, seen.viewer().workspace(), decision.into.value()).value();
  const auto* title = "Put these two together?";
  Html main = html(
      R"(<h1 class="govuk-heading-l">{}</h1><p class="govuk-body">The first is no longer on its )"
      R"(own: whoever opens it is led to the second. {}You can take them apart again.</p>)"
      R"(<div class="app-sides">{}{}</div>)",
      title, what_goes_along(seen.track()), side("This one goes", goes),
      side("This one stays", stays));
  main.add(
      look::form(request, practice_url(request, goes.id, "validation"),
                 html("{}{}", typed_again(request),
                      look::button({.text = "Put them together", .prevent_double_click = true}))));
  main.add(R"(<p class="govuk-body"><a class="govuk-link" href="{}">No, leave both</a></p>)",
           practice_url(request, goes.id));
  auto page = signin::page_of(request, title, std::move(main));
  page.back = practice_url(request, goes.id);
  return http::page(look::layout(page));
}

http::Response separate_item(sql::Write& write, const http::Request& request,
                             const DecidedPractice& decided) {
  if (!request.body_complaints.empty()) return http::refused(request.body_complaints);
  const auto& practice = decided.seen().practice();
  if (practice.state != State::merged)
    return http::refused(422, "This is not put together with another.");
  take_apart(write, decided.decider(), request.visitor.moment());
  return item_answer(write, request, practice.id, 200, "They are two again.");
}

}  // namespace touchstone::good_practice
