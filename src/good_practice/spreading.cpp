#include "good_practice/spreading.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "platform/text.h"

namespace touchstone::good_practice {
namespace {

template <class Value>
struct Named {
  Value value;
  std::string_view text;
  std::string_view words;
};

constexpr std::array outcome_names{
    Named<Outcome>{Outcome::none_yet, "", "No report yet"},
    Named<Outcome>{Outcome::better, "better", "It helped"},
    Named<Outcome>{Outcome::no_difference, "no_difference", "Tried it, no difference here"},
    Named<Outcome>{Outcome::stopped, "stopped", "Stopped before it could help"}};
constexpr std::array again_names{Named<Again>{Again::not_said, "", ""},
                                 Named<Again>{Again::yes, "yes", "Yes"},
                                 Named<Again>{Again::no, "no", "No"},
                                 Named<Again>{Again::too_early, "too_early", "Too early to say"}};
constexpr std::array difference_names{
    Named<Difference>{Difference::not_said, "", ""},
    Named<Difference>{Difference::none, "none", "Done as described"},
    Named<Difference>{Difference::small, "small", "With a small change"},
    Named<Difference>{Difference::own_version, "own_version",
                      "Differently: worth sharing as its own version"}};
constexpr std::array scale_names{
    Named<Scale>{Scale::one_group, "one_group", "One group of learners"},
    Named<Scale>{Scale::several_groups, "several_groups", "Several groups"},
    Named<Scale>{Scale::team, "team", "A whole team"},
    Named<Scale>{Scale::everywhere, "everywhere", "The whole organisation"}};
constexpr std::array stage_names{Named<Stage>{Stage::recorded, "recorded", "Found"},
                                 Named<Stage>{Stage::validated, "validated", "Validated"},
                                 Named<Stage>{Stage::shared, "shared", "Shared"},
                                 Named<Stage>{Stage::tried, "tried", "Tried by others"},
                                 Named<Stage>{Stage::reported, "reported", "Reported back"},
                                 Named<Stage>{Stage::impact, "impact", "Impact proven"}};

template <class Names, class Value>
const auto& named(const Names& names, Value value) {
  return *std::ranges::find(names, value, &Named<Value>::value);
}
template <class Value, class Names>
std::optional<Value> value_named(const Names& names, std::string_view text) {
  const auto found = std::ranges::find(names, text, &Named<Value>::text);
  return found == names.end() ? std::nullopt : std::optional(found->value);
}

constexpr int furthest = 5 * 366;  // days

void check_long(Complaints& complaints, const char* field, std::string_view label,
                std::string_view text, std::size_t at_most) {
  if (characters(text) > at_most)
    complaints.add(field, fmt::format("“{}” can have at most {} characters.", label, at_most));
}

}  // namespace

std::string_view to_text(Again again) {
  return named(again_names, again).text;
}
std::optional<Again> again_from_text(std::string_view text) {
  return value_named<Again>(again_names, text);
}
std::string_view in_words(Again again) {
  return named(again_names, again).words;
}
std::string_view to_text(Outcome outcome) {
  return named(outcome_names, outcome).text;
}
std::optional<Outcome> outcome_from_text(std::string_view text) {
  return value_named<Outcome>(outcome_names, text);
}
std::string_view in_words(Outcome outcome) {
  return named(outcome_names, outcome).words;
}
std::string_view to_text(Difference difference) {
  return named(difference_names, difference).text;
}
std::optional<Difference> difference_from_text(std::string_view text) {
  return value_named<Difference>(difference_names, text);
}
std::string_view in_words(Difference difference) {
  return named(difference_names, difference).words;
}
std::string_view to_text(Scale scale) {
  return named(scale_names, scale).text;
}
std::optional<Scale> scale_from_text(std::string_view text) {
  return value_named<Scale>(scale_names, text);
}
std::string_view in_words(Scale scale) {
  return named(scale_names, scale).words;
}
std::string_view to_text(Stage stage) {
  return named(stage_names, stage).text;
}
std::string_view in_words(Stage stage) {
  return named(stage_names, stage).words;
}

const Channel* channel_of(std::string_view key) {
  const auto* found = std::ranges::find(every_channel, key, &Channel::key);
  return found == every_channel.end() ? nullptr : found;
}

Complaints complaints_about(const Sharing& sharing, Date today) {
  Complaints complaints;
  if (!sharing.onward_of && !channel_of(sharing.channel))
    complaints.add("channel", "Choose how it was shared.");
  if (sharing.audience.empty()) complaints.add("audience", "Say with whom, such as “All tutors”.");
  check_long(complaints, "audience", "With whom", sharing.audience, longest_line);
  if (days_between(today, sharing.shared_on) > 0)
    complaints.add("shared_on", "This is a day to come. Note it down when it was shared.");
  if (days_between(sharing.shared_on, today) > furthest)
    complaints.add("shared_on", "Check the year: this day is more than five years ago.");
  return complaints;
}

Complaints complaints_about(const Trial& trial, Date today) {
  Complaints complaints;
  if (trial.place.empty()) complaints.add("place", "Say where you try it: the course or group.");
  check_long(complaints, "place", "Where", trial.place, longest_line);
  if (std::abs(days_between(today, trial.since)) > furthest)
    complaints.add("since", "Check the year: this day is more than five years from today.");
  if (trial.follow_up_on && days_between(trial.since, *trial.follow_up_on) < 0)
    complaints.add("follow_up_on", "Choose a day after you begin.");
  if (trial.follow_up_on && days_between(today, *trial.follow_up_on) > furthest)
    complaints.add("follow_up_on", "Check the year: this day is more than five years from today.");
  return complaints;
}

Complaints complaints_about_report(const Trial& trial) {
  Complaints complaints;
  if (trial.outcome == Outcome::none_yet) complaints.add("outcome", "Say how it went.");
  if (trial.again == Again::not_said) complaints.add("again", "Say whether you would do it again.");
  if (trial.difference == Difference::not_said)
    complaints.add("difference", "Say whether you did it as described.");
  if (trial.report.empty()) complaints.add("report", "Say what you saw. A sentence will do.");
  check_long(complaints, "report", "What you did and saw", trial.report, longest_text);
  return complaints;
}

Complaints complaints_about(const Impact& impact) {
  Complaints complaints;
  if (impact.changed.empty()) complaints.add("changed", "Say what changed for learners.");
  if (impact.evidence.empty()) complaints.add("evidence", "Say how you know.");
  check_long(complaints, "changed", "What changed for learners", impact.changed, longest_text);
  check_long(complaints, "evidence", "How you know", impact.evidence, longest_text);
  check_long(complaints, "cpd", "The CPD event", impact.cpd, longest_line);
  return complaints;
}

Stage stage_of(const Track& track) {
  if (!track.valid) return Stage::recorded;
  if (track.impacts > 0) return Stage::impact;
  if (track.reports > 0) return Stage::reported;
  if (track.trials > 0) return Stage::tried;
  return track.sharings > 0 ? Stage::shared : Stage::validated;
}

}  // namespace touchstone::good_practice
