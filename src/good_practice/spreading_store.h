#pragma once
#include <optional>
#include <vector>

#include "good_practice/gate_proof.h"
#include "good_practice/spreading.h"
#include "people/people.h"

namespace touchstone::good_practice {

// The log of a validated item, which is on the list from then on. False for what passes on no
// sharing of it.
bool log_sharing(sql::Write& write, const Validated& item, const Sharing& sharing, Moment at);
// In their order.
std::vector<Sharing> sharings_of(sql::Read& read, const Uuid& workspace, Id<Practice> practice);
std::vector<Sharing> sharings_in(sql::Read& read, const Uuid& workspace, Id<Meeting> meeting);
// Whether it was shared, and not sent back since.
bool is_shared_still(sql::Read& read, const Uuid& workspace, Id<Practice> practice);
// When it was noted that it was shared, the first time since it was last sent back.
std::optional<Moment> first_listed_at(sql::Read& read, const Uuid& workspace,
                                      Id<Practice> practice);
// What was shared between these days for the first time, the earliest first.
std::vector<Id<Practice>> first_shared_between(sql::Read& read, const Uuid& workspace, Date first,
                                               Date last);
struct FirstSharing {
  Id<Practice> practice{};
  Date shared_on{};
  Moment noted{};
};
// What is known to be shared since these days, whenever it was.
std::vector<FirstSharing> first_noted_between(sql::Read& read, const people::Workspace& workspace,
                                              Date first, Date last);

// What its finder changed about it does not end a trial. One of each person: false when they try it
// already.
bool begin_trial(sql::Write& write, const Listed& item, const Trial& trial, Moment at);
std::optional<Trial> trial(sql::Read& read, const Uuid& workspace, Id<Trial> id);
// Those of what was put together with it too.
std::vector<Trial> trials_of(sql::Read& read, const Uuid& workspace, Id<Practice> practice);
std::vector<Trial> trials_by(sql::Read& read, const Uuid& workspace, Id<people::Person> person);
// The newest first, from behind that one on; at most so many.
struct TrialEnd {
  Date since{};
  Id<Trial> trial{};
};
std::vector<Trial> all_trials(sql::Read& read, const Uuid& workspace,
                              const std::optional<TrialEnd>& after, std::int64_t at_most);
// The report and what belongs to it, if `version` is still that of the row.
bool report(sql::Write& write, const Trial& trial);
// Trials without a report whose day has come, of which nobody was reminded yet.
std::vector<Trial> trials_to_remind(sql::Read& read, const Uuid& workspace, Date today);
void note_reminder(sql::Write& write, Id<Trial> trial, Date today);

void ask(sql::Write& write, const Listed& item, const Question& question);
// An answer given twice changes nothing.
void answer(sql::Write& write, const Question& question, std::string_view text, Moment at);
std::optional<Question> question(sql::Read& read, const Uuid& workspace, Id<Question> id);
// The latest first: of one item; to somebody, unanswered ones first.
std::vector<Question> questions_of(sql::Read& read, const Uuid& workspace, Id<Practice> practice);
std::vector<Question> questions_to(sql::Read& read, const Uuid& workspace,
                                   Id<people::Person> adviser);

void record_impact(sql::Write& write, const Validated& item, const Impact& impact, Moment at);
std::vector<Impact> impacts_of(sql::Read& read, const Uuid& workspace, Id<Practice> practice);
std::vector<Impact> impacts_in(sql::Read& read, const Uuid& workspace, Id<Meeting> meeting);
// Those that are evidence for a theme of that standard, the newest first; at most 200.
std::vector<Impact> impacts_for(sql::Read& read, const Uuid& workspace, std::string_view standard);

}  // namespace touchstone::good_practice
