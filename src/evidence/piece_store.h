#pragma once
#include <expected>
#include <optional>
#include <string_view>
#include <vector>

#include "evidence/piece.h"
#include "evidence/viewer.h"
#include "platform/sql/turn.h"

namespace touchstone::evidence {

// Whether they see it: the organisation's pieces all of its people do; a sensitive one its maker
// and those who may read self-assessments of a team of the maker; a private one its maker alone.
bool sees(sql::Read& read, const Viewer& viewer, const Piece& piece);
// Its maker; and those who keep the standards, what they see of others.
bool may_change(const Viewer& viewer, const Piece& piece);

// In the bin or not, whoever may see it.
std::optional<Piece> piece(sql::Read& read, const Uuid& workspace, Id<Piece> id);
// What it was before each change, the newest first; only what the viewer could have seen then.
std::vector<Piece> revisions_of(sql::Read& read, const Viewer& viewer, Id<Piece> id);

// By the actor. `piece.id` and `made_by` are the caller's to fill.
void add(sql::Write& write, const Piece& piece, Moment at);
// What says nothing new keeps no revision. What it is now, when that is no longer the version it
// was changed from. A piece that is private or sensitive from then on loses its public address.
std::expected<void, Piece> change(sql::Write& write, const Piece& piece, Moment at);

// What it is used for is told (changed_use_store.h) when it goes into the bin, comes back or is
// removed.
void put_in_bin(sql::Write& write, Id<Piece> id, Moment at);
// A date that it was to be kept until is forgotten when it has passed.
void put_back(sql::Write& write, Id<Piece> id, Date today);
// What that viewer may put back, the newest first, 50 at the most.
std::vector<Piece> in_the_bin(sql::Read& read, const Viewer& viewer);

// Of a piece that stays when somebody is erased: "Somebody" in place of their name and address, now
// and in what it was before, as far as others read that.
void forget_name(sql::Write& write, const Piece& held, const people::Person& person);
// With its revisions, uses and address.
void remove(sql::Write& write, Id<Piece> id);
// Deletes what was put into the bin before that moment; `at_most` so many. How many it was.
std::size_t empty_bin(sql::Write& write, Moment before, std::size_t at_most);
// Puts into the bin what was to be kept until a day before today; `at_most` so many.
std::size_t let_go(sql::Write& write, Date today, Moment at, std::size_t at_most);

}  // namespace touchstone::evidence
