#pragma once
#include <optional>
#include <string>
#include <vector>

#include "good_practice/practice.h"
#include "good_practice/spreading.h"
#include "platform/sql/turn.h"

// Items as they lie in the database, validated or not. Whatever shows one to somebody goes by the
// proofs of gate_proof.h and reach_proof.h, not by these.
namespace touchstone::good_practice {

std::optional<Practice> practice(sql::Read& read, const Uuid& workspace, Id<Practice> id);
// Itself, or what it was put together with.
Id<Practice> where_it_stands(sql::Read& read, const Uuid& workspace, Id<Practice> id);
// How far it came, with the trials and the impact of what was put together with it.
Track track_of(sql::Read& read, const Uuid& workspace, Id<Practice> id);
// What came with the same words by the same door since then, the first of it first.
std::vector<Practice> came_already(sql::Read& read, const Uuid& workspace, const Practice& sent,
                                   Moment since);
// Whether it is theirs or was ever recorded as theirs, whoever it is said to be of now (E-11).
bool was_ever_of(sql::Read& read, const Uuid& workspace, Id<Practice> id,
                 Id<people::Person> person);
// How many came in by that address since then.
std::int64_t came_by(sql::Read& read, const Uuid& workspace, Id<Door> door, Moment since);

void add(sql::Write& write, const Practice& practice);
// What its finder wrote, if `version` is still that of the row; its state too.
bool change(sql::Write& write, const Practice& practice);
void rename(sql::Write& write, Id<Practice> id, std::string_view title);
// What is not valid from then on stands on no list and in no feed.
void set_state(sql::Write& write, Id<Practice> id, State state,
               const std::optional<Id<Practice>>& merged_into);
// Of what is valid: it was shared, so members find it.
void set_listed(sql::Write& write, Id<Practice> id);
void set_named(sql::Write& write, Id<Practice> id, const std::optional<Moment>& at);
// What is shown with it came or went: whoever read it before that has not read it as it is.
void note_files(sql::Write& write, Id<Practice> id);
void set_public(sql::Write& write, Id<Practice> id, bool is_public);
// "Somebody" in place of the name and address of whoever is erased, in its words too.
void forget_name(sql::Write& write, Id<Practice> id, const people::Person& person);
// Of what came from outside.
void set_sender(sql::Write& write, Id<Practice> id, std::string_view sent_by);

}  // namespace touchstone::good_practice
