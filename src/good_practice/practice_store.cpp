#include "good_practice/practice_store.h"

#include <boost/describe.hpp>

#include "platform/json/described.h"
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
  return practice;
}

const std::string columns =
    "SELECT p.id, p.title, p.did, p.changed, p.place, p.theme, p.subject, p.links, p.source, "
    "p.found_in, p.consent, p.stand_out, p.finder, p.sent_by, p.door, p.tutor, p.team, p.parent, "
    "p.state, p.merged_into, p.is_public, p.named_at, p.meeting, p.recorded_at, p.waiting_since, "
    "p.version FROM practice p ";

std::string search_key_of(const Practice& practice) {
  return sort_key(practice.title + "\n" + practice.did + "\n" + practice.changed + "\n" +
                  practice.place + "\n" + practice.subject);
}

std::string like_pattern(std::string_view search) {
  std::string pattern = "%";
  for (const auto c : sort_key(trimmed(search))) {
    if (c == '%' || c == '_' || c == '!') pattern += '!';
    pattern += c;
  }
  return pattern + "%";
}

void record_practice(sql::Write& write, const Practice& practice, std::string_view verb) {
  write.record(
      {"practice", practice.id.value, verb,
       json::text_of(KeptPractice{std::string(to_text(practice.state)),
                                  std::string(to_text(practice.source)), practice.stand_out})});
}

void record_mark(sql::Write& write, Id<Practice> id, std::string_view verb, std::string mark,
                 bool value) {
  write.record({"practice", id.value, verb, json::text_of(KeptMark{std::move(mark), value})});
}

}  // namespace

std::optional<Practice> practice(sql::Read& read, const Uuid& workspace, Id<Practice> id) {
  static const auto by_id = columns + "WHERE p.ws = ? AND p.id = ?";
  for (const auto& row : read.rows(by_id, workspace, id)) return practice_from(row);
  return std::nullopt;
}

std::vector<Practice> practices(sql::Read& read, const Uuid& workspace, const Wanted& wanted) {
  static const auto wanted_ones =
      columns +
      "WHERE p.ws = ? AND (? = '' OR p.state = ?) AND (? = '' OR p.theme = ?) "
      "AND (? = '' OR p.subject = ?) AND (? = '%%' OR p.search_key LIKE ? ESCAPE '!') "
      "AND (? = 0 OR p.stand_out = 1) AND (? = 0 OR p.is_public = 1) "
      "AND (? = 0 OR EXISTS (SELECT 1 FROM practice_sharing s "
      "WHERE s.ws = p.ws AND s.practice = p.id AND " +
      still_shared +
      ")) "
      "AND (? = 0 OR p.finder = ?) AND (? = 0 OR p.parent = ?) AND (? = 0 OR p.meeting = ?) "
      "AND (? = 0 OR p.id < ?) ORDER BY p.id DESC LIMIT ?";
  const auto state = wanted.state ? std::string(to_text(*wanted.state)) : std::string();
  const auto like = like_pattern(wanted.search);
  std::vector<Practice> found;
  for (const auto& row :
       read.rows(wanted_ones, workspace, state, state, wanted.theme, wanted.theme, wanted.subject,
                 wanted.subject, like, like, wanted.stand_out, wanted.open_to_all, wanted.shared,
                 wanted.finder.has_value(), wanted.finder, wanted.parent.has_value(), wanted.parent,
                 wanted.meeting.has_value(), wanted.meeting, wanted.before.has_value(),
                 wanted.before, wanted.at_most))
    found.push_back(practice_from(row));
  return found;
}

std::map<Id<Practice>, Track> tracks(sql::Read& read, const Uuid& workspace) {
  std::map<Id<Practice>, Track> all;
  for (const auto& row :
       read.rows("SELECT id FROM practice WHERE ws = ? AND state = 'valid'", workspace))
    all[row.get<Id<Practice>>(0)].valid = true;
  static const auto count_sharings =
      "SELECT s.practice, COUNT(*) FROM practice_sharing s WHERE s.ws = ? AND " + still_shared +
      " GROUP BY s.practice";
  for (const auto& row : read.rows(count_sharings, workspace))
    all[row.get<Id<Practice>>(0)].sharings = row.get<int>(1);
  for (const auto& row : read.rows(
           "SELECT practice, COUNT(*), COUNT(reported_on), COUNT(CASE WHEN again = 1 THEN 1 END) "
           "FROM practice_trial WHERE ws = ? GROUP BY practice",
           workspace)) {
    auto& track = all[row.get<Id<Practice>>(0)];
    track.trials = row.get<int>(1);
    track.reports = row.get<int>(2);
    track.would_again = row.get<int>(3);
  }
  for (const auto& row :
       read.rows("SELECT practice, COUNT(*) FROM practice_impact WHERE ws = ? GROUP BY practice",
                 workspace))
    all[row.get<Id<Practice>>(0)].impacts = row.get<int>(1);
  return all;
}

