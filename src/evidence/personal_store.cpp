#include "evidence/personal_store.h"

#include <algorithm>

#include "evidence/by_noun.h"
#include "evidence/piece_row_store.h"
#include "evidence/piece_store.h"
#include "evidence/use_store.h"

namespace touchstone::evidence {
namespace {

bool stays(sql::Read& read, const Uuid& workspace, const Piece& piece, Id<people::Person> erased) {
  return std::ranges::any_of(uses_of(read, workspace, piece.id), [&](const Use& use) {
    const auto stays_for = ByNoun<StaysFor>::of(use.thing.noun);
    return stays_for && stays_for(read, workspace, use.thing, erased);
  });
}

std::string seen_by(const Piece& piece) {
  if (piece.only_mine) return "you alone";
  return piece.sensitive ? "you, and those who may read self-assessments of your team"
                         : "your organisation";
}

std::string told(const File& file) {
  return file.name + " (" + size_in_words(file.size) + ")";
}

void tell_of_evidence(sql::Read& read, Id<people::Workspace> workspace, Id<people::Person> person,
                      std::vector<people::PersonalPart>& parts) {
  static const std::string by_maker =
      "SELECT " + piece_columns + " FROM evidence e WHERE e.ws = ? AND e.made_by = ? ORDER BY e.id";
  for (const auto& row : read.rows(by_maker, workspace, person)) {
    const auto piece = piece_from(row);
    people::PersonalPart part{.title = "Evidence: " + piece.title};
    part.facts = {{"Seen by", seen_by(piece)},
                  {"About", to_words(piece.about_on)},
                  {"Came", to_words(piece.came_on)}};
    if (piece.file) part.facts.push_back({"File", told(*piece.file)});
    if (!piece.link.empty()) part.facts.push_back({"Link", piece.link});
    if (!piece.text.empty()) part.facts.push_back({"Text", piece.text});
    if (piece.binned_at)
      part.facts.push_back(
          {"In the bin since", people::in_words(read, workspace, *piece.binned_at)});
    for (const auto& then :
         revisions_of(read, {.workspace = workspace, .person = person}, piece.id))
      part.facts.push_back({"Until " + people::in_words(read, workspace, then.changed_at),
                            then.title + "\n" + then.text + "\n" + then.link +
                                (then.file ? "\n" + told(*then.file) : std::string())});
    parts.push_back(std::move(part));
  }
}

// The organisation keeps its piece, but not what it said while it was theirs alone.
void forget_private_revisions(sql::Write& write, Id<people::Person> person) {
  const auto& workspace = write.actor().workspace;
  if (write.execute("DELETE FROM evidence_revision WHERE ws = ? AND private_to = ?", workspace,
                    person) > 0)
    write.record({"person", person.value, "private evidence erased", "{}"});
}

// What names them, now or before, and is read by others than its maker: in the library, or where it
// is used.
std::vector<Id<Piece>> pieces_naming(sql::Read& read, const Uuid& workspace,
                                     const people::Person& person) {
  static const std::string now_or_before =
      "SELECT e.id FROM evidence e WHERE e.ws = ? AND (e.private_to IS NULL OR EXISTS "
      "(SELECT 1 FROM evidence_use u WHERE u.ws = e.ws AND u.evidence = e.id)) AND ("
      "replace(replace(e.title || e.text || COALESCE(e.file_name, ''), ?, ''), ?, '') "
      "<> e.title || e.text || COALESCE(e.file_name, '') "
      "OR EXISTS (SELECT 1 FROM evidence_revision r WHERE r.ws = e.ws AND r.evidence = e.id "
      "AND r.private_to IS NULL "
      "AND replace(replace(r.title || r.text || COALESCE(r.file_name, ''), ?, ''), ?, '') "
      "<> r.title || r.text || COALESCE(r.file_name, ''))) ORDER BY e.id";
  std::vector<Id<Piece>> found;
  for (const auto& row :
       read.rows(now_or_before, workspace, person.name, person.email, person.name, person.email))
    found.push_back(row.get<Id<Piece>>(0));
  return found;
}

void erase_evidence(sql::Write& write, Id<people::Person> person, std::vector<sql::Thing>& things) {
  const auto& workspace = write.actor().workspace;
  // Who sees a sensitive piece follows from its maker's teams: without them nobody would.
  static const std::string theirs = "SELECT " + piece_columns +
                                    " FROM evidence e WHERE e.ws = ? AND (e.private_to = ? OR "
                                    "(e.made_by = ? AND e.sensitive = 1))";
  std::vector<Piece> own;
  for (const auto& row : write.rows(theirs, workspace, person, person))
    own.push_back(piece_from(row));
  const auto who = people::person(write, {workspace}, person).value_or(people::Person{});
  for (const auto& piece : own) {
    things.push_back({"evidence", piece.id.value});
    if (stays(write, workspace, piece, person))
      forget_name(write, piece, who);
    else
      remove(write, piece.id);
  }
  forget_private_revisions(write, person);
  for (const auto id : pieces_naming(write, workspace, who))
    if (const auto piece = evidence::piece(write, workspace, id)) forget_name(write, *piece, who);
}

}  // namespace

void stays_after_erasure(std::string_view noun, StaysFor stays) {
  ByNoun<StaysFor>::set(noun, stays);
}

people::PersonalRoom personal_room() {
  return {.tell = tell_of_evidence, .erase = erase_evidence};
}

}  // namespace touchstone::evidence
