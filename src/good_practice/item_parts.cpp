#include "good_practice/item_parts.h"

#include <fmt/format.h>

#include "good_practice/address_parts.h"
#include "good_practice/decision_store.h"
#include "good_practice/door_store.h"
#include "good_practice/form_parts.h"
#include "good_practice/record_form.h"
#include "good_practice/withdrawal_pages.h"
#include "look/button.h"
#include "look/details.h"
#include "look/form.h"
#include "platform/text.h"

namespace touchstone::good_practice {
namespace {

// The reason of the last one stands above already, where it says how the item stands.
bool says_its_reason_above(const ItemShown& shown, const Decision& decision) {
  const auto state = shown.seen.practice().state;
  return &decision == &shown.view.decisions.back() &&
         (state == State::returned || state == State::not_good_practice);
}

Html one_decision(const ItemShown& shown, const Decision& decision) {
  Html out = html(
      R"(<li class="app-comment"><p class="govuk-body-s"><strong>{}</strong> by {}, {}. )",
      in_words(decision.verdict), shown.view.name(decision.made_by), to_words(decision.made_on));
  out.add("{}</p>", in_meeting(shown, decision.meeting));
  if (decision.undone_at)
    out.add(R"(<p class="govuk-body-s">Taken apart again by {}, {}.</p>)",
            shown.view.name(*decision.undone_by),
            to_words(date_in(*decision.undone_at, shown.request.visitor.zone)));
  if (!decision.moderation.empty())
    out.add(R"(<p class="govuk-body-s">The moderation it rests on: {}</p>)", decision.moderation);
  if (!decision.reason.empty() && !says_its_reason_above(shown, decision))
    out.add(R"(<p class="govuk-body app-note">{}</p>)", decision.reason);
  return out.add("</li>");
}

std::vector<look::SelectItem> other_items(const ItemShown& shown) {
  std::vector<look::SelectItem> items{{.text = "Choose one", .value = ""}};
  for (const auto& other : shown.view.others)
    items.push_back({.text = other.title + (is_listed(other) ? "" : " (not on the list)"),
                     .value = to_text(other.id)});
  return items;
}

Html asked_when_agreed(const ItemShown& shown, const FormParts& form) {
  Html out = form.line("title", "A title for the list", shown.seen.practice().title);
  out.add(form.line("moderation", "A moderation that settles it already", {},
                    "Such as: observation moderated on 14 January. Nothing more is needed then."));
  return out.add(form.tick("share", "Put it on the list for everybody now", true));
}

// Each with what is asked only when it is chosen; without scripting all of it stands there.
std::vector<look::RadiosItem> verdict_items(const ItemShown& shown, const FormParts& form) {
  std::vector<look::RadiosItem> items{
      {.text = "It is good practice",
       .value = std::string(to_text(Verdict::agree)),
       .conditional = asked_when_agreed(shown, form)},
      {.text = "Send it back, with reasons",
       .value = std::string(to_text(Verdict::send_back)),
       .hint = {.text = shown.seen.practice().door
                            ? "It came by a partner’s address: its sender has no account and hears "
                              "of it from you only."
                            : ""}},
      {.text = "It is not good practice",
       .value = std::string(to_text(Verdict::not_good_practice))}};
  if (!shown.view.others.empty())
    items.push_back({.text = "It is the same as another",
                     .value = std::string(to_text(Verdict::merge)),
                     .conditional = form.choose("into", "As which?", other_items(shown))});
  return items;
}

// Their own is decided about by somebody else; they are told so instead of a form.
Html not_by_its_owner() {
  return html(R"(<p class="govuk-body" id="not-your-own">This is your own practice, or was )"
              R"(recorded as yours, so somebody else of the quality team decides about it.</p>)");
}

Html family_list(const ItemShown& shown, std::size_t& next, int depth) {
  const auto& family = shown.view.family;
  Html items;
  while (next < family.size() && family[next].depth == depth) {
    const auto& one = family[next++];
    const bool here = one.id == shown.seen.practice().id;
    items.add("<li>");
    if (here)
      items.add(R"(<strong aria-current="page">{}</strong>)", one.title);
    else
      items.add(R"(<a class="govuk-link" href="{}">{}</a>)", practice_url(shown.request, one.id),
                one.title);
    if (next < family.size() && family[next].depth > depth)
      items.add(family_list(shown, next, depth + 1));
    items.add("</li>");
  }
  return html(R"(<ul class="govuk-list govuk-list--bullet">{}</ul>)", items);
}

Html colleague_form(const ItemShown& shown) {
  const FormParts form("colleague", shown.request, shown.complaints("colleague"));
  const auto id = shown.seen.practice().id;
  if (!shown.view.shown_to.empty())
    return html(R"(<p class="govuk-body">You show this to {}.</p>{})",
                shown.view.name(shown.view.shown_to.front().audience),
                one_button(shown.request, practice_url(shown.request, id, "colleague-removal"),
                           "Stop showing it"));
  return look::details(
      {.summary = "Show it to one colleague now",
       .text = look::form(
           shown.request, practice_url(shown.request, id, "colleague"),
           html("{}{}",
                form.line("email", "Their email address", {},
                          "They can read it, and nothing else. You can stop it at any time."),
                look::button({.text = "Show it", .classes = "govuk-button--secondary"}))),
       .open = form.was_refused()});
}

bool is_in_use(State state) {
  return state != State::merged && state != State::withdrawn;
}

// Of what was not taken nothing is shown to anybody; what was agreed to can still be taken back.
bool may_be_named(const Practice& practice) {
  return is_in_use(practice.state) &&
         (practice.state != State::not_good_practice || practice.named_at);
}

Html naming_form(const ItemShown& shown) {
  const auto& practice = shown.seen.practice();
  const bool named = practice.named_at.has_value();
  return html(R"(<p class="govuk-body">{}</p>{})",
              named ? "Your name is shown with it outside of your team, as you agreed."
                    : "Outside of your team it says “A colleague”, not your name.",
              one_button(shown.request, practice_url(shown.request, practice.id, "naming"),
                         named ? "Do not show my name outside of my team"
                               : "Show my name to everybody here",
                         "named", named ? "no" : "yes"));
}

}  // namespace

Html in_meeting(const ItemShown& shown, const std::optional<Id<Meeting>>& meeting) {
  if (!meeting || !shown.view.meetings.contains(*meeting)) return {};
  const auto& held = shown.view.meetings.at(*meeting);
  const auto words = "The Quality Team meeting of " + to_words(held.held_on);
  if (shown.seen.viewer().validator() == nullptr) return html("{}", words);
  return html(R"(<a class="govuk-link" href="{}">{}</a> ({}))", meeting_url(shown.request, held.id),
              words, held.people);
}

Html minuted(const ItemShown& shown) {
  auto typed = shown.request.query.text("meeting");
  if (typed.empty()) typed = shown.request.fields.text("meeting");
  const auto found = meeting_from(shown.read, shown.seen.viewer().workspace(), typed);
  if (!found) return {};
  const auto held = meeting(shown.read, shown.seen.viewer().workspace(), *found);
  return html(
      R"(<input type="hidden" name="meeting" value="{}"><p class="govuk-hint">This goes into the )"
      R"(minutes of the Quality Team meeting of {}.</p>)",
      to_text(*found), to_words(held->held_on));
}

Html item_decisions(const ItemShown& shown) {
  if (shown.view.decisions.empty()) return {};
  Html list;
  for (const auto& decision : shown.view.decisions) list.add(one_decision(shown, decision));
  return html(R"(<h2 class="govuk-heading-m" id="decisions">What the quality team decided</h2>)"
              R"(<ul class="govuk-list">{}</ul>)",
              list);
}

// The way back to what was put together with it, for those who may take it apart.
Html item_taken_in(const ItemShown& shown) {
  if (shown.view.taken_in.empty()) return {};
  Html links;
  for (const auto& one : shown.view.taken_in)
    links.add(R"(<li><a class="govuk-link" href="{}">{}</a></li>)",
              practice_url(shown.request, one.id), one.title);
  return html(
      R"(<h2 class="govuk-heading-m" id="taken-in">Put together with this one</h2>)"
      R"(<p class="govuk-body">Open one to take it apart again.</p><ul class="govuk-list">{}</ul>)",
      links);
}

Html decision_form(const ItemShown& shown) {
  const auto& practice = shown.seen.practice();
  const auto* keeper = shown.seen.viewer().validator();
  if (keeper == nullptr || practice.state == State::withdrawn) return {};
  if (!Decider::of(shown.read, *keeper, practice.id)) return not_by_its_owner();
  if (practice.state == State::merged)
    return one_button(shown.request, practice_url(shown.request, practice.id, "separation"),
                      "Take them apart again");
  const FormParts form("validation", shown.request, shown.complaints("validation"));
  Html fields = form.radios("decision", "What do you decide?", verdict_items(shown, form));
  fields.add(form.lines("reason", "Why, in words that its finder reads", {},
                        "You may leave this empty when you agree.", 3));
  fields.add(minuted(shown));
  fields.add(R"(<input type="hidden" name="version" value="{}">)", practice.version);
  fields.add(look::button({.text = "Decide"}));
  return look::details(
      {.summary = practice.state == State::waiting ? "Decide about it" : "Decide about it again",
       .text = look::form(shown.request, practice_url(shown.request, practice.id, "validation"),
                          fields),
       .open = practice.state == State::waiting || form.was_refused(),
       .id = "decide"});
}

Html sender_form(const ItemShown& shown) {
  const auto& practice = shown.seen.practice();
  const auto* keeper = shown.seen.viewer().validator();
  if (practice.finder || keeper == nullptr || !Decider::of(shown.read, *keeper, practice.id))
    return {};
  const auto nameless = sender_without_name(shown.read, shown.seen.viewer().workspace(), practice);
  if (practice.sent_by == nameless) return {};
  return one_button(shown.request, practice_url(shown.request, practice.id, "sender-removal"),
                    "Forget the name of who sent it");
}

Html item_family(const ItemShown& shown) {
  if (shown.view.family.empty()) return {};
  std::size_t next = 0;
  return html(
      R"(<h2 class="govuk-heading-m" id="family">Where it came from, and what came of it</h2>{})",
      family_list(shown, next, 0));
}

Html own_actions(const ItemShown& shown) {
  const auto& practice = shown.seen.practice();
  Html out;
  if (shown.seen.is_finder() && may_change(practice))
    out.add(R"(<p class="govuk-body"><a class="govuk-link" href="{}">Change it</a></p>{})",
            practice_url(shown.request, practice.id, "form"), colleague_form(shown));
  if (shown.seen.is_finder()) out.add(withdrawal_form(shown));
  if (owner_of(practice) == shown.seen.viewer().person() && may_be_named(practice))
    out.add(naming_form(shown));
  if (out.empty()) return out;
  return html(R"(<h2 class="govuk-heading-m" id="yours">This is yours</h2>{})", out);
}

}  // namespace touchstone::good_practice
