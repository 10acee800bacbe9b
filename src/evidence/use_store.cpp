#include "evidence/use_store.h"

#include <algorithm>

#include "evidence/piece_row_store.h"

namespace touchstone::evidence {

std::map<std::string, std::vector<Piece>> used_for_all(sql::Read& read, const Viewer& viewer,
                                                       std::string_view noun, const Uuid& object) {
  std::map<std::string, std::vector<Piece>> by_part;
  static const std::string used =
      "SELECT " + piece_columns +
      ", u.part FROM evidence_use u JOIN evidence e ON e.ws = u.ws AND e.id = u.evidence "
      "WHERE u.ws = ? AND u.noun = ? AND u.object = ? AND e.binned_at IS NULL "
      "ORDER BY u.part, u.at, e.id";
  for (const auto& row : read.rows(used, viewer.workspace, noun, object))
    by_part[row.get<std::string>(piece_column_count)].push_back(piece_from(row));
  for (auto& [part, pieces] : by_part)
    std::erase_if(pieces, [&](const Piece& each) { return !sees(read, viewer, each); });
  return by_part;
}

std::vector<Piece> used_for(sql::Read& read, const Viewer& viewer, const Thing& thing) {
  return used_for_all(read, viewer, thing.noun, thing.object)[thing.part];
}

std::vector<Piece> attached_to(sql::Read& read, const Uuid& workspace, const Thing& thing) {
  static const std::string used =
      "SELECT " + piece_columns +
      " FROM evidence_use u JOIN evidence e ON e.ws = u.ws AND e.id = u.evidence "
      "WHERE u.ws = ? AND u.noun = ? AND u.object = ? AND u.part = ? AND e.binned_at IS NULL "
      "AND e.kind = 'file' ORDER BY u.at, e.id";
  std::vector<Piece> pieces;
  for (const auto& row : read.rows(used, workspace, thing.noun, thing.object, thing.part))
    pieces.push_back(piece_from(row));
  return pieces;
}

std::vector<Use> uses_of(sql::Read& read, const Uuid& workspace, Id<Piece> piece) {
  std::vector<Use> uses;
  for (const auto& row : read.rows("SELECT noun, object, part, made_by, at FROM evidence_use "
                                   "WHERE ws = ? AND evidence = ? ORDER BY at, noun, object, part",
                                   workspace, piece))
    uses.push_back({{row.get<std::string>(0), row.uuid(1), row.get<std::string>(2)},
                    row.get<Id<people::Person>>(3),
                    row.get<Moment>(4)});
  return uses;
}

void use(sql::Write& write, Id<Piece> piece, const Thing& thing, Moment at) {
  use(write, piece, thing, {write.actor().person}, at);
}

void use(sql::Write& write, Id<Piece> piece, const Thing& thing, Id<people::Person> by, Moment at) {
  if (write.execute("INSERT INTO evidence_use (ws, evidence, noun, object, part, made_by, at) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    write.actor().workspace, piece, thing.noun, thing.object, thing.part, by,
                    at) > 0)
    write.record({"evidence", piece.value, "attached", "{}"});
}

void unuse(sql::Write& write, Id<Piece> piece, const Thing& thing) {
  if (write.execute("DELETE FROM evidence_use WHERE ws = ? AND evidence = ? AND noun = ? "
                    "AND object = ? AND part = ?",
                    write.actor().workspace, piece, thing.noun, thing.object, thing.part) > 0)
    write.record({"evidence", piece.value, "detached", "{}"});
}

void unuse_all(sql::Write& write, std::string_view noun, const Uuid& object) {
  for (const auto& row : write.rows(
           "SELECT DISTINCT evidence FROM evidence_use WHERE ws = ? AND noun = ? AND object = ?",
           write.actor().workspace, noun, object))
    write.record({"evidence", row.uuid(0), "detached", "{}"});
  write.execute("DELETE FROM evidence_use WHERE ws = ? AND noun = ? AND object = ?",
                write.actor().workspace, noun, object);
}

}  // namespace touchstone::evidence
