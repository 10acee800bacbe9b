#include <boost/describe.hpp>

#include "good_practice/practice_row_store.h"
#include "good_practice/spreading_store.h"
#include "platform/iso_or_null.h"
#include "platform/json/described.h"

// The part of spreading_store.h that is about those who try something.
namespace touchstone::good_practice {
namespace {

struct KeptTrial {
  std::string practice;
  std::string outcome;
};
BOOST_DESCRIBE_STRUCT(KeptTrial, (), (practice, outcome))

struct KeptQuestion {
  std::string practice;
  std::string adviser;
};
BOOST_DESCRIBE_STRUCT(KeptQuestion, (), (practice, adviser))

std::optional<Date> maybe_date(const sql::Row& row, int column) {
  return row.null(column) ? std::nullopt : date_from_iso(row.text(column));
}

const std::string trial_columns =
    "SELECT t.id, t.practice, t.person, t.place, t.since, t.follow_up_on, t.reported_on, "
    "t.outcome, t.again, t.report, t.difference, t.variation, t.version FROM practice_trial t ";

std::vector<Trial> trials_from(sql::Rows rows) {
  std::vector<Trial> trials;
  for (const auto& row : rows)
    trials.push_back({.id = row.get<Id<Trial>>(0),
                      .practice = row.get<Id<Practice>>(1),
                      .person = row.get<Id<people::Person>>(2),
                      .place = row.get<std::string>(3),
                      .since = date_from_iso(row.text(4)).value(),
                      .follow_up_on = maybe_date(row, 5),
                      .reported_on = maybe_date(row, 6),
                      .outcome = outcome_from_text(row.text(7)).value(),
                      .again = again_from_text(row.text(8)).value(),
                      .report = row.get<std::string>(9),
                      .difference = difference_from_text(row.text(10)).value(),
                      .variation = row.get<std::optional<Id<Practice>>>(11),
                      .version = row.integer(12)});
  return trials;
}

void record_trial(sql::Write& write, const Trial& trial, std::string_view verb) {
  write.record(
      {"practice_trial", trial.id.value, verb,
       json::text_of(KeptTrial{to_text(trial.practice), std::string(to_text(trial.outcome))})});
}

const std::string question_columns =
    "SELECT q.id, q.practice, q.asked_by, q.adviser, q.text, q.asked_at, q.answer, q.answered_at "
    "FROM practice_question q ";

std::vector<Question> questions_from(sql::Rows rows) {
  std::vector<Question> questions;
  for (const auto& row : rows)
    questions.push_back({.id = row.get<Id<Question>>(0),
                         .practice = row.get<Id<Practice>>(1),
                         .asked_by = row.get<Id<people::Person>>(2),
                         .adviser = row.get<Id<people::Person>>(3),
                         .text = row.get<std::string>(4),
                         .asked_at = row.get<Moment>(5),
                         .answer = row.get<std::string>(6),
                         .answered_at = row.get<std::optional<Moment>>(7)});
  return questions;
}

void record_question(sql::Write& write, const Question& question, std::string_view verb) {
  write.record(
      {"practice_question", question.id.value, verb,
       json::text_of(KeptQuestion{to_text(question.practice), to_text(question.adviser)})});
}

}  // namespace

bool begin_trial(sql::Write& write, const Listed& item, const Trial& trial, Moment at) {
  if (write.execute("INSERT INTO practice_trial (ws, id, practice, person, place, since, "
                    "follow_up_on, at, outcome, again, report, difference, version) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', '', '', '', 1) ON CONFLICT DO NOTHING",
                    write.actor().workspace, trial.id, item.practice().id, trial.person,
                    trial.place, to_iso(trial.since), iso_or_null(trial.follow_up_on), at) == 0)
    return false;
  record_trial(write, trial, "begun");
  return true;
}

std::optional<Trial> trial(sql::Read& read, const Uuid& workspace, Id<Trial> id) {
  static const auto by_id = trial_columns + "WHERE t.ws = ? AND t.id = ?";
  auto found = trials_from(read.rows(by_id, workspace, id));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Trial> trials_of(sql::Read& read, const Uuid& workspace, Id<Practice> practice) {
  static const auto of_one = trial_columns + "WHERE t.ws = ? AND t.practice IN " +
                             together_with_it + " ORDER BY t.since, t.id";
  return trials_from(read.rows(of_one, workspace, workspace, practice, workspace, practice));
}

std::vector<Trial> trials_by(sql::Read& read, const Uuid& workspace, Id<people::Person> person) {
  static const auto by_person =
      trial_columns + "WHERE t.ws = ? AND t.person = ? ORDER BY t.since DESC, t.id DESC LIMIT 50";
  return trials_from(read.rows(by_person, workspace, person));
}

std::vector<Trial> all_trials(sql::Read& read, const Uuid& workspace,
                              const std::optional<TrialEnd>& after, std::int64_t at_most) {
  static const auto some = trial_columns +
                           "WHERE t.ws = ? AND (t.since, t.id) < (?, ?) "
                           "ORDER BY t.since DESC, t.id DESC LIMIT ?";
  static const auto first =
      trial_columns + "WHERE t.ws = ? ORDER BY t.since DESC, t.id DESC LIMIT ?";
  return trials_from(after ? read.rows(some, workspace, to_iso(after->since), after->trial, at_most)
                           : read.rows(first, workspace, at_most));
}

bool report(sql::Write& write, const Trial& trial) {
  if (write.execute("UPDATE practice_trial SET reported_on = ?, outcome = ?, again = ?, "
                    "report = ?, difference = ?, variation = ?, version = version + 1 "
                    "WHERE ws = ? AND id = ? AND version = ?",
                    iso_or_null(trial.reported_on), to_text(trial.outcome), to_text(trial.again),
                    trial.report, to_text(trial.difference), trial.variation,
                    write.actor().workspace, trial.id, trial.version) == 0)
    return false;
  record_trial(write, trial, "reported");
  return true;
}

std::vector<Trial> trials_to_remind(sql::Read& read, const Uuid& workspace, Date today) {
  static const auto due = trial_columns +
                          "WHERE t.ws = ? AND t.reported_on IS NULL AND t.reminded_on IS NULL "
                          "AND t.follow_up_on <= ? ORDER BY t.follow_up_on, t.id LIMIT 50";
  return trials_from(read.rows(due, workspace, to_iso(today)));
}

void note_reminder(sql::Write& write, Id<Trial> trial, Date today) {
  write.execute("UPDATE practice_trial SET reminded_on = ? WHERE ws = ? AND id = ?", to_iso(today),
                write.actor().workspace, trial);
  write.record({"practice_trial", trial.value, "reminded", "{}"});
}

void ask(sql::Write& write, const Listed& item, const Question& question) {
  write.execute(
      "INSERT INTO practice_question (ws, id, practice, asked_by, adviser, text, asked_at, answer) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, '')",
      write.actor().workspace, question.id, item.practice().id, question.asked_by, question.adviser,
      question.text, question.asked_at);
  record_question(write, question, "asked");
}

void answer(sql::Write& write, const Question& question, std::string_view text, Moment at) {
  if (write.execute("UPDATE practice_question SET answer = ?, answered_at = ? "
                    "WHERE ws = ? AND id = ? AND answered_at IS NULL",
                    text, at, write.actor().workspace, question.id) > 0)
    record_question(write, question, "answered");
}

std::optional<Question> question(sql::Read& read, const Uuid& workspace, Id<Question> id) {
  static const auto by_id = question_columns + "WHERE q.ws = ? AND q.id = ?";
  auto found = questions_from(read.rows(by_id, workspace, id));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Question> questions_of(sql::Read& read, const Uuid& workspace, Id<Practice> practice) {
  static const auto of_one = question_columns + "WHERE q.ws = ? AND q.practice IN " +
                             together_with_it + " ORDER BY q.asked_at DESC, q.id DESC";
  return questions_from(read.rows(of_one, workspace, workspace, practice, workspace, practice));
}

std::vector<Question> questions_to(sql::Read& read, const Uuid& workspace,
                                   Id<people::Person> adviser) {
  static const auto to_one = question_columns +
                             "WHERE q.ws = ? AND q.adviser = ? "
                             "ORDER BY CASE WHEN q.answered_at IS NULL THEN 0 ELSE 1 END, "
                             "q.asked_at DESC, q.id DESC LIMIT 100";
  return questions_from(read.rows(to_one, workspace, adviser));
}

}  // namespace touchstone::good_practice
