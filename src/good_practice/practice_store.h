#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "good_practice/practice.h"
#include "good_practice/spreading.h"
#include "platform/sql/turn.h"

// Items as they lie in the database, validated or not. Whatever shows one to somebody goes by the
// proofs of gate_proof.h and reach_proof.h, not by these.
namespace touchstone::good_practice {

// Of practice_sharing s: it was not sent back since. What is rewritten after that is shared anew.
inline const std::string still_shared =
    "NOT EXISTS (SELECT 1 FROM practice_decision d WHERE d.ws = s.ws AND d.practice = s.practice "
    "AND d.kind <> 'agree' AND d.at >= s.at)";

// Which items; what is empty asks for nothing.
struct Wanted {
  std::optional<State> state{};
  bool shared = false;       // at least once
  bool open_to_all = false;  // may stand in the public feed
  bool stand_out = false;
  std::string search{};  // without regard to case and accents
  std::string theme{};
  std::string subject{};
  std::optional<Id<people::Person>> finder{};
  std::optional<Id<Practice>> parent{};
  std::optional<Id<Meeting>> meeting{};  // recorded there
  std::optional<Id<Practice>> before{};  // recorded earlier than that one
  std::int64_t at_most = 500;
};

std::optional<Practice> practice(sql::Read& read, const Uuid& workspace, Id<Practice> id);
// The newest first.
std::vector<Practice> practices(sql::Read& read, const Uuid& workspace, const Wanted& wanted);
// How far each item is that was shared, tried, reported on or has proven its impact, and each that
// is valid.
std::map<Id<Practice>, Track> tracks(sql::Read& read, const Uuid& workspace);
Track track_of(sql::Read& read, const Uuid& workspace, Id<Practice> id);
// All of them, validated or not.
std::int64_t count_of_practices(sql::Read& read, const Uuid& workspace);
// Whether the same words came by that door since then.
bool came_already(sql::Read& read, const Uuid& workspace, const Practice& sent, Moment since);
// How many came in by that address since then.
std::int64_t came_by(sql::Read& read, const Uuid& workspace, Id<Door> door, Moment since);

void add(sql::Write& write, const Practice& practice);
// What its finder wrote, if `version` is still that of the row; its state too.
bool change(sql::Write& write, const Practice& practice);
void rename(sql::Write& write, Id<Practice> id, std::string_view title);
void set_state(sql::Write& write, Id<Practice> id, State state,
               const std::optional<Id<Practice>>& merged_into);
void set_named(sql::Write& write, Id<Practice> id, const std::optional<Moment>& at);
void set_public(sql::Write& write, Id<Practice> id, bool is_public);
// Of what came from outside.
void set_sender(sql::Write& write, Id<Practice> id, std::string_view sent_by);

}  // namespace touchstone::good_practice