Track track_of(sql::Read& read, const Uuid& workspace, Id<Practice> id) {
  static const auto counts =
      "SELECT (SELECT COUNT(*) FROM practice WHERE ws = ? AND id = ? AND state = 'valid'), "
      "(SELECT COUNT(*) FROM practice_sharing s WHERE s.ws = ? AND s.practice = ? AND " +
      still_shared +
      "), "
      "(SELECT COUNT(*) FROM practice_trial WHERE ws = ? AND practice = ?), "
      "(SELECT COUNT(reported_on) FROM practice_trial WHERE ws = ? AND practice = ?), "
      "(SELECT COUNT(*) FROM practice_trial WHERE ws = ? AND practice = ? AND again = 1), "
      "(SELECT COUNT(*) FROM practice_impact WHERE ws = ? AND practice = ?)";
  auto rows = read.rows(counts, workspace, id, workspace, id, workspace, id, workspace, id,
                        workspace, id, workspace, id);
  const auto& row = *rows.next();
  return {.valid = row.get<bool>(0),
          .sharings = row.get<int>(1),
          .trials = row.get<int>(2),
          .reports = row.get<int>(3),
          .would_again = row.get<int>(4),
          .impacts = row.get<int>(5)};
}

std::int64_t count_of_practices(sql::Read& read, const Uuid& workspace) {
  auto rows = read.rows("SELECT COUNT(*) FROM practice WHERE ws = ?", workspace);
  return rows.next()->integer(0);
}

bool came_already(sql::Read& read, const Uuid& workspace, const Practice& sent, Moment since) {
  auto rows = read.rows(
      "SELECT 1 FROM practice WHERE ws = ? AND door = ? AND recorded_at > ? AND did = ? "
      "AND changed = ? AND place = ? AND sent_by = ?",
      workspace, sent.door, since, sent.did, sent.changed, sent.place, sent.sent_by);
  return rows.next() != nullptr;
}

std::int64_t came_by(sql::Read& read, const Uuid& workspace, Id<Door> door, Moment since) {
  auto rows =
      read.rows("SELECT COUNT(*) FROM practice WHERE ws = ? AND door = ? AND recorded_at > ?",
                workspace, door, since);
  return rows.next()->integer(0);
}

void add(sql::Write& write, const Practice& practice) {
  write.execute(
      "INSERT INTO practice (ws, id, title, did, changed, place, search_key, theme, subject, "
      "links, source, found_in, consent, stand_out, finder, sent_by, door, tutor, team, parent, "
      "state, merged_into, is_public, named_at, meeting, recorded_at, waiting_since, version) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, 0, ?, ?, ?, ?, "
      "1)",
      write.actor().workspace, practice.id, practice.title, practice.did, practice.changed,
      practice.place, search_key_of(practice), practice.theme, practice.subject, practice.links,
      to_text(practice.source), practice.found_in, practice.consent, practice.stand_out,
      practice.finder, practice.sent_by, practice.door, practice.tutor, practice.team,
      practice.parent, to_text(State::waiting), practice.named_at, practice.meeting,
      practice.recorded_at, to_iso(practice.waiting_since));
  record_practice(write, practice, "recorded");
}

bool change(sql::Write& write, const Practice& practice) {
  if (write.execute(
          "UPDATE practice SET title = ?, did = ?, changed = ?, place = ?, search_key = ?, "
          "theme = ?, subject = ?, links = ?, source = ?, found_in = ?, consent = ?, "
          "stand_out = ?, tutor = ?, team = ?, named_at = ?, state = ?, waiting_since = ?, "
          "version = version + 1 WHERE ws = ? AND id = ? AND version = ?",
          practice.title, practice.did, practice.changed, practice.place, search_key_of(practice),
          practice.theme, practice.subject, practice.links, to_text(practice.source),
          practice.found_in, practice.consent, practice.stand_out, practice.tutor, practice.team,
          practice.named_at, to_text(practice.state), to_iso(practice.waiting_since),
          write.actor().workspace, practice.id, practice.version) == 0)
    return false;
  record_practice(write, practice, "changed");
  return true;
}

void rename(sql::Write& write, Id<Practice> id, std::string_view title) {
  auto renamed = practice(write, write.actor().workspace, id).value();
  renamed.title = title;
  write.execute("UPDATE practice SET title = ?, search_key = ? WHERE ws = ? AND id = ?", title,
                search_key_of(renamed), write.actor().workspace, id);
  record_practice(write, renamed, "renamed");
}

void set_state(sql::Write& write, Id<Practice> id, State state,
               const std::optional<Id<Practice>>& merged_into) {
  write.execute(
      "UPDATE practice SET state = ?, merged_into = ?, "
      "is_public = CASE WHEN ? = 'valid' THEN is_public ELSE 0 END, version = version + 1 "
      "WHERE ws = ? AND id = ?",
      to_text(state), merged_into, to_text(state), write.actor().workspace, id);
  record_mark(write, id, "decided", std::string(to_text(state)), true);
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

void set_public(sql::Write& write, Id<Practice> id, bool is_public) {
  write.execute("UPDATE practice SET is_public = ? WHERE ws = ? AND id = ?", is_public,
                write.actor().workspace, id);
  record_mark(write, id, "publicity changed", "public", is_public);
}

}  // namespace touchstone::good_practice
