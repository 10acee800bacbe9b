#pragma once
#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "evidence/file.h"
#include "platform/complaint.h"
#include "platform/date.h"
#include "platform/id.h"

namespace touchstone::people {
struct Person;
}

namespace touchstone::evidence {

// One of the answers to a question about a piece.
struct Option {
  std::string_view key;
  std::string_view words;
};
inline constexpr std::array kinds{Option{"file", "File"}, Option{"link", "Link"},
                                  Option{"quote", "Quote"}, Option{"reading", "Data reading"}};
// Where it comes from, as the levels of standards name it (C-24).
inline constexpr std::array sources{Option{"observation_feedback", "Observation feedback"},
                                    Option{"learner_feedback", "Learner feedback"},
                                    Option{"colleague_feedback", "Colleague feedback"},
                                    Option{"appraisal", "Appraisal talk"},
                                    Option{"peer_observation", "Peer observation"},
                                    Option{"year_review", "End-of-year review"},
                                    Option{"reflective_log", "Reflective log"},
                                    Option{"key_indicators", "Key performance indicators"},
                                    Option{"in_year_data", "In-year data"},
                                    Option{"end_of_year_data", "End-of-year data"}};
inline constexpr std::array natures{Option{"quantitative", "Numbers"},
                                    Option{"qualitative", "Words"}, Option{"outcome", "An outcome"},
                                    Option{"pilot", "An example from a pilot"}};
inline constexpr std::array bases{Option{"hard_data", "Hard data"},
                                  Option{"judgement", "Professional judgement"}};
inline constexpr std::array concerns_of{Option{"impact", "What changed (impact)"},
                                        Option{"activity", "What was done (activity)"}};
inline constexpr std::array viewpoints{
    Option{"learner", "Learners"}, Option{"employer", "Employers"}, Option{"partner", "Partners"},
    Option{"staff", "Staff"}, Option{"observer", "An observer"}};
// The words of that answer; empty when there is none with that key.
std::string_view words_of(std::span<const Option> options, std::string_view key);

inline constexpr std::size_t longest_title = 200;   // characters
inline constexpr std::size_t longest_text = 4'000;  // characters
inline constexpr std::size_t longest_link = 2'000;  // bytes
inline constexpr std::chrono::days kept_in_bin{30};

// A file, a link, a quote or a data reading that shows something.
struct Piece {
  Id<Piece> id{};
  Id<people::Person> made_by{};
  bool only_mine = false;  // seen by its maker alone
  bool sensitive = false;  // … and by those who may read self-assessments of the maker's team
  std::string title{};
  std::string kind{};
  std::optional<File> file{};  // of the kind "file" only
  std::string link{};          // http or https; of a link, or where a quote or a reading was found
  std::string text{};          // the quote, what was read, or a note on the file or the link
  std::string source{};
  std::string nature{};
  std::string basis{};
  std::string concerns{};
  std::string viewpoint{};
  Date about_on{};                   // the day that it tells about
  Date came_on{};                    // the day on which we got it
  std::optional<Date> keep_until{};  // then it goes into the bin
  std::optional<Moment> binned_at{};
  Id<people::Person> changed_by{};
  Moment changed_at{};
  std::int64_t version = 0;  // 0: never saved

  bool operator==(const Piece&) const = default;
};

Complaints complaints_about(const Piece& piece, Date today);

// Whether an address may be made at which anybody reads it.
bool may_be_public(const Piece& piece);

}  // namespace touchstone::evidence
