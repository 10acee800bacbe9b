#pragma once
#include <map>
#include <vector>

#include "evidence/piece_store.h"
#include "evidence/use.h"

namespace touchstone::evidence {

// What is used for that part of a thing and the viewer sees, in the order in which it was attached;
// without what is in the bin.
std::vector<Piece> used_for(sql::Read& read, const Viewer& viewer, const Thing& thing);
// The same for every part of a thing, by part.
std::map<std::string, std::vector<Piece>> used_for_all(sql::Read& read, const Viewer& viewer,
                                                       std::string_view noun, const Uuid& object);
// What is used for that part of a thing, in the order in which it was attached, without what is in
// the bin. Whoever asks has looked whether it may be shown.
std::vector<Piece> attached_to(sql::Read& read, const Uuid& workspace, const Thing& thing);
// The earliest first.
std::vector<Use> uses_of(sql::Read& read, const Uuid& workspace, Id<Piece> piece);

// By the actor. Using a piece twice for the same changes nothing, and neither does unusing what is
// not used.
void use(sql::Write& write, Id<Piece> piece, const Thing& thing, Moment at);
// On behalf of somebody without an account, answered for by that person.
void use(sql::Write& write, Id<Piece> piece, const Thing& thing, Id<people::Person> by, Moment at);
void unuse(sql::Write& write, Id<Piece> piece, const Thing& thing);
// For a thing that is deleted: every part of it.
void unuse_all(sql::Write& write, std::string_view noun, const Uuid& object);

}  // namespace touchstone::evidence
