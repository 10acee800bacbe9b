#include "good_practice/decision_store.h"

#include <boost/describe.hpp>

#include "good_practice/list_store.h"
#include "good_practice/spreading_store.h"
#include "platform/json/described.h"

namespace touchstone::good_practice {
namespace {

struct KeptDecision {
  std::string practice;
  std::string verdict;
  std::optional<std::string> meeting;
};
BOOST_DESCRIBE_STRUCT(KeptDecision, (), (practice, verdict, meeting))

struct KeptMeeting {
  Date held_on;
};
BOOST_DESCRIBE_STRUCT(KeptMeeting, (), (held_on))

std::vector<Decision> decisions_from(sql::Rows rows) {
  std::vector<Decision> decisions;
  for (const auto& row : rows)
    decisions.push_back({.id = row.get<Id<Decision>>(0),
                         .practice = row.get<Id<Practice>>(1),
                         .verdict = verdict_from_text(row.text(2)).value(),
                         .reason = row.get<std::string>(3),
                         .moderation = row.get<std::string>(4),
                         .into = row.get<std::optional<Id<Practice>>>(5),
                         .meeting = row.get<std::optional<Id<Meeting>>>(6),
                         .made_by = row.get<Id<people::Person>>(7),
                         .at = row.get<Moment>(8),
                         .made_on = date_from_iso(row.text(9)).value(),
                         .before = state_from_text(row.text(12)).value(),
                         .undone_by = row.get<std::optional<Id<people::Person>>>(10),
                         .undone_at = row.get<std::optional<Moment>>(11)});
  return decisions;
}

const std::string decision_columns =
    "SELECT id, practice, kind, reason, moderation, into_practice, meeting, made_by, at, made_on, "
    "undone_by, undone_at, state_before FROM practice_decision ";

Meeting meeting_in(const sql::Row& row) {
  return {.id = row.get<Id<Meeting>>(0),
          .held_on = date_from_iso(row.text(1)).value(),
          .people = row.get<std::string>(2),
          .notes = row.get<std::string>(3),
          .made_by = row.get<Id<people::Person>>(4),
          .version = row.integer(5)};
}

// Of those that point to `from` since they were put together with `into`: they point to `kept`
// again, and what had gone along with them too.
void bring_back(sql::Write& write, Id<Practice> into, Id<Practice> kept, Id<Practice> from) {
  for (const auto& other : put_into(write, write.actor().workspace, from)) {
    const auto merge = standing_decision(write, write.actor().workspace, other.id);
    if (!merge || merge->into != into) continue;
    write.execute("UPDATE practice SET merged_into = ? WHERE ws = ? AND id = ?", kept,
                  write.actor().workspace, other.id);
    bring_back(write, other.id, kept, from);
  }
}

void record_meeting(sql::Write& write, const Meeting& meeting, std::string_view verb) {
  write.record(
      {"practice_meeting", meeting.id.value, verb, json::text_of(KeptMeeting{meeting.held_on})});
}

}  // namespace

std::optional<Decision> standing_decision(sql::Read& read, const Uuid& workspace,
                                          Id<Practice> practice) {
  static const auto last =
      decision_columns +
      "WHERE ws = ? AND practice = ? AND undone_at IS NULL ORDER BY at DESC, id DESC LIMIT 1";
  auto found = decisions_from(read.rows(last, workspace, practice));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

void decide(sql::Write& write, const Decider& decider, const Decision& decision,
            std::string_view title) {
  const auto& item = decider.practice();
  set_state(write, item.id, state_after(decision.verdict),
            decision.verdict == Verdict::merge ? decision.into : std::nullopt);
  // What was put together with it goes along.
  if (decision.verdict == Verdict::merge)
    write.execute("UPDATE practice SET merged_into = ? WHERE ws = ? AND merged_into = ?",
                  decision.into, write.actor().workspace, item.id);
  if (!title.empty() && title != item.title) rename(write, item.id, title);
  write.execute(
      "INSERT INTO practice_decision (ws, id, practice, kind, reason, moderation, into_practice, "
      "meeting, made_by, at, made_on, state_before, waited_since) VALUES (?, ?, ?, ?, ?, ?, ?, ?, "
      "?, ?, ?, ?, ?)",
      write.actor().workspace, decision.id, item.id, to_text(decision.verdict), decision.reason,
      decision.moderation, decision.into, decision.meeting, decider.person(), decision.at,
      to_iso(decision.made_on), to_text(item.state), to_iso(item.waiting_since));
  write.record({"practice_decision", decision.id.value, "made",
                json::text_of(KeptDecision{
                    to_text(item.id), std::string(to_text(decision.verdict)),
                    decision.meeting ? std::optional(to_text(*decision.meeting)) : std::nullopt})});
}

std::vector<Decision> decisions_of(sql::Read& read, const Uuid& workspace, Id<Practice> practice) {
  static const auto of_one = decision_columns + "WHERE ws = ? AND practice = ? ORDER BY at, id";
  return decisions_from(read.rows(of_one, workspace, practice));
}

std::vector<Decision> decisions_in(sql::Read& read, const Uuid& workspace, Id<Meeting> meeting) {
  static const auto in_one = decision_columns + "WHERE ws = ? AND meeting = ? ORDER BY at, id";
  return decisions_from(read.rows(in_one, workspace, meeting));
}

bool was_agreed(sql::Read& read, const Uuid& workspace, Id<Practice> practice) {
  static const auto before_merging =
      decision_columns +
      "WHERE ws = ? AND practice = ? AND undone_at IS NULL AND kind <> 'merge' "
      "ORDER BY at DESC, id DESC LIMIT 1";
  const auto found = decisions_from(read.rows(before_merging, workspace, practice));
  return !found.empty() && found.front().verdict == Verdict::agree;
}

void take_apart(sql::Write& write, const Decider& decider, Moment at) {
  const auto& workspace = write.actor().workspace;
  const auto id = decider.practice().id;
  const auto merge = standing_decision(write, workspace, id).value();
  write.execute("UPDATE practice_decision SET undone_by = ?, undone_at = ? WHERE ws = ? AND id = ?",
                decider.person(), at, workspace, merge.id);
  write.record({"practice_decision", merge.id.value, "undone",
                json::text_of(KeptDecision{to_text(id), std::string(to_text(merge.verdict)), {}})});
  set_state(write, id, merge.before, std::nullopt);
  if (is_shared_still(write, workspace, id)) set_listed(write, id);
  // What had gone along with it comes back with it.
  if (const auto from = decider.practice().merged_into) bring_back(write, id, id, *from);
}

void add(sql::Write& write, const Meeting& meeting, Moment at) {
  write.execute(
      "INSERT INTO practice_meeting (ws, id, held_on, people, notes, made_by, at, version) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, 1)",
      write.actor().workspace, meeting.id, to_iso(meeting.held_on), meeting.people, meeting.notes,
      meeting.made_by, at);
  record_meeting(write, meeting, "begun");
}

bool change(sql::Write& write, const Meeting& meeting) {
  if (write.execute("UPDATE practice_meeting SET held_on = ?, people = ?, notes = ?, "
                    "version = version + 1 WHERE ws = ? AND id = ? AND version = ?",
                    to_iso(meeting.held_on), meeting.people, meeting.notes, write.actor().workspace,
                    meeting.id, meeting.version) == 0)
    return false;
  record_meeting(write, meeting, "changed");
  return true;
}

std::optional<Meeting> meeting(sql::Read& read, const Uuid& workspace, Id<Meeting> id) {
  for (const auto& row : read.rows("SELECT id, held_on, people, notes, made_by, version "
                                   "FROM practice_meeting WHERE ws = ? AND id = ?",
                                   workspace, id))
    return meeting_in(row);
  return std::nullopt;
}

std::vector<Meeting> meetings(sql::Read& read, const Uuid& workspace) {
  std::vector<Meeting> found;
  for (const auto& row : read.rows("SELECT id, held_on, people, notes, made_by, version "
                                   "FROM practice_meeting WHERE ws = ? "
                                   "ORDER BY held_on DESC, id DESC LIMIT 50",
                                   workspace))
    found.push_back(meeting_in(row));
  return found;
}

}  // namespace touchstone::good_practice
