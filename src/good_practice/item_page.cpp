#include "good_practice/item_page.h"

#include <fmt/format.h>

#include "good_practice/address_parts.h"
#include "good_practice/form_parts.h"
#include "good_practice/item_parts.h"
#include "good_practice/taken_off_pages.h"
#include "good_practice/withdrawal_pages.h"
#include "look/inset_text.h"
#include "look/layout.h"
#include "look/summary_list.h"
#include "look/tag.h"
#include "platform/text.h"
#include "signin/signin.h"

namespace touchstone::good_practice {
namespace {

Html standing_tag(const SeenPractice& seen) {
  const auto state = seen.practice().state;
  if (state == State::not_good_practice)
    return look::tag({.text = "Not taken", .classes = "govuk-tag--grey"});
  if (state == State::merged)
    return look::tag({.text = "Put together", .classes = "govuk-tag--grey"});
  if (state == State::withdrawn)
    return look::tag({.text = "Withdrawn", .classes = "govuk-tag--grey"});
  return look::tag({.text = in_words(stage_of(seen.track())),
                    .classes = seen.is_listed() ? "govuk-tag--green" : "govuk-tag--yellow"});
}

Html item_tags(const SeenPractice& seen) {
  const auto& practice = seen.practice();
  Html tags = standing_tag(seen);
  if (practice.stand_out)
    tags.add(" {}", look::tag({.text = "Grade 1", .classes = "govuk-tag--purple"}));
  if (practice.is_public && seen.is_listed())
    tags.add(" {}", look::tag({.text = "In the public feed", .classes = "govuk-tag--grey"}));
  return html(R"(<p class="govuk-body">{}</p>)", tags);
}

// The reason of the last decision, for its finder and the validators.
std::string last_reason(const ItemView& view) {
  return view.decisions.empty() ? std::string() : view.decisions.back().reason;
}

std::string_view what_follows_sending_back(const ItemShown& shown) {
  if (shown.seen.practice().door)
    return "Whoever sent it by a partner’s address has no account and is told nothing here: tell "
           "them yourself.";
  if (shown.seen.is_finder()) return "You can change it and send it again.";
  return "Its finder can change it and send it again.";
}

std::string state_in_words(const ItemShown& shown) {
  const auto& practice = shown.seen.practice();
  switch (practice.state) {
    case State::waiting:
      return fmt::format(
          "This waits for the quality team {}. Until they agree only {}, and the quality team see "
          "it.",
          waiting_in_words(practice, shown.request.visitor.today),
          shown.seen.is_finder() ? "you, one colleague whom you show it to"
                                 : "its finder, one colleague whom they show it to");
    case State::returned:
      return "The quality team sent this back: “" + last_reason(shown.view) + "” " +
             std::string(what_follows_sending_back(shown));
    case State::not_good_practice:
      return "The quality team did not take this as good practice: “" + last_reason(shown.view) +
             "”";
    case State::merged:
      return "The quality team put this together with another.";
    case State::withdrawn:
      return withdrawn_in_words(practice, shown.request.visitor.zone);
    case State::valid:
      break;
  }
  return shown.seen.is_listed()
             ? std::string()
             : "The quality team agreed. It comes onto the list once it is shared.";
}

Html item_state(const ItemShown& shown) {
  const auto words = state_in_words(shown);
  if (words.empty()) return {};
  if (!shown.view.merged_into) return look::inset_text({.text = words});
  return look::inset_text({.text = html(R"({} <a class="govuk-link" href="{}">{}</a>)", words,
                                        practice_url(shown.request, shown.view.merged_into->id),
                                        shown.view.merged_into->title)});
}

Html item_links(const Practice& practice) {
  Html list;
  for (const auto& link : links_of(practice))
    if (const auto to = Url::outside(link))
      list.add(R"(<li><a class="govuk-link" href="{}" rel="noreferrer nofollow">{}</a></li>)", *to,
               link);
  return list.empty() ? Html() : html(R"(<ul class="govuk-list">{}</ul>)", list);
}

// The record where it was described first, as a link where it is an address.
look::Content found_in(const Practice& practice) {
  const auto to = Url::outside(practice.found_in);
  if (!to) return practice.found_in;
  return html(R"(<a class="govuk-link" href="{}" rel="noreferrer nofollow">{}</a>)", *to,
              practice.found_in);
}

Html item_facts(const ItemShown& shown) {
  const auto& practice = shown.seen.practice();
  look::SummaryList list;
  const auto add = [&](const char* key, const look::Content& value) {
    if (!value.empty()) list.rows.push_back({.key = {.text = key}, .value = {.text = value}});
  };
  add("Where", practice.place);
  add("Theme", shown.view.theme);
  add("Subject", practice.subject);
  add("Noticed in", in_words(practice.source));
  if (shown.seen.viewer().validator() || shown.seen.is_finder()) {
    add("Written down in", found_in(practice));
    add("Agreed to be recorded", practice.consent);
  }
  add("Found by", shown.view.found_by);
  add("Recorded in", in_meeting(shown, practice.meeting));
  add("Links", item_links(practice));
  return look::summary_list(list);
}

Html item_files(const ItemShown& shown) {
  Html files;
  for (const auto& piece : shown.view.files)
    files.add(evidence::show_file(
        *piece.file, file_url(shown.request, shown.seen.practice().id, piece.id), piece.title));
  return files.empty() ? files : html(R"(<div id="files">{}</div>)", files);
}

Html what_it_is(const ItemShown& shown) {
  const auto& practice = shown.seen.practice();
  return html(
      R"(<h2 class="govuk-heading-m">What was done</h2><p class="govuk-body app-note">{}</p>)"
      R"(<h2 class="govuk-heading-m">What changed for learners</h2>)"
      R"(<p class="govuk-body app-note">{}</p>{})",
      practice.did, practice.changed, html("{}{}", item_files(shown), item_facts(shown)));
}

}  // namespace

std::string tried_in_words(const Track& track) {
  if (track.trials == 0) return {};
  if (track.reports == 0)
    return counted(track.trials, "colleague tries it", "colleagues try it") + ".";
  auto tried = track.reports == track.trials
                   ? counted(track.trials, "colleague tried it", "colleagues tried it")
                   : fmt::format("{}; {} said how it went",
                                 counted(track.trials, "colleague tries it", "colleagues try it"),
                                 track.reports);
  // Who says nothing of it has not said no.
  if (track.would_again > 0)
    tried += fmt::format("{} {} would do it again", track.reports == track.trials ? ";" : ",",
                         track.would_again);
  return tried + ".";
}

Html item_page(sql::Read& read, const http::Request& request, const SeenPractice& seen,
               const ItemView& view, const RefusedForm& refused) {
  const ItemShown shown{read, request, seen, view, refused};
  const auto& title = seen.practice().title;
  Html main = html(R"(<h1 class="govuk-heading-l">{}</h1>{}<p class="govuk-body app-quiet">{}</p>)",
                   title, item_tags(seen), view.found_by.empty() ? view.by : "Done by " + view.by);
  main.add(item_state(shown));
  main.add(what_it_is(shown));
  main.add(decision_form(shown));
  main.add(files_to_take_off(shown)).add(sender_form(shown));
  main.add(item_ties(shown));
  main.add(item_family(shown));
  main.add(item_trials(shown));
  main.add(item_questions(shown));
  main.add(item_impacts(shown));
  main.add(item_sharings(shown));
  main.add(item_decisions(shown)).add(item_taken_in(shown));
  main.add(own_actions(shown));
  auto page = signin::page_of(request, title, std::move(main));
  page.complaints = tied_to(refused.form, refused.complaints);
  page.back = ideas_url(request);
  return look::layout(page);
}

}  // namespace touchstone::good_practice
