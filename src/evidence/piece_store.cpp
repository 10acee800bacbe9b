#include "evidence/piece_store.h"

#include <algorithm>
#include <boost/describe.hpp>

#include "evidence/address_store.h"
#include "evidence/changed_use_store.h"
#include "evidence/piece_row_store.h"
#include "evidence/search_words.h"
#include "evidence/word_index_store.h"
#include "platform/files/sha256.h"
#include "platform/iso_or_null.h"
#include "platform/json/described.h"
#include "platform/search_words.h"
#include "platform/text.h"

namespace touchstone::evidence {
namespace {

struct KeptPiece {
  std::string kind;
  std::string file;  // its SHA-256; empty: none
  bool only_mine;
  bool sensitive;
};
BOOST_DESCRIBE_STRUCT(KeptPiece, (), (kind, file, only_mine, sensitive))

void record_piece(sql::Write& write, const Piece& piece, std::string_view verb) {
  write.record({"evidence", piece.id.value, verb,
                json::text_of(KeptPiece{
                    piece.kind, piece.file ? files::to_hex(piece.file->hash) : std::string(),
                    piece.only_mine, piece.sensitive})});
}

std::optional<Id<people::Person>> owner_of(const Piece& piece) {
  return piece.only_mine ? std::optional(piece.made_by) : std::nullopt;
}

const std::string every_revision =
    "SELECT version, private_to, sensitive, title, kind, about_on, came_on, changed_by, "
    "changed_at, link, text, file_hash, file_name, file_type, file_size FROM evidence_revision "
    "WHERE ws = ? AND evidence = ?";
Piece revision_from(const sql::Row& row, Id<Piece> id) {
  Piece then{.id = id};
  then.made_by = row.get<std::optional<Id<people::Person>>>(1).value_or(Id<people::Person>{});
  then.only_mine = !row.null(1);
  then.sensitive = row.get<bool>(2);
  then.title = row.get<std::string>(3);
  then.kind = row.get<std::string>(4);
  then.about_on = date_from_iso(row.text(5)).value();
  then.came_on = date_from_iso(row.text(6)).value();
  then.changed_by = row.get<Id<people::Person>>(7);
  then.changed_at = row.get<Moment>(8);
  then.link = row.get<std::string>(9);
  then.text = row.get<std::string>(10);
  then.file = file_from(row, 11);
  then.version = row.integer(0);
  return then;
}

void keep_revision(sql::Write& write, Id<Piece> id) {
  write.execute(
      "INSERT INTO evidence_revision (ws, evidence, version, private_to, sensitive, title, kind, "
      "about_on, came_on, changed_by, changed_at, link, text, file_hash, file_name, file_type, "
      "file_size) "
      "SELECT ws, id, version, private_to, sensitive, title, kind, about_on, came_on, changed_by, "
      "changed_at, link, text, file_hash, file_name, file_type, file_size FROM evidence WHERE ws = "
      "? AND id = ?",
      write.actor().workspace, id);
}

// Of the version that was just kept.
void note_replaced_file(sql::Write& write, const Piece& held) {
  write.execute(
      "UPDATE evidence_revision SET file_replaced = 1 WHERE ws = ? AND evidence = ? AND version = "
      "?",
      write.actor().workspace, held.id, held.version);
}

bool replaces_file(const Piece& held, const Piece& piece) {
  return held.file && (!piece.file || piece.file->hash != held.file->hash);
}

std::vector<Id<Piece>> ids_of(sql::Rows rows) {
  std::vector<Id<Piece>> ids;
  for (const auto& row : rows) ids.push_back(row.get<Id<Piece>>(0));
  return ids;
}

// What a statement writes of a file that may not be there.
struct FileColumns {
  std::optional<Digest> hash{};
  std::optional<std::string> name{};
  std::optional<std::string> type{};
  std::optional<std::int64_t> size{};
};

FileColumns columns_of(const std::optional<File>& file) {
  if (!file) return {};
  return {file->hash, file->name, file->type, file->size};
}

}  // namespace

std::optional<File> file_from(const sql::Row& row, int first) {
  if (row.null(first)) return std::nullopt;
  return File{.hash = row.get<Digest>(first),
              .name = row.get<std::string>(first + 1),
              .type = row.get<std::string>(first + 2),
              .size = row.integer(first + 3)};
}

Piece piece_from(const sql::Row& row) {
  const auto keep_until = row.get<std::optional<std::string>>(13);
  return {.id = row.get<Id<Piece>>(0),
          .made_by = row.get<Id<people::Person>>(1),
          .only_mine = !row.null(2),
          .sensitive = row.get<bool>(3),
          .title = row.get<std::string>(4),
          .kind = row.get<std::string>(5),
          .file = file_from(row, 20),
          .link = row.get<std::string>(18),
          .text = row.get<std::string>(19),
          .source = row.get<std::string>(6),
          .nature = row.get<std::string>(7),
          .basis = row.get<std::string>(8),
          .concerns = row.get<std::string>(9),
          .viewpoint = row.get<std::string>(10),
          .about_on = date_from_iso(row.text(11)).value(),
          .came_on = date_from_iso(row.text(12)).value(),
          .keep_until = keep_until ? date_from_iso(*keep_until) : std::nullopt,
          .binned_at = row.get<std::optional<Moment>>(14),
          .changed_by = row.get<Id<people::Person>>(15),
          .changed_at = row.get<Moment>(16),
          .version = row.integer(17)};
}

bool sees(sql::Read& read, const Viewer& viewer, const Piece& piece) {
  if (piece.made_by == viewer.person) return true;
  if (piece.only_mine) return false;
  if (!piece.sensitive) return true;
  if (viewer.reads.empty()) return false;
  const auto teams = people::teams_of(read, viewer.workspace, piece.made_by, viewer.today);
  return std::ranges::any_of(viewer.reads, [&](const auto granted) {
    return std::ranges::any_of(teams, [&](const auto team) {
      return people::reaches(read, viewer.workspace, granted, team);
    });
  });
}

bool may_change(const Viewer& viewer, const Piece& piece) {
  return piece.made_by == viewer.person || (viewer.keeps_standards && !piece.only_mine);
}

std::optional<Piece> piece(sql::Read& read, const Uuid& workspace, Id<Piece> id) {
  static const std::string one =
      "SELECT " + piece_columns + " FROM evidence e WHERE e.ws = ? AND e.id = ?";
  auto rows = read.rows(one, workspace, id);
  const auto* row = rows.next();
  return row ? std::optional(piece_from(*row)) : std::nullopt;
}

std::vector<Piece> revisions_of(sql::Read& read, const Viewer& viewer, Id<Piece> id) {
  const auto now_is = piece(read, viewer.workspace.value, id);
  std::vector<Piece> revisions;
  if (!now_is) return revisions;
  static const auto newest_first = every_revision + " ORDER BY version DESC";
  for (const auto& row : read.rows(newest_first, viewer.workspace, id)) {
    revisions.push_back(revision_from(row, id));
    revisions.back().made_by = now_is->made_by;
  }
  std::erase_if(revisions, [&](const Piece& then) { return !sees(read, viewer, then); });
  return revisions;
}

void add(sql::Write& write, const Piece& piece, Moment at) {
  const auto words = search_words(piece);
  const auto file = columns_of(piece.file);
  write.execute(
      "INSERT INTO evidence (ws, id, made_by, private_to, sensitive, title, sort_key, search_key, "
      "kind, source, nature, basis, concerns, viewpoint, about_on, came_on, keep_until, "
      "changed_by, changed_at, version, link, text, file_hash, file_name, file_type, file_size) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)",
      write.actor().workspace, piece.id, piece.made_by, owner_of(piece), piece.sensitive,
      piece.title, sort_key(piece.title), search_key_of(words), piece.kind, piece.source,
      piece.nature, piece.basis, piece.concerns, piece.viewpoint, to_iso(piece.about_on),
      to_iso(piece.came_on), iso_or_null(piece.keep_until), piece.made_by, at, piece.link,
      piece.text, file.hash, file.name, file.type, file.size);
  piece_words.add(write, piece.id.value, words);
  record_piece(write, piece, "added");
}

std::expected<void, Piece> change(sql::Write& write, const Piece& piece, Moment at) {
  const auto& workspace = write.actor().workspace;
  const auto held = evidence::piece(write, workspace, piece.id);
  if (!held || held->version != piece.version) return std::unexpected(held.value_or(Piece{}));
  if (*held == piece) return {};
  const auto words = search_words(piece);
  piece_words.remove(write, piece.id.value, search_words(*held));
  piece_words.add(write, piece.id.value, words);
  keep_revision(write, piece.id);
  if (replaces_file(*held, piece)) note_replaced_file(write, *held);
  const auto file = columns_of(piece.file);
  write.execute(
      "UPDATE evidence SET private_to = ?, sensitive = ?, title = ?, sort_key = ?, "
      "search_key = ?, kind = ?, source = ?, nature = ?, basis = ?, concerns = ?, viewpoint = ?, "
      "about_on = ?, came_on = ?, keep_until = ?, changed_by = ?, changed_at = ?, "
      "version = version + 1, link = ?, text = ?, file_hash = ?, file_name = ?, file_type = ?, "
      "file_size = ? WHERE ws = ? AND id = ?",
      owner_of(piece), piece.sensitive, piece.title, sort_key(piece.title), search_key_of(words),
      piece.kind, piece.source, piece.nature, piece.basis, piece.concerns, piece.viewpoint,
      to_iso(piece.about_on), to_iso(piece.came_on), iso_or_null(piece.keep_until),
      write.actor().person, at, piece.link, piece.text, file.hash, file.name, file.type, file.size,
      workspace, piece.id);
  record_piece(write, piece, "changed");
  if (!may_be_public(piece)) take_back_address(write, piece.id);
  return {};
}

void put_in_bin(sql::Write& write, Id<Piece> id, Moment at) {
  if (write.execute("UPDATE evidence SET binned_at = ? WHERE ws = ? AND id = ? "
                    "AND binned_at IS NULL",
                    at, write.actor().workspace, id) == 0)
    return;
  write.record({"evidence", id.value, "put in the bin", "{}"});
  take_back_address(write, id);
  note_change(write, id);
}

void put_back(sql::Write& write, Id<Piece> id, Date today) {
  if (write.execute("UPDATE evidence SET binned_at = NULL, "
                    "keep_until = CASE WHEN keep_until >= ? THEN keep_until END "
                    "WHERE ws = ? AND id = ? AND binned_at IS NOT NULL",
                    to_iso(today), write.actor().workspace, id) == 0)
    return;
  write.record({"evidence", id.value, "put back", "{}"});
  note_change(write, id);
}

std::vector<Piece> in_the_bin(sql::Read& read, const Viewer& viewer) {
  std::vector<Piece> pieces;
  static const std::string binned = "SELECT " + piece_columns +
                                    " FROM evidence e WHERE e.ws = ? AND e.binned_at IS NOT NULL "
                                    "AND (e.made_by = ? OR (? = 1 AND e.private_to IS NULL)) "
                                    "ORDER BY e.binned_at DESC, e.id DESC LIMIT 50";
  for (const auto& row : read.rows(binned, viewer.workspace, viewer.person, viewer.keeps_standards))
    pieces.push_back(piece_from(row));
  std::erase_if(pieces, [&](const Piece& each) { return !sees(read, viewer, each); });
  return pieces;
}

namespace {

// Whether something changed.
bool forget_in(Piece& piece, const people::Person& person) {
  const auto held = piece;
  for (auto* text : {&piece.title, &piece.text}) *text = people::without(person, *text);
  if (piece.file) piece.file->name = people::without(person, piece.file->name);
  return piece != held;
}

void forget_in_revisions(sql::Write& write, Id<Piece> id, const people::Person& person) {
  const auto& workspace = write.actor().workspace;
  std::vector<Piece> changed;
  static const auto shared = every_revision + " AND private_to IS NULL";
  for (const auto& row : write.rows(shared, workspace, id)) {
    auto then = revision_from(row, id);
    if (forget_in(then, person)) changed.push_back(std::move(then));
  }
  for (const auto& then : changed)
    write.execute(
        "UPDATE evidence_revision SET title = ?, text = ?, file_name = ? "
        "WHERE ws = ? AND evidence = ? AND version = ?",
        then.title, then.text, columns_of(then.file).name, workspace, id, then.version);
}

}  // namespace

void forget_name(sql::Write& write, const Piece& held, const people::Person& person) {
  forget_in_revisions(write, held.id, person);
  auto piece = held;
  if (!forget_in(piece, person)) return;
  const auto words = search_words(piece);
  piece_words.remove(write, piece.id.value, search_words(held));
  piece_words.add(write, piece.id.value, words);
  write.execute(
      "UPDATE evidence SET title = ?, sort_key = ?, search_key = ?, text = ?, file_name = ?, "
      "version = version + 1 WHERE ws = ? AND id = ?",
      piece.title, sort_key(piece.title), search_key_of(words), piece.text,
      columns_of(piece.file).name, write.actor().workspace, piece.id);
  record_piece(write, piece, "name forgotten");
}

void remove(sql::Write& write, Id<Piece> id) {
  const auto& workspace = write.actor().workspace;
  if (const auto held = piece(write, workspace, id)) {
    piece_words.remove(write, id.value, search_words(*held));
    if (!held->binned_at) note_change(write, id);
  }
  for (const auto* of_piece : {"DELETE FROM evidence_address WHERE ws = ? AND evidence = ?",
                               "DELETE FROM evidence_use WHERE ws = ? AND evidence = ?",
                               "DELETE FROM evidence_revision WHERE ws = ? AND evidence = ?",
                               "DELETE FROM evidence WHERE ws = ? AND id = ?"})
    write.execute(of_piece, workspace, id);
  write.record({"evidence", id.value, "deleted", "{}"});
}

std::size_t empty_bin(sql::Write& write, Moment before, std::size_t at_most) {
  const auto old =
      ids_of(write.rows("SELECT id FROM evidence WHERE ws = ? AND binned_at IS NOT NULL "
                        "AND binned_at < ? ORDER BY binned_at LIMIT ?",
                        write.actor().workspace, before, static_cast<std::int64_t>(at_most)));
  for (const auto id : old) remove(write, id);
  return old.size();
}

std::size_t let_go(sql::Write& write, Date today, Moment at, std::size_t at_most) {
  const auto past = ids_of(
      write.rows("SELECT id FROM evidence WHERE ws = ? AND keep_until IS NOT NULL "
                 "AND binned_at IS NULL AND keep_until < ? ORDER BY keep_until LIMIT ?",
                 write.actor().workspace, to_iso(today), static_cast<std::int64_t>(at_most)));
  for (const auto id : past) put_in_bin(write, id, at);
  return past.size();
}

}  // namespace touchstone::evidence
