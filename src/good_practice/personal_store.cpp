#include "good_practice/personal_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "good_practice/decision.h"
#include "good_practice/digest_store.h"
#include "good_practice/idea_file_parts.h"
#include "good_practice/practice_row_store.h"
#include "good_practice/practice_store.h"
#include "good_practice/spreading_store.h"

namespace touchstone::good_practice {
namespace {

// Minutes whose texts hold their name or their address.
std::vector<Meeting> minutes_naming(sql::Read& read, const Uuid& workspace,
                                    const people::Person& person) {
  std::vector<Meeting> found;
  for (const auto& row : read.rows(
           "SELECT id, held_on, people, notes FROM practice_meeting WHERE ws = ? ORDER BY held_on",
           workspace)) {
    Meeting meeting{.id = row.get<Id<Meeting>>(0),
                    .held_on = date_from_iso(row.text(1)).value(),
                    .people = row.get<std::string>(2),
                    .notes = row.get<std::string>(3)};
    if (people::is_told_in(meeting.people, person) || people::is_told_in(meeting.notes, person))
      found.push_back(std::move(meeting));
  }
  return found;
}

void forget_in_minutes(sql::Write& write, Id<people::Person> person,
                       std::vector<sql::Thing>& things) {
  const auto& workspace = write.actor().workspace;
  const auto who = people::person(write, {workspace}, person);
  if (!who) return;
  for (const auto& meeting : minutes_naming(write, workspace, *who)) {
    write.execute(
        "UPDATE practice_meeting SET people = ?, notes = ?, version = version + 1 "
        "WHERE ws = ? AND id = ?",
        people::without(*who, meeting.people), people::without(*who, meeting.notes), workspace,
        meeting.id);
    things.push_back({"practice_meeting", meeting.id.value});
  }
}

// To its finder, and to the tutor whose teaching it is; what its finder withdrew to the finder
// alone (E-9).
void tell_of_items(sql::Read& read, Id<people::Workspace> workspace, Id<people::Person> person,
                   people::PersonalPart& part) {
  for (const auto& row :
       read.rows("SELECT did, changed, place, found_in, consent, links, finder FROM practice WHERE "
                 "ws = ? AND (finder = ? OR (tutor = ? AND withdrawn_at IS NULL)) ORDER BY id",
                 workspace, person, person)) {
    const bool mine = row.get<std::optional<Id<people::Person>>>(6) == person;
    part.facts.push_back({mine ? "You recorded" : "Recorded about your teaching",
                          row.get<std::string>(0) + " " + row.get<std::string>(1)});
    for (const auto column : {2, 3, 4, 5})
      if (!row.text(column).empty())
        part.facts.push_back({"With it", row.get<std::string>(column)});
  }
}

// Whoever was named as its tutor and is not any more: that it was so, and not what it says, which
// is about somebody else.
void tell_of_items_once_theirs(sql::Read& read, Id<people::Workspace> workspace,
                               Id<people::Person> person, people::PersonalPart& part) {
  for (const auto& row :
       read.rows("SELECT p.recorded_at FROM practice_owner o JOIN practice p ON p.ws = o.ws AND "
                 "p.id = o.practice WHERE o.ws = ? AND o.person = ? AND (p.finder IS NULL OR "
                 "p.finder <> o.person) AND (p.tutor IS NULL OR p.tutor <> o.person) AND "
                 "p.withdrawn_at IS NULL ORDER BY p.id",
                 workspace, person))
    part.facts.push_back({"Once recorded as your teaching",
                          "An idea of " + people::in_words(read, workspace, row.get<Moment>(0)) +
                              ". It is not said to be yours any more."});
}

void tell_of_practice(sql::Read& read, Id<people::Workspace> workspace, Id<people::Person> person,
                      std::vector<people::PersonalPart>& parts) {
  people::PersonalPart part{.title = "Ideas that work"};
  tell_of_items(read, workspace, person, part);
  tell_of_items_once_theirs(read, workspace, person, part);
  for (const auto& trial : trials_by(read, workspace.value, person))
    part.facts.push_back({"You tried something", trial.place + " since " + to_words(trial.since) +
                                                     (trial.report.empty() ? "" : ": ") +
                                                     trial.report});
  for (const auto& row : read.rows("SELECT asked_by, text, answer FROM practice_question "
                                   "WHERE ws = ? AND (asked_by = ? OR adviser = ?) ORDER BY id",
                                   workspace, person, person)) {
    const bool mine = row.get<Id<people::Person>>(0) == person;
    part.facts.push_back({mine ? "You asked" : "You were asked", row.get<std::string>(1)});
    if (!row.text(2).empty())
      part.facts.push_back({mine ? "The answer" : "You answered", row.get<std::string>(2)});
  }
  for (const auto& row : read.rows("SELECT reason FROM practice_decision "
                                   "WHERE ws = ? AND made_by = ? AND reason <> '' ORDER BY id",
                                   workspace, person))
    part.facts.push_back({"You decided", row.get<std::string>(0)});
  if (wants_digest(read, workspace.value, person))
    part.facts.push_back({"By mail", "The monthly digest"});
  if (const auto who = people::person(read, workspace, person))
    for (const auto& meeting : minutes_naming(read, workspace.value, *who))
      part.facts.push_back({"Named in the minutes of", to_words(meeting.held_on)});
  if (!part.facts.empty()) parts.push_back(std::move(part));
}

void add_erased_things(sql::Read& read, const Uuid& workspace, Id<people::Person> person,
                       std::vector<sql::Thing>& things) {
  for (const auto& row : read.rows(
           "SELECT 'practice', id FROM practice WHERE ws = ? AND (finder = ? OR tutor = ?) "
           "UNION ALL SELECT 'practice_trial', id FROM practice_trial WHERE ws = ? AND person = ? "
           "UNION ALL SELECT 'practice_question', id FROM practice_question "
           "WHERE ws = ? AND (asked_by = ? OR adviser = ?)",
           workspace, person, person, workspace, person, workspace, person, person))
    things.push_back({row.get<std::string>(0), row.uuid(1)});
}

// What is deleted with them: theirs, never validated, and nothing validated came of it.
const std::string theirs_alone =
    "(SELECT p.id FROM practice p WHERE p.ws = ? AND p.finder = ? AND p.state <> 'valid' "
    "AND NOT EXISTS (SELECT 1 FROM practice_sharing s WHERE s.ws = p.ws AND s.practice = p.id) "
    "AND NOT EXISTS (SELECT 1 FROM practice_impact i WHERE i.ws = p.ws AND i.practice = p.id) "
    "AND NOT EXISTS (SELECT 1 FROM practice c WHERE c.ws = p.ws AND (c.parent = p.id "
    "OR c.merged_into = p.id)))";

std::vector<Id<Practice>> ids_of_theirs_alone(sql::Read& read, const Uuid& workspace,
                                              Id<people::Person> person) {
  static const auto all_theirs_alone =
      "SELECT id FROM practice WHERE ws = ? AND id IN " + theirs_alone;
  std::vector<Id<Practice>> ids;
  for (const auto& row : read.rows(all_theirs_alone, workspace, workspace, person))
    ids.push_back(row.get<Id<Practice>>(0));
  return ids;
}

bool goes_with(sql::Read& read, const Uuid& workspace, Id<Practice> practice,
               Id<people::Person> person) {
  static const auto is_theirs_alone =
      "SELECT 1 FROM practice WHERE ws = ? AND id = ? AND id IN " + theirs_alone;
  return read.rows(is_theirs_alone, workspace, practice, workspace, person).next() != nullptr;
}

// Recordings that show them go, in whose library they may be; other files say no name.
void erase_recordings(sql::Write& write, const std::vector<Practice>& about_them,
                      const people::Person& person, std::vector<sql::Thing>& things) {
  const auto& workspace = write.actor().workspace;
  for (const auto& practice : about_them)
    for (const auto& piece : files_of(write, workspace, practice.id)) {
      things.push_back({"evidence", piece.id.value});
      if (owner_of(practice) == person.id && is_recording(piece))
        evidence::remove(write, piece.id);
      else
        evidence::forget_name(write, piece, person);
    }
}

// What others in a recording that stays agreed to stays with it.
void forget_consent(sql::Write& write, const std::vector<Practice>& about_them,
                    std::string_view name) {
  const auto& workspace = write.actor().workspace;
  for (const auto& practice : about_them) {
    const auto files = files_of(write, workspace, practice.id);
    const auto consent = std::ranges::any_of(files, is_recording)
                             ? people::without_name(practice.consent, name)
                             : std::string();
    write.execute(
        "UPDATE practice SET named_at = NULL, consent = ?, found_in = '' WHERE ws = ? AND id = ?",
        consent, workspace, practice.id);
  }
}

// Whoever wrote them.
std::vector<Id<Practice>> practices_naming(sql::Read& read, const Uuid& workspace,
                                           const people::Person& person) {
  static const std::string texts =
      "title || did || changed || place || subject || found_in || consent || sent_by";
  static const auto named = "SELECT id FROM practice WHERE ws = ? AND replace(replace(" + texts +
                            ", ?, ''), ?, '') <> " + texts;
  std::vector<Id<Practice>> found;
  for (const auto& row : read.rows(named, workspace, person.name, person.email))
    found.push_back(row.get<Id<Practice>>(0));
  return found;
}

// What was said about items: a table and its column.
constexpr std::array<std::array<std::string_view, 2>, 10> said_about_items{
    {{"practice_decision", "reason"},
     {"practice_decision", "moderation"},
     {"practice_impact", "changed"},
     {"practice_impact", "evidence"},
     {"practice_impact", "cpd"},
     {"practice_question", "text"},
     {"practice_question", "answer"},
     {"practice_sharing", "audience"},
     {"practice_trial", "place"},
     {"practice_trial", "report"}}};

void forget_in_what_was_said(sql::Write& write, const people::Person& person) {
  const auto& workspace = write.actor().workspace;
  for (const auto& [table, column] : said_about_items) {
    std::vector<std::pair<Uuid, std::string>> naming;
    for (const auto& row :
         write.rows(fmt::format("SELECT id, {} FROM {} WHERE ws = ?", column, table), workspace))
      if (people::is_told_in(row.text(1), person))
        naming.emplace_back(row.uuid(0), row.get<std::string>(1));
    for (const auto& [id, text] : naming)
      write.execute(fmt::format("UPDATE {} SET {} = ? WHERE ws = ? AND id = ?", table, column),
                    people::without(person, text), workspace, id);
  }
}

std::vector<Practice> practices_of(sql::Read& read, const Uuid& workspace,
                                   Id<people::Person> person) {
  std::vector<Id<Practice>> ids;
  for (const auto& row :
       read.rows("SELECT id FROM practice WHERE ws = ? AND (finder = ? OR tutor = ?) ORDER BY id",
                 workspace, person, person))
    ids.push_back(row.get<Id<Practice>>(0));
  std::vector<Practice> found;
  found.reserve(ids.size());
  for (const auto id : ids) found.push_back(practice(read, workspace, id).value());
  return found;
}

void erase_practice(sql::Write& write, Id<people::Person> person, std::vector<sql::Thing>& things) {
  static const auto forget_variations =
      "UPDATE practice_trial SET variation = NULL WHERE ws = ? AND variation IN " + theirs_alone;
  static const auto forget_decisions =
      "DELETE FROM practice_decision WHERE ws = ? AND practice IN " + theirs_alone;
  static const auto forget_owners =
      "DELETE FROM practice_owner WHERE ws = ? AND practice IN " + theirs_alone;
  static const auto forget_items = "DELETE FROM practice WHERE ws = ? AND id IN " + theirs_alone;
  const auto& workspace = write.actor().workspace;
  add_erased_things(write, workspace, person, things);
  write.execute("DELETE FROM practice_question WHERE ws = ? AND (asked_by = ? OR adviser = ?)",
                workspace, person, person);
  write.execute("UPDATE practice_trial SET report = '', place = '' WHERE ws = ? AND person = ?",
                workspace, person);
  write.execute(forget_variations, workspace, workspace, person);
  write.execute(forget_decisions, workspace, workspace, person);
  for (const auto id : ids_of_theirs_alone(write, workspace, person)) forget_words(write, id);
  write.execute(forget_owners, workspace, workspace, person);
  write.execute(forget_items, workspace, workspace, person);
  // What stays names nobody; what they said of themselves beside it goes.
  const auto about_them = practices_of(write, workspace, person);
  const auto who = people::person(write, {workspace}, person).value();
  erase_recordings(write, about_them, who, things);
  forget_consent(write, about_them, who.name);
  for (const auto id : practices_naming(write, workspace, who)) forget_name(write, id, who);
  forget_in_what_was_said(write, who);
  write.execute("DELETE FROM practice_owner WHERE ws = ? AND person = ?", workspace, person);
  write.execute("DELETE FROM practice_digest_reader WHERE ws = ? AND person = ?", workspace,
                person);
  forget_in_minutes(write, person, things);
}

}  // namespace

bool file_stays(sql::Read& read, const Uuid& workspace, const evidence::Thing& thing,
                Id<people::Person> erased) {
  const Id<Practice> id{thing.object};
  return practice(read, workspace, id) && !goes_with(read, workspace, id, erased);
}

people::PersonalRoom personal_room() {
  return {.tell = tell_of_practice, .erase = erase_practice};
}

}  // namespace touchstone::good_practice
