#include "evidence/address_store.h"

#include "evidence/piece_store.h"
#include "platform/secret.h"

namespace touchstone::evidence {

std::string make_address(sql::Write& write, Id<Piece> piece, Moment at) {
  auto secret = random_token();
  write.execute(
      "INSERT INTO evidence_address (ws, evidence, token_hash, made_by, made_at) "
      "VALUES (?, ?, ?, ?, ?) ON CONFLICT (ws, evidence) DO UPDATE SET "
      "token_hash = excluded.token_hash, made_by = excluded.made_by, made_at = excluded.made_at",
      write.actor().workspace, piece, digest_of(secret), write.actor().person, at);
  write.record({"evidence", piece.value, "made public", "{}"});
  return secret;
}

void take_back_address(sql::Write& write, Id<Piece> piece) {
  if (write.execute("DELETE FROM evidence_address WHERE ws = ? AND evidence = ?",
                    write.actor().workspace, piece) > 0)
    write.record({"evidence", piece.value, "made public no more", "{}"});
}

std::optional<Moment> address_made_at(sql::Read& read, const Uuid& workspace, Id<Piece> piece) {
  auto rows = read.rows("SELECT made_at FROM evidence_address WHERE ws = ? AND evidence = ?",
                        workspace, piece);
  const auto* row = rows.next();
  return row ? std::optional(row->get<Moment>(0)) : std::nullopt;
}

std::optional<PublicPiece> piece_at(sql::Read& read, std::string_view secret) {
  Id<people::Workspace> workspace;
  Id<Piece> id;
  {
    auto rows = read.rows("SELECT ws, evidence FROM evidence_address WHERE token_hash = ?",
                          digest_of(secret));
    const auto* row = rows.next();
    if (!row) return std::nullopt;
    workspace = row->get<Id<people::Workspace>>(0);
    id = row->get<Id<Piece>>(1);
  }
  auto found = piece(read, workspace.value, id);
  if (!found || !may_be_public(*found)) return std::nullopt;
  return PublicPiece{people::workspace(read, workspace), *std::move(found)};
}

}  // namespace touchstone::evidence
