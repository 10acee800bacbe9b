#include "good_practice/practice.h"

#include <fmt/format.h>

#include <algorithm>

#include "platform/text.h"
#include "platform/web_address.h"

namespace touchstone::good_practice {
namespace {

constexpr std::size_t longest_title = 90;

struct NamedSource {
  Source source;
  std::string_view text;
  std::string_view words;
};
constexpr std::array source_names{
    NamedSource{Source::own_teaching, "own_teaching", "My own teaching"},
    NamedSource{Source::observation, "observation", "An observation of teaching"},
    NamedSource{Source::class_visit, "class_visit", "A class visit"},
    NamedSource{Source::audit, "audit", "An audit (RARPA or another)"},
    NamedSource{Source::manager, "manager", "A manager of a partner told us"},
    NamedSource{Source::elsewhere, "elsewhere", "Somewhere else"}};
static_assert(source_names.size() == every_source.size());

struct NamedState {
  State state;
  std::string_view text;
};
constexpr std::array state_names{NamedState{State::waiting, "waiting"},
                                 NamedState{State::returned, "returned"},
                                 NamedState{State::valid, "valid"},
                                 NamedState{State::not_good_practice, "not_good_practice"},
                                 NamedState{State::merged, "merged"},
                                 NamedState{State::withdrawn, "withdrawn"}};

void check_length(Complaints& complaints, const char* field, std::string_view label,
                  std::string_view text, std::size_t at_most) {
  if (characters(text) > at_most)
    complaints.add(field, fmt::format("“{}” can have at most {} characters.", label, at_most));
}

}  // namespace

std::string_view to_text(Source source) {
  return std::ranges::find(source_names, source, &NamedSource::source)->text;
}
std::optional<Source> source_from_text(std::string_view text) {
  const auto* found = std::ranges::find(source_names, text, &NamedSource::text);
  return found == source_names.end() ? std::nullopt : std::optional(found->source);
}
std::string_view in_words(Source source) {
  return std::ranges::find(source_names, source, &NamedSource::source)->words;
}

std::string_view to_text(State state) {
  return std::ranges::find(state_names, state, &NamedState::state)->text;
}
std::optional<State> state_from_text(std::string_view text) {
  const auto* found = std::ranges::find(state_names, text, &NamedState::text);
  return found == state_names.end() ? std::nullopt : std::optional(found->state);
}

Complaints complaints_about(const Practice& practice) {
  Complaints complaints;
  if (practice.did.empty()) complaints.add("did", "Say what you did. A sentence or two will do.");
  if (practice.changed.empty())
    complaints.add("changed", "Say what changed for learners. A sentence will do.");
  if (practice.place.empty())
    complaints.add("place", "Say where: the course, the group or the venue.");
  check_length(complaints, "did", "What you did", practice.did, longest_text);
  check_length(complaints, "changed", "What changed for learners", practice.changed, longest_text);
  check_length(complaints, "place", "Where", practice.place, longest_line);
  check_length(complaints, "title", "The title", practice.title, longest_line);
  check_length(complaints, "subject", "The subject", practice.subject, longest_line);
  check_length(complaints, "found_in", "Where it is written down", practice.found_in, longest_line);
  check_length(complaints, "consent", "What they agreed to", practice.consent, longest_line);
  check_length(complaints, "sent_by", "Who sent it", practice.sent_by, longest_sender);
  check_length(complaints, "links", "The links", practice.links, longest_links);
  if (links_of(practice).size() > most_links)
    complaints.add("links", fmt::format("Give at most {} links.", most_links));
  return complaints;
}

std::optional<Id<people::Person>> owner_of(const Practice& practice) {
  return practice.tutor ? practice.tutor : practice.finder;
}

std::optional<Practice> with_more(Practice earlier, const Practice& sent) {
  if (earlier.consent.empty()) earlier.consent = sent.consent;
  if (!sent.consent.empty() && sent.consent != earlier.consent) return std::nullopt;
  auto links = links_of(earlier);
  for (const auto& link : links_of(sent)) {
    if (std::ranges::find(links, link) != links.end()) continue;
    links.push_back(link);
    earlier.links += (earlier.links.empty() ? "" : "\n") + link;
  }
  earlier.stand_out = earlier.stand_out || sent.stand_out;
  return complaints_about(earlier).empty() ? std::optional(std::move(earlier)) : std::nullopt;
}

std::string title_from(std::string_view did) {
  auto first = trimmed(did.substr(0, did.find('\n')));
  for (const std::string_view end : {". ", "! ", "? "}) first = first.substr(0, first.find(end));
  if (first.ends_with('.')) first.remove_suffix(1);
  const auto fits = first_characters(first, longest_title - 1);
  if (characters(first.substr(fits.size())) <= 1) return std::string(first);
  // At the end of a word, unless it is a word without an end.
  const auto end = first[fits.size()] == ' ' ? fits.size() : fits.rfind(' ');
  const auto words = trimmed(fits.substr(0, end));
  return std::string(words.empty() ? fits : words) + "…";
}

std::vector<std::string> links_of(const Practice& practice) {
  std::vector<std::string> links;
  for (const auto line : split(practice.links, '\n'))
    if (const auto link = trimmed(line); !link.empty()) links.emplace_back(link);
  return links;
}

std::string links_with_schemes(std::string_view typed) {
  std::string links;
  for (const auto line : split(typed, '\n'))
    links.append(links.empty() ? "" : "\n").append(with_its_scheme(trimmed(line)));
  return links;
}

std::string waiting_in_words(const Practice& practice, Date today) {
  const auto days = days_between(practice.waiting_since, today);
  if (days <= 0) return "since today";
  return fmt::format("since {} ({})", to_words(practice.waiting_since),
                     counted(days, "day", "days"));
}

bool may_change(const Practice& practice) {
  return practice.state == State::waiting || practice.state == State::returned;
}

}  // namespace touchstone::good_practice
