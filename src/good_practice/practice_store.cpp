#include "good_practice/practice_store.h"

#include <boost/describe.hpp>

#include "good_practice/practice_row_store.h"
#include "people/people.h"
#include "platform/json/described.h"
#include "platform/search_words.h"
#include "platform/text.h"

namespace touchstone::good_practice {
namespace {

// The texts stay out of the history.
struct KeptPractice {
  std::string state;
  std::string source;
  bool stand_out;
};
BOOST_DESCRIBE_STRUCT(KeptPractice, (), (state, source, stand_out))

struct KeptMark {
  std::string mark;
  bool value;
};
BOOST_DESCRIBE_STRUCT(KeptMark, (), (mark, value))

// By the clock of the organisation: the feed tells it.
Moment moment_here(sql::Write& write) {
  return people::moment(people::workspace(write, {write.actor().workspace}), now());
}

}  // namespace

Practice practice_from(const sql::Row& row) {
  Practice practice{.id = row.get<Id<Practice>>(0),
                    .title = row.get<std::string>(1),
                    .did = row.get<std::string>(2),
                    .changed = row.get<std::string>(3),
                    .place = row.get<std::string>(4),
                    .theme = row.get<std::string>(5),
                    .subject = row.get<std::string>(6),
                    .links = row.get<std::string>(7),
                    .source = source_from_text(row.text(8)).value(),
                    .found_in = row.get<std::string>(9),
                    .consent = row.get<std::string>(10),
                    .stand_out = row.get<bool>(11),
                    .finder = row.get<std::optional<Id<people::Person>>>(12),
                    .sent_by = row.get<std::string>(13),
                    .door = row.get<std::optional<Id<Door>>>(14),
                    .tutor = row.get<std::optional<Id<people::Person>>>(15),
                    .team = row.get<std::optional<Id<people::Team>>>(16),
                    .parent = row.get<std::optional<Id<Practice>>>(17),
                    .state = state_from_text(row.text(18)).value(),
                    .merged_into = row.get<std::optional<Id<Practice>>>(19),
                    .is_public = row.get<bool>(20),
                    .named_at = row.get<std::optional<Moment>>(21),
                    .meeting = row.get<std::optional<Id<Meeting>>>(22),
                    .recorded_at = row.get<Moment>(23)};
  practice.waiting_since = date_from_iso(row.text(24)).value();
  practice.version = row.integer(25);
  practice.listed = row.get<bool>(26);
  practice.changed_at = row.get<std::optional<Moment>>(27).value_or(practice.recorded_at);
  practice.withdrawn_at = row.get<std::optional<Moment>>(28);
  if (practice.withdrawn_at) practice.state = State::withdrawn;
  return practice;
}

namespace {

constexpr std::size_t most_words = 300;  // of an item that can be searched for

std::vector<std::string> search_words(const Practice& practice) {
  return words_in(practice.title + "\n" + practice.did + "\n" + practice.changed + "\n" +
                      practice.place + "\n" + practice.subject,
                  most_words);
}

void record_practice(sql::Write& write, const Practice& practice, std::string_view verb) {
  write.record(
      {"practice", practice.id.value, verb,
       json::text_of(KeptPractice{std::string(to_text(practice.state)),
                                  std::string(to_text(practice.source)), practice.stand_out})});
}

// Stays when it is said to be somebody else's: who said it was theirs decides nothing about it.
void note_owner(sql::Write& write, const Practice& practice) {
  if (const auto owner = owner_of(practice))
    write.execute(
        "INSERT INTO practice_owner (ws, practice, person) VALUES (?, ?, ?) "
        "ON CONFLICT (ws, practice, person) DO NOTHING",
        write.actor().workspace, practice.id, *owner);
}

void record_mark(sql::Write& write, Id<Practice> id, std::string_view verb, std::string mark,
                 bool value) {
  write.record({"practice", id.value, verb, json::text_of(KeptMark{std::move(mark), value})});
}

}  // namespace

// By the words of its key, which are those of the index.
void forget_words(sql::Write& write, Id<Practice> id) {
  const auto& workspace = write.actor().workspace;
  std::vector<std::string> words;
  for (const auto& row :
       write.rows("SELECT search_key FROM practice WHERE ws = ? AND id = ?", workspace, id))
    for (const auto word : split(row.text(0), ' '))
      if (!word.empty()) words.emplace_back(word);
  practice_words.remove(write, id.value, words);
}

std::optional<Practice> practice(sql::Read& read, const Uuid& workspace, Id<Practice> id) {
  static const auto by_id = practice_columns + "practice p WHERE p.ws = ? AND p.id = ?";
  for (const auto& row : read.rows(by_id, workspace, id)) return practice_from(row);
  return std::nullopt;
}

Id<Practice> where_it_stands(sql::Read& read, const Uuid& workspace, Id<Practice> id) {
  const auto found = practice(read, workspace, id);
  return found && found->merged_into ? *found->merged_into : id;
}

Track track_of(sql::Read& read, const Uuid& workspace, Id<Practice> id) {
  static const auto of_it = "practice IN " + together_with_it;
  static const auto counts =
      "SELECT p.listed, CASE WHEN p.state = 'valid' THEN 1 ELSE 0 END, "
      "(SELECT COUNT(*) FROM practice_sharing WHERE ws = ? AND practice = ?), "
      "t.trials, t.reports, t.again, "
      "(SELECT COUNT(*) FROM practice_impact WHERE ws = ? AND " +
      of_it +
      ") "
      "FROM practice p, (SELECT COUNT(DISTINCT person) AS trials, "
      "COUNT(DISTINCT CASE WHEN reported_on IS NOT NULL THEN person END) AS reports, "
      "COUNT(DISTINCT CASE WHEN again = 'yes' THEN person END) AS again FROM practice_trial "
      "WHERE ws = ? AND " +
      of_it + ") t WHERE p.ws = ? AND p.id = ?";
  for (const auto& row : read.rows(counts, workspace, id, workspace, workspace, id, workspace, id,
                                   workspace, workspace, id, workspace, id, workspace, id))
    return {.valid = row.get<bool>(1),
            .sharings = row.get<bool>(0) ? row.get<int>(2) : 0,
            .trials = row.get<int>(3),
            .reports = row.get<int>(4),
            .would_again = row.get<int>(5),
            .impacts = row.get<int>(6)};
  return {};
}

std::vector<Practice> came_already(sql::Read& read, const Uuid& workspace, const Practice& sent,
                                   Moment since) {
  static const auto same_words =
      practice_columns +
      "practice p WHERE p.ws = ? AND p.door = ? AND p.recorded_at > ? AND p.did = ? AND p.changed "
      "= ? AND p.place = ? AND p.sent_by = ? ORDER BY p.id";
  std::vector<Practice> found;
  for (const auto& row : read.rows(same_words, workspace, sent.door, since, sent.did, sent.changed,
                                   sent.place, sent.sent_by))
    found.push_back(practice_from(row));
  return found;
}

bool was_ever_of(sql::Read& read, const Uuid& workspace, Id<Practice> id,
                 Id<people::Person> person) {
  return read.rows("SELECT 1 FROM practice_owner WHERE ws = ? AND practice = ? AND person = ?",
                   workspace, id, person)
             .next() != nullptr;
}

std::int64_t came_by(sql::Read& read, const Uuid& workspace, Id<Door> door, Moment since) {
  auto rows =
      read.rows("SELECT COUNT(*) FROM practice WHERE ws = ? AND door = ? AND recorded_at > ?",
                workspace, door, since);
  return rows.next()->integer(0);
}

void add(sql::Write& write, const Practice& practice) {
  const auto words = search_words(practice);
  write.execute(
      "INSERT INTO practice (ws, id, title, did, changed, place, search_key, theme, subject, "
      "links, source, found_in, consent, stand_out, finder, sent_by, door, tutor, team, parent, "
      "state, merged_into, is_public, named_at, meeting, recorded_at, waiting_since, version) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, 0, ?, ?, ?, ?, "
      "1)",
      write.actor().workspace, practice.id, practice.title, practice.did, practice.changed,
      practice.place, search_key_of(words), practice.theme, practice.subject, practice.links,
      to_text(practice.source), practice.found_in, practice.consent, practice.stand_out,
      practice.finder, practice.sent_by, practice.door, practice.tutor, practice.team,
      practice.parent, to_text(State::waiting), practice.named_at, practice.meeting,
      practice.recorded_at, to_iso(practice.waiting_since));
  practice_words.add(write, practice.id.value, words);
  note_owner(write, practice);
  record_practice(write, practice, "recorded");
}

bool change(sql::Write& write, const Practice& practice) {
  const auto words = search_words(practice);
  const auto held = good_practice::practice(write, write.actor().workspace, practice.id);
  if (!held ||
      write.execute(
          "UPDATE practice SET title = ?, did = ?, changed = ?, place = ?, search_key = ?, "
          "theme = ?, subject = ?, links = ?, source = ?, found_in = ?, consent = ?, "
          "stand_out = ?, tutor = ?, team = ?, named_at = ?, state = ?, waiting_since = ?, "
          "changed_at = ?, version = version + 1 WHERE ws = ? AND id = ? AND version = ?",
          practice.title, practice.did, practice.changed, practice.place, search_key_of(words),
          practice.theme, practice.subject, practice.links, to_text(practice.source),
          practice.found_in, practice.consent, practice.stand_out, practice.tutor, practice.team,
          practice.named_at, to_text(practice.state), to_iso(practice.waiting_since),
          moment_here(write), write.actor().workspace, practice.id, practice.version) == 0)
    return false;
  practice_words.remove(write, practice.id.value, search_words(*held));
  practice_words.add(write, practice.id.value, words);
  note_owner(write, practice);
  record_practice(write, practice, "changed");
  return true;
}

void rename(sql::Write& write, Id<Practice> id, std::string_view title) {
  const auto held = practice(write, write.actor().workspace, id).value();
  auto renamed = held;
  renamed.title = title;
  const auto words = search_words(renamed);
  write.execute(
      "UPDATE practice SET title = ?, search_key = ?, changed_at = ? WHERE ws = ? AND id = ?",
      title, search_key_of(words), moment_here(write), write.actor().workspace, id);
  practice_words.remove(write, id.value, search_words(held));
  practice_words.add(write, id.value, words);
  record_practice(write, renamed, "renamed");
}

void set_state(sql::Write& write, Id<Practice> id, State state,
               const std::optional<Id<Practice>>& merged_into) {
  write.execute(
      "UPDATE practice SET state = ?, merged_into = ?, "
      "is_public = CASE WHEN ? = 'valid' THEN is_public ELSE 0 END, "
      "listed = CASE WHEN ? = 'valid' THEN listed ELSE 0 END, changed_at = ?, "
      "version = version + 1 WHERE ws = ? AND id = ?",
      to_text(state), merged_into, to_text(state), to_text(state), moment_here(write),
      write.actor().workspace, id);
  record_mark(write, id, "decided", std::string(to_text(state)), true);
}

void set_listed(sql::Write& write, Id<Practice> id) {
  if (write.execute("UPDATE practice SET listed = 1, changed_at = ? "
                    "WHERE ws = ? AND id = ? AND state = 'valid' AND listed = 0",
                    moment_here(write), write.actor().workspace, id) > 0)
    record_mark(write, id, "listed", "listed", true);
}

void note_files(sql::Write& write, Id<Practice> id) {
  if (write.execute("UPDATE practice SET version = version + 1 WHERE ws = ? AND id = ?",
                    write.actor().workspace, id) > 0)
    write.record({"practice", id.value, "files changed", "{}"});
}

void set_named(sql::Write& write, Id<Practice> id, const std::optional<Moment>& at) {
  write.execute("UPDATE practice SET named_at = ? WHERE ws = ? AND id = ?", at,
                write.actor().workspace, id);
  record_mark(write, id, "naming changed", "named", at.has_value());
}

void set_sender(sql::Write& write, Id<Practice> id, std::string_view sent_by) {
  write.execute("UPDATE practice SET sent_by = ? WHERE ws = ? AND id = ? AND finder IS NULL",
                sent_by, write.actor().workspace, id);
  record_mark(write, id, "sender changed", "sender", true);
}

void forget_name(sql::Write& write, Id<Practice> id, const people::Person& person) {
  const auto held = practice(write, write.actor().workspace, id).value();
  auto nameless = held;
  for (auto* text : {&nameless.title, &nameless.did, &nameless.changed, &nameless.place,
                     &nameless.subject, &nameless.found_in, &nameless.consent, &nameless.sent_by})
    *text = people::without(person, *text);
  const auto words = search_words(nameless);
  write.execute(
      "UPDATE practice SET title = ?, did = ?, changed = ?, place = ?, subject = ?, found_in = ?, "
      "consent = ?, sent_by = ?, search_key = ?, version = version + 1 WHERE ws = ? AND id = ?",
      nameless.title, nameless.did, nameless.changed, nameless.place, nameless.subject,
      nameless.found_in, nameless.consent, nameless.sent_by, search_key_of(words),
      write.actor().workspace, id);
  practice_words.remove(write, id.value, search_words(held));
  practice_words.add(write, id.value, words);
  record_practice(write, nameless, "name forgotten");
}

void set_public(sql::Write& write, Id<Practice> id, bool is_public) {
  write.execute("UPDATE practice SET is_public = ?, changed_at = ? WHERE ws = ? AND id = ?",
                is_public, moment_here(write), write.actor().workspace, id);
  record_mark(write, id, "publicity changed", "public", is_public);
}

}  // namespace touchstone::good_practice
