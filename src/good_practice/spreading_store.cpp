#include "good_practice/spreading_store.h"

#include <boost/describe.hpp>

#include "good_practice/practice_row_store.h"
#include "platform/json/described.h"

namespace touchstone::good_practice {
namespace {

struct KeptSharing {
  std::string practice;
  std::string channel;
};
BOOST_DESCRIBE_STRUCT(KeptSharing, (), (practice, channel))

struct KeptImpact {
  std::string practice;
  std::string scale;
};
BOOST_DESCRIBE_STRUCT(KeptImpact, (), (practice, scale))

const std::string impact_columns =
    "SELECT id, practice, changed, scale, evidence, cpd, theme, meeting, made_by, made_on "
    "FROM practice_impact ";
Impact impact_in(const sql::Row& row) {
  return {.id = row.get<Id<Impact>>(0),
          .practice = row.get<Id<Practice>>(1),
          .changed = row.get<std::string>(2),
          .scale = scale_from_text(row.text(3)).value(),
          .evidence = row.get<std::string>(4),
          .cpd = row.get<std::string>(5),
          .theme = row.get<std::string>(6),
          .meeting = row.get<std::optional<Id<Meeting>>>(7),
          .made_by = row.get<Id<people::Person>>(8),
          .made_on = date_from_iso(row.text(9)).value()};
}

std::vector<Impact> impacts_from(sql::Rows rows) {
  std::vector<Impact> impacts;
  for (const auto& row : rows) impacts.push_back(impact_in(row));
  return impacts;
}

std::vector<Sharing> sharings_from(sql::Rows rows) {
  std::vector<Sharing> sharings;
  for (const auto& row : rows)
    sharings.push_back({.id = row.get<Id<Sharing>>(0),
                        .practice = row.get<Id<Practice>>(1),
                        .channel = row.get<std::string>(2),
                        .audience = row.get<std::string>(3),
                        .shared_on = date_from_iso(row.text(4)).value(),
                        .onward_of = row.get<std::optional<Id<Sharing>>>(5),
                        .meeting = row.get<std::optional<Id<Meeting>>>(6),
                        .made_by = row.get<std::optional<Id<people::Person>>>(7)});
  return sharings;
}

bool is_sharing_of(sql::Read& read, const Uuid& workspace, Id<Sharing> sharing,
                   Id<Practice> practice) {
  return read.rows("SELECT 1 FROM practice_sharing WHERE ws = ? AND id = ? AND practice = ?",
                   workspace, sharing, practice)
             .next() != nullptr;
}

// Of practice_sharing s: it was not sent back since. What is rewritten after that is shared anew.
const std::string still_shared =
    "NOT EXISTS (SELECT 1 FROM practice_decision d WHERE d.ws = s.ws AND d.practice = s.practice "
    "AND d.kind <> 'agree' AND d.undone_at IS NULL AND d.at >= s.at)";

}  // namespace

bool log_sharing(sql::Write& write, const Validated& item, const Sharing& sharing, Moment at) {
  const auto& workspace = write.actor().workspace;
  const auto practice = item.practice().id;
  if (sharing.onward_of && !is_sharing_of(write, workspace, *sharing.onward_of, practice))
    return false;
  write.execute(
      "INSERT INTO practice_sharing (ws, id, practice, channel, audience, shared_on, onward_of, "
      "meeting, made_by, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      workspace, sharing.id, practice, sharing.channel, sharing.audience, to_iso(sharing.shared_on),
      sharing.onward_of, sharing.meeting, sharing.made_by, at);
  write.record({"practice_sharing", sharing.id.value, "made",
                json::text_of(KeptSharing{to_text(practice), sharing.channel})});
  set_listed(write, practice);
  return true;
}

std::vector<Sharing> sharings_of(sql::Read& read, const Uuid& workspace, Id<Practice> practice) {
  return sharings_from(
      read.rows("SELECT id, practice, channel, audience, shared_on, onward_of, meeting, made_by "
                "FROM practice_sharing WHERE ws = ? AND practice = ? ORDER BY shared_on, id",
                workspace, practice));
}

std::vector<Sharing> sharings_in(sql::Read& read, const Uuid& workspace, Id<Meeting> meeting) {
  return sharings_from(
      read.rows("SELECT id, practice, channel, audience, shared_on, onward_of, meeting, made_by "
                "FROM practice_sharing WHERE ws = ? AND meeting = ? ORDER BY shared_on, id",
                workspace, meeting));
}

bool is_shared_still(sql::Read& read, const Uuid& workspace, Id<Practice> practice) {
  static const auto any =
      "SELECT 1 FROM practice_sharing s WHERE s.ws = ? AND s.practice = ? AND " + still_shared +
      " LIMIT 1";
  return read.rows(any, workspace, practice).next() != nullptr;
}

std::optional<Moment> first_listed_at(sql::Read& read, const Uuid& workspace,
                                      Id<Practice> practice) {
  static const auto first =
      "SELECT MIN(s.at) FROM practice_sharing s WHERE s.ws = ? AND s.practice = ? AND " +
      still_shared;
  for (const auto& row : read.rows(first, workspace, practice))
    return row.get<std::optional<Moment>>(0);
  return std::nullopt;
}

std::vector<Id<Practice>> first_shared_between(sql::Read& read, const Uuid& workspace, Date first,
                                               Date last) {
  static const auto in_time =
      "SELECT s.practice FROM practice_sharing s WHERE s.ws = ? AND s.shared_on >= ? "
      "AND s.shared_on <= ? AND " +
      still_shared +
      " AND NOT EXISTS (SELECT 1 FROM practice_sharing b WHERE b.ws = s.ws "
      "AND b.practice = s.practice AND b.shared_on < ? AND NOT EXISTS (SELECT 1 "
      "FROM practice_decision e WHERE e.ws = b.ws AND e.practice = b.practice "
      "AND e.kind <> 'agree' AND e.undone_at IS NULL AND e.at >= b.at)) "
      "GROUP BY s.practice ORDER BY MIN(s.shared_on), s.practice";
  std::vector<Id<Practice>> found;
  for (const auto& row : read.rows(in_time, workspace, to_iso(first), to_iso(last), to_iso(first)))
    found.push_back(row.get<Id<Practice>>(0));
  return found;
}

std::vector<FirstSharing> first_noted_between(sql::Read& read, const people::Workspace& workspace,
                                              Date first, Date last) {
  static const auto first_noted =
      "SELECT s.practice, MIN(s.shared_on), MIN(s.at) FROM practice_sharing s WHERE s.ws = ? "
      "AND s.at >= ? AND s.at < ? AND " +
      still_shared +
      " AND NOT EXISTS (SELECT 1 FROM practice_sharing b WHERE b.ws = s.ws "
      "AND b.practice = s.practice AND b.at < ? AND NOT EXISTS (SELECT 1 "
      "FROM practice_decision e WHERE e.ws = b.ws AND e.practice = b.practice "
      "AND e.kind <> 'agree' AND e.undone_at IS NULL AND e.at >= b.at)) "
      "GROUP BY s.practice ORDER BY MIN(s.at), s.practice";
  // A day more at both ends, whatever the zone; then by the day there.
  const Moment from = std::chrono::sys_days(first) - std::chrono::days(1);
  const Moment to = std::chrono::sys_days(last) + std::chrono::days(2);
  std::vector<FirstSharing> found;
  for (const auto& row : read.rows(first_noted, workspace.id, from, to, from)) {
    const auto noted = row.get<Moment>(2);
    const auto on = date_in(noted, workspace.zone);
    if (on >= first && on <= last)
      found.push_back({row.get<Id<Practice>>(0), date_from_iso(row.text(1)).value(), noted});
  }
  return found;
}

void record_impact(sql::Write& write, const Validated& item, const Impact& impact, Moment at) {
  const auto practice = item.practice().id;
  write.execute(
      "INSERT INTO practice_impact (ws, id, practice, changed, scale, evidence, cpd, theme, "
      "meeting, made_by, made_on, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      write.actor().workspace, impact.id, practice, impact.changed, to_text(impact.scale),
      impact.evidence, impact.cpd, impact.theme, impact.meeting, impact.made_by,
      to_iso(impact.made_on), at);
  write.record({"practice_impact", impact.id.value, "recorded",
                json::text_of(KeptImpact{to_text(practice), std::string(to_text(impact.scale))})});
}

std::vector<Impact> impacts_of(sql::Read& read, const Uuid& workspace, Id<Practice> practice) {
  static const auto of_one =
      impact_columns + "WHERE ws = ? AND practice IN " + together_with_it + " ORDER BY at, id";
  return impacts_from(read.rows(of_one, workspace, workspace, practice, workspace, practice));
}

std::vector<Impact> impacts_in(sql::Read& read, const Uuid& workspace, Id<Meeting> meeting) {
  static const auto in_one = impact_columns + "WHERE ws = ? AND meeting = ? ORDER BY at, id";
  return impacts_from(read.rows(in_one, workspace, meeting));
}

std::vector<Impact> impacts_for(sql::Read& read, const Uuid& workspace, std::string_view standard) {
  static const auto with_a_theme =
      impact_columns + "WHERE ws = ? AND theme <> '' ORDER BY at DESC, id DESC";
  constexpr std::size_t at_most = 200;
  std::vector<Impact> impacts;
  for (const auto& row : read.rows(with_a_theme, workspace)) {
    if (impacts.size() == at_most) break;
    auto impact = impact_in(row);
    if (impact.theme.starts_with(standard) && impact.theme.substr(standard.size()).starts_with("/"))
      impacts.push_back(std::move(impact));
  }
  return impacts;
}

}  // namespace touchstone::good_practice
