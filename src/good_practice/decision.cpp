#include "good_practice/decision.h"

#include <fmt/format.h>

#include <algorithm>

#include "platform/text.h"

namespace touchstone::good_practice {
namespace {

struct NamedVerdict {
  Verdict verdict;
  std::string_view text;
  std::string_view words;
  State after;
};
constexpr std::array verdict_names{
    NamedVerdict{Verdict::agree, "agree", "Validated", State::valid},
    NamedVerdict{Verdict::send_back, "send_back", "Sent back with reasons", State::returned},
    NamedVerdict{Verdict::not_good_practice, "not_good_practice", "Not taken as good practice",
                 State::not_good_practice},
    NamedVerdict{Verdict::merge, "merge", "Put together with another", State::merged}};
static_assert(verdict_names.size() == every_verdict.size());

const NamedVerdict& about(Verdict verdict) {
  return *std::ranges::find(verdict_names, verdict, &NamedVerdict::verdict);
}

}  // namespace

std::string_view to_text(Verdict verdict) {
  return about(verdict).text;
}
std::optional<Verdict> verdict_from_text(std::string_view text) {
  const auto* found = std::ranges::find(verdict_names, text, &NamedVerdict::text);
  return found == verdict_names.end() ? std::nullopt : std::optional(found->verdict);
}
std::string_view in_words(Verdict verdict) {
  return about(verdict).words;
}
State state_after(Verdict verdict) {
  return about(verdict).after;
}

namespace {

std::string too_long(std::string_view label, std::size_t at_most) {
  return fmt::format("“{}” can have at most {} characters.", label, at_most);
}

}  // namespace

Complaints complaints_about(const Decision& decision) {
  Complaints complaints;
  const bool needs_reason =
      decision.verdict == Verdict::send_back || decision.verdict == Verdict::not_good_practice;
  if (needs_reason && decision.reason.empty())
    complaints.add("reason", "Say why, and what would help. Its finder reads this.");
  if (characters(decision.reason) > longest_text)
    complaints.add("reason", too_long("The reason", longest_text));
  if (characters(decision.moderation) > longest_line)
    complaints.add("moderation", too_long("The moderation", longest_line));
  if (decision.verdict == Verdict::merge && !decision.into)
    complaints.add("into", "Choose the one that it is put together with.");
  return complaints;
}

Complaints complaints_about(const Meeting& meeting) {
  Complaints complaints;
  if (meeting.people.empty()) complaints.add("people", "Name who was there.");
  if (characters(meeting.people) > longest_text)
    complaints.add("people", too_long("Who was there", longest_text));
  if (characters(meeting.notes) > 4 * longest_text)
    complaints.add("notes", too_long("The notes", 4 * longest_text));
  return complaints;
}

Complaints clash_of(const Meeting& kept, const Meeting& typed) {
  Complaints clash;
  if (kept.held_on != typed.held_on) clash.add("held_on", reads_elsewhere(to_words(kept.held_on)));
  if (kept.people != typed.people) clash.add("people", reads_elsewhere(kept.people));
  if (kept.notes != typed.notes) clash.add("notes", reads_elsewhere(kept.notes));
  return clash;
}

}  // namespace touchstone::good_practice
