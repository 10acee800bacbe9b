#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "platform/complaint.h"
#include "platform/date.h"
#include "platform/id.h"

namespace touchstone::standard {
struct Version;
}
namespace touchstone::people {
struct Person;
struct Team;
}  // namespace touchstone::people

namespace touchstone::self_assessment {

// One self-assessment of one subject, in one voice, against one version of a standard: "my autumn
// score". While it is open its maker may change it; finished, it is kept as it was and the next one
// starts from it.
struct ScoreSheet {
  Id<ScoreSheet> id{};
  Id<standard::Version> standard_version{};
  Id<people::Person> subject_person{};  // empty where a team is judged
  Id<people::Team> subject_team{};      // empty where a person is
  Id<people::Person> made_by{};
  bool by_leaders = false;  // the judgement of those who lead the team, not its maker's own view
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

// Why nothing more is saved in it; for a sheet that is not open. Whoever sends something started
// from an older state of it: 409.
std::string_view why_kept(const ScoreSheet& sheet);

// A name for a sheet begun on that date: "Spring 2026" (January to April), "Summer 2026" (May to
// August), "Autumn 2026" (September to December): the terms of a college's year.
std::string term_of(Date date);

// The same name, with the day and then a number added while it is among the taken ones: "Spring
// 2026, 14 January". As it is when it would become too long.
std::string free_name(const std::string& name, Date date, const std::vector<std::string>& taken);

// So many sheets somebody may begin within a day, what is in the bin by now among them.
constexpr std::int64_t most_begun_in_a_day = 50;
constexpr std::string_view begun_too_many =
    "You have begun 50 score sheets within a day. Go on with one of them, or come back tomorrow.";

// How long after finishing a sheet may be opened again by its maker.
constexpr std::chrono::hours reopening_window{24};
// How long a sheet stays in the bin before it is deleted.
constexpr std::chrono::days kept_in_bin{30};
bool may_reopen(const ScoreSheet& sheet, Moment now);

}  // namespace touchstone::self_assessment
