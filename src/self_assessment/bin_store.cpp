#include "self_assessment/bin_store.h"

#include <vector>

#include "platform/sql/history.h"
#include "platform/sql/history_about.h"
#include "self_assessment/shared_thing.h"
#include "self_assessment/theme_evidence_view.h"
#include "sharing/sharing.h"

namespace touchstone::self_assessment {

namespace {

// All that the history tells of a sheet.
std::vector<sql::Thing> things_of(sql::Read& read, const Uuid& workspace, Id<ScoreSheet> sheet) {
  std::vector<sql::Thing> things{{"score_sheet", sheet.value}};
  for (const auto& row : read.rows(
           "SELECT 'judgement', id FROM judgement WHERE ws = ? AND self_assessment = ? UNION ALL "
           "SELECT 'target', id FROM target WHERE ws = ? AND self_assessment = ?",
           workspace, sheet, workspace, sheet))
    things.push_back({std::string(row.text(0)), row.get<Uuid>(1)});
  return things;
}

}  // namespace

void remove(sql::Write& write, Id<ScoreSheet> sheet) {
  const auto& workspace = write.actor().workspace;
  sql::erase_changes(write, sql::rows_about(write, workspace, things_of(write, workspace, sheet)));
  write.execute(
      "DELETE FROM tick WHERE ws = ? AND judgement IN "
      "(SELECT id FROM judgement WHERE ws = ? AND self_assessment = ?)",
      workspace, workspace, sheet);
  write.execute("DELETE FROM judgement WHERE ws = ? AND self_assessment = ?", workspace, sheet);
  write.execute("DELETE FROM target WHERE ws = ? AND self_assessment = ?", workspace, sheet);
  write.execute("DELETE FROM submission WHERE ws = ? AND self_assessment = ?", workspace, sheet);
  sharing::remove_all(write, shared_thing(sheet));
  evidence::unuse_all(write, evidence_noun, sheet.value);
  write.execute("DELETE FROM panel WHERE ws = ? AND self_assessment = ?", workspace, sheet);
  write.execute(
      "UPDATE self_assessment SET previous = "
      "(SELECT gone.previous FROM self_assessment gone WHERE gone.ws = ? AND gone.id = ?) "
      "WHERE ws = ? AND previous = ?",
      workspace, sheet, workspace, sheet);
  write.execute("DELETE FROM self_assessment WHERE ws = ? AND id = ?", workspace, sheet);
  write.record({"score_sheet", sheet.value, "deleted", "{}"});
}

std::size_t empty_bin(sql::Write& write, Moment before, std::size_t at_most) {
  std::vector<Id<ScoreSheet>> old;
  for (const auto& row :
       write.rows("SELECT id FROM self_assessment WHERE ws = ? "
                  "AND binned_at IS NOT NULL AND binned_at < ? "
                  "ORDER BY binned_at LIMIT ?",
                  write.actor().workspace, before, static_cast<std::int64_t>(at_most)))
    old.push_back(row.get<Id<ScoreSheet>>(0));
  for (const auto sheet : old) remove(write, sheet);
  return old.size();
}

}  // namespace touchstone::self_assessment
