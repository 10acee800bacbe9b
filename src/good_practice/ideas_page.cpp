#include "good_practice/ideas_page.h"

#include <fmt/format.h>

#include "good_practice/address_parts.h"
#include "good_practice/form_parts.h"
#include "good_practice/item_page.h"
#include "look/button.h"
#include "look/checkboxes.h"
#include "look/details.h"
#include "look/input.h"
#include "look/layout.h"
#include "look/pagination.h"
#include "look/select.h"
#include "look/tag.h"
#include "platform/text.h"
#include "signin/signin.h"

namespace touchstone::good_practice {
namespace {

Html task_line(const Url& to, const std::string& words, const std::string& more) {
  return html(R"(<li><a class="govuk-link" href="{}">{}</a>{}</li>)", to, words, more);
}

std::string title_of(sql::Read& read, const Viewer& viewer, Id<Practice> id) {
  const auto found = practice(read, viewer.workspace(), id);
  return found ? found->title : std::string();
}

Html waiting_for_you(sql::Read& read, const http::Request& request, const Viewer& viewer,
                     const IdeasView& view) {
  Html list;
  if (view.waiting > 0)
    list.add(task_line(ideas_url(request, "waiting"),
                       counted(view.waiting, "idea waits", "ideas wait") + " for the quality team",
                       ""));
  for (const auto& question : view.asked)
    list.add(task_line(
        practice_url(request, where_it_stands(read, viewer.workspace(), question.practice))
            .at("questions"),
        "Somebody asks you", ": " + title_for_all(read, viewer.workspace(), question.practice)));
  for (const auto& trial : view.trials)
    list.add(
        task_line(trial_url(request, trial.id),
                  "Say how it goes: " + title_for_all(read, viewer.workspace(), trial.practice),
                  trial.follow_up_on ? ", by " + to_words(*trial.follow_up_on) : std::string()));
  for (const auto& share : view.shown)
    list.add(task_line(practice_url(request, Id<Practice>{share.thing.object}),
                       "Shown to you: " + title_of(read, viewer, {share.thing.object}), ""));
  if (list.empty()) return {};
  return html(R"(<section id="waiting"><h2 class="govuk-heading-m">Waiting for you</h2>)"
              R"(<ul class="govuk-list">{}</ul></section>)",
              list);
}

Html own_ideas(const http::Request& request, const IdeasView& view) {
  if (view.own.empty()) return {};
  Html list;
  for (const auto& own : view.own)
    list.add(
        R"(<li><a class="govuk-link" href="{}">{}</a><br><span class="app-quiet">{}</span></li>)",
        practice_url(request, own.practice.id), own.practice.title,
        standing_of(own, request.visitor.today));
  return html(R"(<section id="yours"><h2 class="govuk-heading-m">Recorded by you</h2>)"
              R"(<ul class="govuk-list">{}</ul></section>)",
              list);
}

Html search_fields(const http::Request& request, const IdeasView& view) {
  std::vector<look::SelectItem> subjects{{.text = "Any subject", .value = ""}};
  for (const auto& subject : view.subjects) subjects.push_back({.text = subject});
  look::CheckboxesItem only{.text = "Only what stands out (Grade 1)", .value = "yes"};
  only.checked = view.stand_out;
  const auto narrower = html(
      "{}{}{}",
      look::select({.label = {.text = "Theme"},
                    .name = "theme",
                    .items = theme_items(view.themes, "Any theme"),
                    .value = view.theme}),
      look::select({.label = {.text = "Subject"},
                    .name = "subject",
                    .items = std::move(subjects),
                    .value = view.subject}),
      look::checkboxes(
          {.name = "stand_out", .items = {std::move(only)}, .classes = "govuk-checkboxes--small"}));
  return html(
      R"(<form method="get" action="{}" role="search">{}{}{}</form>)", ideas_url(request),
      look::input({.label = {.text = "Find ideas"},
                   .name = "search",
                   .value = view.search,
                   .type = "search",
                   .classes = "govuk-input--width-20"}),
      look::details({.summary = "By theme or subject",
                     .text = narrower,
                     .open = !view.theme.empty() || !view.subject.empty() || view.stand_out}),
      look::button({.text = "Find", .classes = "govuk-button--secondary"}));
}

Html one_idea(const http::Request& request, const ListedIdea& idea) {
  const auto& practice = idea.item.practice();
  Html out = html(
      R"(<li class="app-idea"><h3 class="govuk-heading-s"><a class="govuk-link" href="{}">{}</a>)",
      practice_url(request, practice.id), practice.title);
  if (practice.stand_out)
    out.add(" {}", look::tag({.text = "Grade 1", .classes = "govuk-tag--purple"}));
  out.add(
      R"(</h3><p class="govuk-body">{}</p><p class="app-quiet govuk-body-s">{}{}{}. {}</p></li>)",
      practice.changed, idea.by, idea.theme.empty() ? "" : " · " + idea.theme,
      practice.subject.empty() ? "" : " · " + practice.subject, tried_in_words(idea.item.track()));
  return out;
}

Html the_list(const http::Request& request, const IdeasView& view) {
  Html out = html(R"(<h2 class="govuk-heading-m" id="list">What works for colleagues</h2>)");
  out.add(search_fields(request, view));
  const bool filtered =
      !view.search.empty() || !view.theme.empty() || !view.subject.empty() || view.stand_out;
  if (view.ideas.empty())
    return out.add(R"(<p class="govuk-body">{}</p>)",
                   filtered ? "Nothing here fits. Try fewer words."
                            : "Nothing has been shared yet. Yours could be the first.");
  Html list;
  for (const auto& idea : view.ideas) list.add(one_idea(request, idea));
  out.add(R"(<ul class="govuk-list" id="ideas">{}</ul>)", list);
  if (!view.next.empty())
    out.add(look::pagination(
        {.next = {.text = "More ideas", .href = view.next}, .landmark_label = "More ideas"}));
  return out;
}

Html for_the_quality_team(const http::Request& request, const Viewer& viewer) {
  if (!viewer.reads_register()) return {};
  Html links =
      html(R"(<a class="govuk-link" href="{}">Register</a>)", ideas_url(request, "register"));
  if (viewer.validator())
    links.add(R"( · <a class="govuk-link" href="{}">Waiting</a> · )"
              R"(<a class="govuk-link" href="{}">Meetings</a> · )"
              R"(<a class="govuk-link" href="{}">Monthly digest</a> · )"
              R"(<a class="govuk-link" href="{}">Addresses for partners</a>)",
              ideas_url(request, "waiting"), ideas_url(request, "meetings"),
              ideas_url(request, "digest"), ideas_url(request, "partners"));
  return html(R"(<p class="govuk-body ts-screen-only">{}</p>)", links);
}

Html digest_choice(const http::Request& request, const IdeasView& view) {
  return html(
      R"(<section id="digest" class="ts-screen-only"><h2 class="govuk-heading-m">The monthly digest</h2>)"
      R"(<p class="govuk-body">{}</p>{}</section>)",
      view.digest_by_mail
          ? "You get what was new by mail, on the first working day of each month."
          : "What was new in a month, in one mail on the first working day of the next.",
      one_button(request, ideas_url(request, "digest-choice"),
                 view.digest_by_mail ? "Stop it" : "Send it to me", "wanted",
                 view.digest_by_mail ? "no" : "yes"));
}

}  // namespace

std::string standing_of(const OwnIdea& own, Date today) {
  const auto& practice = own.practice;
  switch (practice.state) {
    case State::waiting:
      return "Waits for the quality team " + waiting_in_words(practice, today);
    case State::returned:
      return "Sent back to you, with reasons";
    case State::not_good_practice:
      return "Not taken as good practice";
    case State::merged:
      return "Put together with another";
    case State::withdrawn:
      return "Withdrawn by you";
    case State::valid:
      break;
  }
  const auto tried = tried_in_words(own.track);
  const std::string stage(in_words(stage_of(own.track)));
  return tried.empty() ? stage : stage + ". " + tried;
}

Html ideas_page(sql::Read& read, const http::Request& request, const Viewer& viewer,
                const IdeasView& view) {
  Html main = html(
      R"(<h1 class="govuk-heading-l">Ideas that work</h1><p class="govuk-body">What works in one )"
      R"(classroom, for all the others.</p>{}{})",
      look::button({.text = "Record something that works", .href = ideas_url(request, "new")}),
      for_the_quality_team(request, viewer));
  main.add(waiting_for_you(read, request, viewer, view));
  main.add(the_list(request, view));
  main.add(own_ideas(request, view));
  main.add(digest_choice(request, view));
  main.add(
      R"(<p class="govuk-body ts-screen-only"><a class="govuk-link" href="{}">How far everybody’s ideas spread</a></p>)",
      ideas_url(request, "stages"));
  return look::layout(signin::page_of(request, "Ideas that work", std::move(main)));
}

}  // namespace touchstone::good_practice
