#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "good_practice/decision.h"
#include "good_practice/practice.h"

// What becomes of an item after it was validated: shared, tried, asked about, its impact.
namespace touchstone::good_practice {

// A way by which people hear of it (E-12); `through_managers`: who hears of it passes it on (E-13).
struct Channel {
  std::string_view key;
  std::string_view words;
  bool through_managers = false;
};
inline constexpr std::array every_channel{
    Channel{"library", "On the list “Ideas that work”"},
    Channel{"mentoring", "Mentoring or an observation action plan"},
    Channel{"cpd", "A CPD event that shows it"},
    Channel{"induction", "An induction meeting"},
    Channel{"blog", "A blog or newsletter for tutors"},
    Channel{"site", "A resources site"},
    Channel{"team_meeting", "A team or tutor meeting"},
    Channel{"support", "Support by a quality manager"},
    Channel{"digest", "The monthly digest"},
    Channel{"network", "A network meeting of managers", true},
    Channel{"managers_letter", "A newsletter to managers", true},
    Channel{"managers_post", "A post for managers and observers", true}};
const Channel* channel_of(std::string_view key);  // null when there is none

// It was told to somebody once.
struct Sharing {
  Id<Sharing> id{};
  Id<Practice> practice{};
  std::string channel{};   // a key of every_channel; of what is passed on: "onward"
  std::string audience{};  // "Hedgerow tutors"
  Date shared_on{};
  std::optional<Id<Sharing>> onward_of{};  // a manager passed that one on
  std::optional<Id<Meeting>> meeting{};
  std::optional<Id<people::Person>> made_by{};  // empty: the program itself
};
Complaints complaints_about(const Sharing& sharing, Date today);

// Whether they would do it again.
enum class Again : std::uint8_t { not_said, yes, no, too_early };
inline constexpr std::array every_again{Again::yes, Again::no, Again::too_early};
std::string_view to_text(Again again);  // "too_early"; "" for what was not said
std::optional<Again> again_from_text(std::string_view text);
std::string_view in_words(Again again);  // "Too early to say"

enum class Outcome : std::uint8_t { none_yet, better, no_difference, stopped };
std::string_view to_text(Outcome outcome);  // "no_difference"; "" for none yet
std::optional<Outcome> outcome_from_text(std::string_view text);
std::string_view in_words(Outcome outcome);

// How far what was done is from the original (E-20).
enum class Difference : std::uint8_t { not_said, none, small, own_version };
std::string_view to_text(Difference difference);
std::optional<Difference> difference_from_text(std::string_view text);
std::string_view in_words(Difference difference);

// A colleague tries it (E-16), and reports (E-19).
struct Trial {
  Id<Trial> id{};
  Id<Practice> practice{};
  Id<people::Person> person{};
  std::string place{};
  Date since{};
  std::optional<Date> follow_up_on{};
  std::optional<Date> reported_on{};
  Outcome outcome = Outcome::none_yet;
  Again again = Again::not_said;
  std::string report{};
  Difference difference = Difference::not_said;
  std::optional<Id<Practice>> variation{};  // what came of `own_version`
  std::int64_t version = 0;
};
Complaints complaints_about(const Trial& trial, Date today);
// The report of a trial, which must be complete.
Complaints complaints_about_report(const Trial& trial);

// To a named adviser (E-17).
struct Question {
  Id<Question> id{};
  Id<Practice> practice{};
  Id<people::Person> asked_by{};
  Id<people::Person> adviser{};
  std::string text{};
  Moment asked_at{};
  std::string answer{};
  std::optional<Moment> answered_at{};
};

enum class Scale : std::uint8_t { one_group, several_groups, team, everywhere };
inline constexpr std::array every_scale{Scale::one_group, Scale::several_groups, Scale::team,
                                        Scale::everywhere};
std::string_view to_text(Scale scale);
std::optional<Scale> scale_from_text(std::string_view text);
std::string_view in_words(Scale scale);

// What it changed for learners (E-22), and where that is used (E-23).
struct Impact {
  Id<Impact> id{};
  Id<Practice> practice{};
  std::string changed{};
  Scale scale{};
  std::string evidence{};
  std::string cpd{};    // the event that it informs; may be empty
  std::string theme{};  // the part of the self-assessment that it is evidence for; may be empty
  std::optional<Id<Meeting>> meeting{};
  Id<people::Person> made_by{};
  Date made_on{};
};
Complaints complaints_about(const Impact& impact);

// How far an item has come (E-3).
enum class Stage : std::uint8_t { recorded, validated, shared, tried, reported, impact };
inline constexpr std::array every_stage{Stage::recorded, Stage::validated, Stage::shared,
                                        Stage::tried,    Stage::reported,  Stage::impact};
std::string_view to_text(Stage stage);   // "tried"
std::string_view in_words(Stage stage);  // "Tried by others"

// What the stage is counted from.
struct Track {
  bool valid = false;
  int sharings = 0;
  int trials = 0;   // people who try it, or did
  int reports = 0;  // of them: who told how it went
  int would_again = 0;
  int impacts = 0;
};
// Never further than the gate: what is not valid is recorded, whatever else there is.
Stage stage_of(const Track& track);

}  // namespace touchstone::good_practice
