#include "good_practice/withdrawal_store.h"

#include <vector>

#include "evidence/evidence.h"
#include "good_practice/idea_file_parts.h"
#include "good_practice/practice_row_store.h"
#include "good_practice/shown_thing.h"
#include "platform/sql/history.h"
#include "platform/sql/history_about.h"
#include "platform/text.h"

namespace touchstone::good_practice {
namespace {

// All that the history tells of an item that nobody but its finder and the validators had.
std::vector<sql::Thing> things_of(sql::Read& read, const Uuid& workspace, Id<Practice> id) {
  std::vector<sql::Thing> things{{"practice", id.value}};
  for (const auto& row :
       read.rows("SELECT id FROM practice_decision WHERE ws = ? AND practice = ?", workspace, id))
    things.push_back({"practice_decision", row.uuid(0)});
  return things;
}

void remove_practice(sql::Write& write, Id<Practice> id) {
  const auto& workspace = write.actor().workspace;
  sql::erase_changes(write, sql::rows_about(write, workspace, things_of(write, workspace, id)));
  sharing::remove_all(write, shown_thing(id));
  evidence::unuse_all(write, evidence_noun, id.value);
  forget_words(write, id);
  write.execute("UPDATE practice_trial SET variation = NULL WHERE ws = ? AND variation = ?",
                workspace, id);
  write.execute("DELETE FROM practice_decision WHERE ws = ? AND practice = ?", workspace, id);
  write.execute("DELETE FROM practice WHERE ws = ? AND id = ?", workspace, id);
  write.record({"practice", id.value, "deleted", "{}"});
}

}  // namespace

Traces traces_of(sql::Read& read, const Uuid& workspace, Id<Practice> id) {
  static const std::string traces =
      "SELECT CASE WHEN p.meeting IS NOT NULL "
      "OR EXISTS (SELECT 1 FROM practice_decision d WHERE d.ws = p.ws AND d.practice = p.id "
      "AND d.meeting IS NOT NULL) "
      "OR EXISTS (SELECT 1 FROM practice_sharing s WHERE s.ws = p.ws AND s.practice = p.id "
      "AND s.meeting IS NOT NULL) "
      "OR EXISTS (SELECT 1 FROM practice_impact i WHERE i.ws = p.ws AND i.practice = p.id "
      "AND i.meeting IS NOT NULL) THEN 1 ELSE 0 END, "
      "CASE WHEN EXISTS (SELECT 1 FROM practice_sharing s WHERE s.ws = p.ws AND s.practice = p.id) "
      "OR EXISTS (SELECT 1 FROM practice_trial t WHERE t.ws = p.ws AND t.practice = p.id) "
      "OR EXISTS (SELECT 1 FROM practice_question q WHERE q.ws = p.ws AND q.practice = p.id) "
      "OR EXISTS (SELECT 1 FROM practice_impact i WHERE i.ws = p.ws AND i.practice = p.id) "
      "OR EXISTS (SELECT 1 FROM practice c WHERE c.ws = p.ws AND c.parent = p.id) "
      "OR EXISTS (SELECT 1 FROM practice m WHERE m.ws = p.ws AND m.merged_into = p.id) "
      "THEN 1 ELSE 0 END FROM practice p WHERE p.ws = ? AND p.id = ?";
  for (const auto& row : read.rows(traces, workspace, id))
    return {.minuted = row.get<bool>(0), .known = row.get<bool>(1)};
  return {};
}

void withdraw(sql::Write& write, Id<Practice> id, Moment at) {
  if (write.execute("UPDATE practice SET withdrawn_at = ? WHERE ws = ? AND id = ? "
                    "AND state = 'waiting' AND withdrawn_at IS NULL",
                    at, write.actor().workspace, id) > 0)
    write.record({"practice", id.value, "withdrawn", "{}"});
}

void put_back(sql::Write& write, Id<Practice> id, Date waiting_since) {
  if (write.execute("UPDATE practice SET withdrawn_at = NULL, waiting_since = ? "
                    "WHERE ws = ? AND id = ? AND withdrawn_at IS NOT NULL",
                    to_iso(waiting_since), write.actor().workspace, id) > 0)
    write.record({"practice", id.value, "put back", "{}"});
}

std::size_t delete_withdrawn(sql::Write& write, Moment before, std::size_t at_most) {
  std::vector<Id<Practice>> old;
  for (const auto& row :
       write.rows("SELECT id FROM practice WHERE ws = ? AND withdrawn_at IS NOT NULL "
                  "AND withdrawn_at < ? ORDER BY withdrawn_at LIMIT ?",
                  write.actor().workspace, before, static_cast<std::int64_t>(at_most)))
    old.push_back(row.get<Id<Practice>>(0));
  for (const auto id : old) remove_practice(write, id);
  return old.size();
}

}  // namespace touchstone::good_practice
