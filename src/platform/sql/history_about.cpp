#include "platform/sql/history_about.h"

namespace touchstone::sql {

std::vector<std::int64_t> rows_about(Read& read, const Uuid& workspace,
                                     const std::vector<Thing>& things) {
  std::vector<std::int64_t> rows;
  for (const auto& thing : things)
    for (const auto& row :
         read.rows("SELECT n FROM history WHERE ws = ? AND noun = ? AND object = ?", workspace,
                   thing.noun, thing.object))
      rows.push_back(row.integer(0));
  return rows;
}

std::vector<Happened> happened_to(Read& read, const Uuid& workspace, const Thing& thing) {
  std::vector<Happened> happened;
  for (const auto& row :
       read.rows("SELECT at, verb, change FROM history WHERE ws = ? AND noun = ? AND object = ? "
                 "ORDER BY n",
                 workspace, thing.noun, thing.object))
    happened.push_back(
        {row.get<Moment>(0), row.get<std::string>(1), row.get<std::optional<std::string>>(2)});
  return happened;
}

std::vector<Change> changes_by(Read& read, const Uuid& workspace, std::string_view noun,
                               std::string_view verb) {
  std::vector<Change> changes;
  for (const auto& row : read.rows("SELECT object, change FROM history WHERE ws = ? AND noun = ? "
                                   "AND verb = ? AND change IS NOT NULL ORDER BY n",
                                   workspace, noun, verb))
    changes.push_back({row.get<Uuid>(0), row.get<std::string>(1)});
  return changes;
}

std::vector<Thing> things_touched_by(Read& read, const Uuid& workspace, const Uuid& person) {
  std::vector<Thing> things;
  for (const auto& row :
       read.rows("SELECT DISTINCT noun, object FROM history WHERE ws = ? AND actor = ?", workspace,
                 person))
    things.push_back({row.get<std::string>(0), row.get<Uuid>(1)});
  return things;
}

std::vector<Deeds> deeds_of(Read& read, const Uuid& workspace, const Uuid& person) {
  std::vector<Deeds> deeds;
  for (const auto& row :
       read.rows("SELECT noun, verb, count(*), min(at), max(at) FROM history "
                 "WHERE ws = ? AND actor = ? GROUP BY noun, verb ORDER BY noun, verb",
                 workspace, person))
    deeds.push_back({row.get<std::string>(0), row.get<std::string>(1), row.integer(2),
                     row.get<Moment>(3), row.get<Moment>(4)});
  return deeds;
}

}  // namespace touchstone::sql
