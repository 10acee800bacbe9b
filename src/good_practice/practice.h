#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/person.h"
#include "people/team.h"
#include "platform/complaint.h"
#include "platform/date.h"
#include "platform/id.h"

namespace touchstone::good_practice {

struct Meeting;
struct Door;

// Where it was noticed (E-4).
enum class Source : std::uint8_t {
  own_teaching,
  observation,
  class_visit,
  audit,
  manager,
  elsewhere
};
inline constexpr std::array every_source{Source::own_teaching, Source::observation,
                                         Source::class_visit,  Source::audit,
                                         Source::manager,      Source::elsewhere};
std::string_view to_text(Source source);  // "class_visit"
std::optional<Source> source_from_text(std::string_view text);
std::string_view in_words(Source source);  // "A class visit"

// What the validators have said so far; `withdrawn`: nothing, and its finder took it back.
enum class State : std::uint8_t { waiting, returned, valid, not_good_practice, merged, withdrawn };
std::string_view to_text(State state);
std::optional<State> state_from_text(std::string_view text);

// Something that works, as its finder wrote it down.
struct Practice {
  Id<Practice> id{};
  std::string title{};    // the first sentence of `did`, until somebody gives it another
  std::string did{};      // "What did you do?"
  std::string changed{};  // "What changed for learners?"
  std::string place{};    // "Where?"
  std::string theme{};    // "personal-tutoring/coaching"; empty: none
  std::string subject{};  // "Plumbing"; empty: none
  std::string links{};    // addresses, one a line
  Source source = Source::own_teaching;
  std::string found_in{};  // the record where it was described first (E-5)
  std::string consent{};   // what those recorded agreed to; empty: no recording (E-7)
  bool stand_out = false;  // Grade 1
  std::optional<Id<people::Person>> finder{};  // empty: sent from outside
  std::string sent_by{};                       // then by whom
  std::optional<Id<Door>> door{};              // and by which address
  std::optional<Id<people::Person>> tutor{};   // whose teaching; empty: not said
  std::optional<Id<people::Team>> team{};      // of the tutor, else of the finder
  std::optional<Id<Practice>> parent{};        // of a version of its own (E-20)
  State state = State::waiting;
  std::optional<Id<Practice>> merged_into{};
  bool listed = false;                   // valid, and shared since: members find it
  bool is_public = false;                // may stand in the feed that anybody reads
  std::optional<Moment> named_at{};      // the tutor agreed to be named outside the team (E-25)
  std::optional<Id<Meeting>> meeting{};  // where it was recorded (E-8)
  Moment recorded_at{};
  Moment changed_at{};   // its words, its state or its place in the feed
  Date waiting_since{};  // when it last came to the validators
  std::optional<Moment> withdrawn_at{};
  std::int64_t version = 0;
};

inline constexpr std::size_t longest_text = 3'000;
inline constexpr std::size_t longest_line = 160;
// A name, ", " and for whom its door was made.
inline constexpr std::size_t longest_sender = 2 * longest_line + 2;
inline constexpr std::size_t longest_links = 2'000;
inline constexpr std::size_t most_links = 10;

Complaints complaints_about(const Practice& practice);

// Whose it is, whom no validator may be (E-11): the tutor's; where none is named the finder's own.
std::optional<Id<people::Person>> owner_of(const Practice& practice);

// What it becomes when the same is sent once more with a link, a consent or the tick for Grade 1
// that it did not have. Empty where those who were recorded agreed to something else each time, and
// where its links would be too many.
std::optional<Practice> with_more(Practice earlier, const Practice& sent);

// The first sentence, at most 90 characters, cut between words.
std::string title_from(std::string_view did);

// The lines that hold something.
std::vector<std::string> links_of(const Practice& practice);
// What was typed for `links`, each line with its scheme.
std::string links_with_schemes(std::string_view typed);

// "since 3 January 2027 (16 days)", "since today".
std::string waiting_in_words(const Practice& practice, Date today);

// Whether the finder may still change it.
bool may_change(const Practice& practice);

}  // namespace touchstone::good_practice
