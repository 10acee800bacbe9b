#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "platform/complaint.h"
#include "platform/date.h"
#include "platform/id.h"

namespace touchstone::standard {
struct Version;
}
namespace touchstone::people {
struct Person;
}

namespace touchstone::self_assessment {

// One self-assessment of one subject, in one voice, against one version of a standard: "my autumn
// score". While it is open its maker may change it; finished, it is kept as it was and the next one
// starts from it.
struct ScoreSheet {
  Id<ScoreSheet> id{};
  Id<standard::Version> standard_version{};
  Id<people::Person> subject_person{};
  Id<people::Person> made_by{};
  std::string voice;  // "person" or "institution": the key of the descriptions it is judged by
  std::string name;   // "Spring 2026": what its maker calls it
  std::optional<Id<ScoreSheet>> previous{};  // the finished one that it is compared with
  Moment started_at{};
  Date as_at{};  // the workspace's date that it speaks of
  std::optional<Moment> finished_at{};
  std::optional<Moment> binned_at{};
  std::int64_t version = 0;

  bool finished() const { return finished_at.has_value(); }
  bool open() const { return !finished() && !binned_at; }
};

constexpr std::size_t longest_name = 60;

Complaints complaints_about(const ScoreSheet& sheet);

// A name for a sheet begun on that date: "Spring 2026" (January to April), "Summer 2026" (May to
// August), "Autumn 2026" (September to December): the terms of a college's year.
std::string term_of(Date date);

// How long after finishing a sheet may be opened again by its maker.
constexpr std::chrono::hours reopening_window{24};
bool may_reopen(const ScoreSheet& sheet, Moment now);

}  // namespace touchstone::self_assessment
