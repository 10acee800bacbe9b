#include <fmt/format.h>

#include "good_practice/address_parts.h"
#include "good_practice/form_parts.h"
#include "good_practice/item_parts.h"
#include "good_practice/theme_view.h"
#include "look/button.h"
#include "look/details.h"
#include "look/form.h"
#include "platform/text.h"

// The part of item_parts.h that is about what comes after validation.
namespace touchstone::good_practice {
namespace {

std::string_view channel_words(const Sharing& sharing) {
  const auto* channel = channel_of(sharing.channel);
  return channel ? channel->words : std::string_view("Passed on");
}

bool is_through_managers(const Sharing& sharing) {
  const auto* channel = channel_of(sharing.channel);
  return channel != nullptr && channel->through_managers;
}

std::vector<look::SelectItem> channel_items() {
  std::vector<look::SelectItem> items{{.text = "Choose how", .value = ""}};
  for (const auto& channel : every_channel)
    items.push_back({.text = std::string(channel.words) +
                             (channel.through_managers ? " (they pass it on)" : ""),
                     .value = std::string(channel.key)});
  return items;
}

Html sharing_fields(const ItemShown& shown, const FormParts& form) {
  const auto today = to_iso(shown.request.visitor.today);
  Html fields = form.line("audience", "With whom", {}, "Such as: all tutors of Hedgerow Learning.");
  fields.add(form.day("shared_on", "When", today));
  fields.add(minuted(shown));
  return fields;
}

// What a manager passed on stands below what they heard.
Html one_sharing(const ItemShown& shown, const Sharing& sharing) {
  Html out =
      html(R"(<li class="app-comment"><p class="govuk-body-s"><strong>{}</strong>: {}, {}. {}</p>)",
           channel_words(sharing), sharing.audience, to_words(sharing.shared_on),
           in_meeting(shown, sharing.meeting));
  Html onward;
  for (const auto& other : shown.view.sharings)
    if (other.onward_of == sharing.id)
      onward.add("<li>Passed on to {}, {}</li>", other.audience, to_words(other.shared_on));
  if (!onward.empty())
    out.add(R"(<ul class="govuk-list govuk-list--bullet govuk-body-s">{}</ul>)", onward);
  if (shown.seen.viewer().validator() && is_through_managers(sharing)) {
    const auto name = "onward-" + to_text(sharing.id);
    const FormParts form(name, shown.request, shown.complaints(name));
    auto fields = sharing_fields(shown, form);
    fields.add(R"(<input type="hidden" name="onward_of" value="{}">)", to_text(sharing.id));
    fields.add(look::button({.text = "Note it down", .classes = "govuk-button--secondary"}));
    out.add(look::details(
        {.summary = "They passed it on",
         .text =
             look::form(shown.request,
                        practice_url(shown.request, shown.seen.practice().id, "sharings"), fields),
         .open = form.was_refused()}));
  }
  return out.add("</li>");
}

Html sharing_form(const ItemShown& shown) {
  const FormParts form("sharing", shown.request, shown.complaints("sharing"));
  const auto id = shown.seen.practice().id;
  Html fields = form.choose("channel", "How it was shared", channel_items());
  fields.add(sharing_fields(shown, form));
  fields.add(look::button({.text = "Note it down", .classes = "govuk-button--secondary"}));
  Html out = look::details(
      {.summary = "Note down that it was shared",
       .text = look::form(shown.request, practice_url(shown.request, id, "sharings"), fields),
       .open = form.was_refused()});
  if (shown.seen.is_listed()) {
    const bool is_public = shown.seen.practice().is_public;
    out.add(one_button(shown.request, practice_url(shown.request, id, "publicity"),
                       is_public ? "Take it out of the public feed"
                                 : "Put it into the public feed, without any name",
                       "public", is_public ? "no" : "yes"));
  }
  return out;
}

Html one_trial(const ItemShown& shown, const Trial& trial) {
  Html out = html(
      R"(<li class="app-comment"><p class="govuk-body-s"><strong>{}</strong>, {}, since {}: {}{}.</p>)",
      shown.view.name(trial.person), trial.place, to_words(trial.since), in_words(trial.outcome),
      trial.difference == Difference::small ? ", with a small change" : "");
  if (!trial.report.empty()) out.add(R"(<p class="govuk-body app-note">{}</p>)", trial.report);
  return out.add("</li>");
}

Html trial_form(const ItemShown& shown) {
  if (owner_of(shown.seen.practice()) == shown.seen.viewer().person()) return {};
  const auto* own = shown.view.trial_of(shown.seen.viewer().person());
  if (own != nullptr)
    return html(R"(<p class="govuk-body"><a class="govuk-button" href="{}">{}</a></p>)",
                trial_url(shown.request, own->id),
                own->reported_on ? "Your report" : "You try this: say how it goes");
  const FormParts form("trial", shown.request, shown.complaints("trial"));
  const auto today = shown.request.visitor.today;
  Html fields = form.line("place", "Where", {}, "The course, group or venue.");
  fields.add(form.day("since", "From when", to_iso(today)));
  fields.add(form.day("follow_up_on", "When do you want to look back at it?",
                      to_iso(plus_days(today, 42)),
                      "We remind you then. You may leave this empty."));
  fields.add(look::button({.text = "I’ll try this"}));
  return look::details(
      {.summary = "I’ll try this",
       .text = look::form(shown.request,
                          practice_url(shown.request, shown.seen.practice().id, "trials"), fields),
       .open = form.was_refused(),
       .id = "try"});
}

Html one_question(const ItemShown& shown, const Question& question) {
  const auto& zone = shown.request.visitor.zone;
  const bool is_mine = question.asked_by == shown.seen.viewer().person();
  Html out = html(
      R"(<li class="app-comment"><p class="govuk-body-s"><strong>{}</strong>, {}</p><p class="govuk-body app-note">{}</p>)",
      is_mine ? "You asked " + shown.view.name(question.adviser)
              : shown.view.name(question.asked_by) + " asks you",
      to_words(date_in(question.asked_at, zone)), question.text);
  if (question.answered_at) {
    out.add(
        R"(<p class="govuk-body-s"><strong>{}</strong>, {}</p><p class="govuk-body app-note">{}</p>)",
        shown.view.name(question.adviser), to_words(date_in(*question.answered_at, zone)),
        question.answer);
  } else if (is_mine) {
    out.add(R"(<p class="govuk-body-s">Not answered yet.</p>)");
  } else {
    const auto name = "answer-" + to_text(question.id);
    const FormParts form(name, shown.request, shown.complaints(name));
    out.add(
        look::form(shown.request, question_url(shown.request, question.id),
                   html("{}{}", form.lines("answer", "Your answer", {}, {}, 3),
                        look::button({.text = "Answer", .classes = "govuk-button--secondary"}))));
  }
  return out.add("</li>");
}

Html question_form(const ItemShown& shown) {
  const FormParts form("question", shown.request, shown.complaints("question"));
  std::vector<look::RadiosItem> items;
  for (const auto& adviser : shown.view.advisers)
    if (adviser.id != shown.seen.viewer().person())
      items.push_back({.text = fmt::format(
                           "{} ({})", adviser.name,
                           answer_time(shown.read, shown.seen.viewer().workspace(), adviser.id)),
                       .value = to_text(adviser.id)});
  if (items.empty()) return {};
  const auto first = items.front().value;
  Html fields = form.radios("adviser", "Whom do you want to ask?", std::move(items), first);
  fields.add(form.lines("text", "Your question", {}, "Only the two of you see it.", 3));
  fields.add(look::button({.text = "Ask", .classes = "govuk-button--secondary"}));
  return look::details(
      {.summary = "Ask somebody for support",
       .text =
           look::form(shown.request,
                      practice_url(shown.request, shown.seen.practice().id, "questions"), fields),
       .open = form.was_refused()});
}

Html impact_form(const ItemShown& shown) {
  const FormParts form("impact", shown.request, shown.complaints("impact"));
  std::vector<look::RadiosItem> scales;
  scales.reserve(std::size(every_scale));
  for (const auto scale : every_scale)
    scales.push_back({.text = in_words(scale), .value = std::string(to_text(scale))});
  const auto& practice = shown.seen.practice();
  Html fields = form.lines("changed", "What changed for learners?", {}, {}, 3);
  fields.add(form.radios("scale", "How far?", std::move(scales)));
  fields.add(form.lines("evidence", "How do you know?", {},
                        "Figures, what learners said, what was seen.", 3));
  fields.add(form.line("cpd", "A CPD event that it informs", {}, "You may leave this empty."));
  fields.add(form.choose(
      "theme", "The part of the self-assessment that it is evidence for",
      theme_items(themes_to_choose(shown.read, shown.seen.viewer().workspace(), practice.theme),
                  "None"),
      practice.theme));
  fields.add(minuted(shown));
  fields.add(look::button({.text = "Record this impact", .classes = "govuk-button--secondary"}));
  return look::details(
      {.summary = "Record its impact",
       .text =
           look::form(shown.request, practice_url(shown.request, practice.id, "impacts"), fields),
       .open = form.was_refused()});
}

Html one_impact(const ItemShown& shown, const Impact& impact) {
  const auto theme = theme_title(shown.read, shown.seen.viewer().workspace(), impact.theme);
  Html out = html(
      R"(<li class="app-comment"><p class="govuk-body app-note"><strong>{}.</strong> {}</p><p class="govuk-body-s app-note">How we know: {}</p>)",
      in_words(impact.scale), impact.changed, impact.evidence);
  if (!impact.cpd.empty()) out.add(R"(<p class="govuk-body-s">Informs: {}</p>)", impact.cpd);
  if (!theme.empty()) out.add(R"(<p class="govuk-body-s">Evidence for: {}</p>)", theme);
  return out.add(R"(<p class="govuk-body-s">{}, {}. {}</p></li>)", shown.view.name(impact.made_by),
                 to_words(impact.made_on), in_meeting(shown, impact.meeting));
}

}  // namespace

Html item_sharings(const ItemShown& shown) {
  if (shown.seen.practice().state != State::valid) return {};
  Html list;
  for (const auto& sharing : shown.view.sharings)
    if (!sharing.onward_of) list.add(one_sharing(shown, sharing));
  Html out = html(R"(<h2 class="govuk-heading-m" id="sharings">How it was shared</h2>)");
  if (list.empty())
    out.add(R"(<p class="govuk-body">It was not shared yet.</p>)");
  else
    out.add(R"(<ul class="govuk-list">{}</ul>)", list);
  if (shown.seen.viewer().validator()) out.add(sharing_form(shown));
  return out;
}

Html item_trials(const ItemShown& shown) {
  if (!shown.seen.is_listed()) return {};
  Html out = html(R"(<h2 class="govuk-heading-m" id="trials">Who tried it</h2>)");
  const auto words = tried_in_words(shown.seen.track());
  out.add(R"(<p class="govuk-body">{}</p>)", words.empty() ? "Nobody has tried it yet." : words);
  Html list;
  for (const auto& trial : shown.view.trials) list.add(one_trial(shown, trial));
  if (!list.empty()) out.add(R"(<ul class="govuk-list">{}</ul>)", list);
  return out.add(trial_form(shown));
}

Html item_questions(const ItemShown& shown) {
  if (!shown.seen.is_listed()) return {};
  Html list;
  for (const auto& question : shown.view.questions) list.add(one_question(shown, question));
  Html out;
  if (!list.empty())
    out.add(
        R"(<h2 class="govuk-heading-m" id="questions">Questions</h2><ul class="govuk-list">{}</ul>)",
        list);
  return out.add(question_form(shown));
}

Html item_impacts(const ItemShown& shown) {
  if (shown.seen.practice().state != State::valid) return {};
  Html list;
  for (const auto& impact : shown.view.impacts) list.add(one_impact(shown, impact));
  const bool validates = shown.seen.viewer().validator() != nullptr;
  if (list.empty() && !validates) return {};
  Html out = html(R"(<h2 class="{}" id="impacts">Impact</h2>)",
                  list.empty() ? "govuk-heading-m ts-screen-only" : "govuk-heading-m");
  if (!list.empty()) out.add(R"(<ul class="govuk-list">{}</ul>)", list);
  if (validates) out.add(impact_form(shown));
  return out;
}

}  // namespace touchstone::good_practice
