#pragma once
#include <string>

#include "good_practice/practice.h"
#include "platform/sql/word_index.h"

namespace touchstone::good_practice {

// What every statement selects that reads items.
inline const std::string practice_columns =
    "SELECT p.id, p.title, p.did, p.changed, p.place, p.theme, p.subject, p.links, p.source, "
    "p.found_in, p.consent, p.stand_out, p.finder, p.sent_by, p.door, p.tutor, p.team, p.parent, "
    "p.state, p.merged_into, p.is_public, p.named_at, p.meeting, p.recorded_at, p.waiting_since, "
    "p.version, p.listed, p.changed_at, p.withdrawn_at FROM ";
Practice practice_from(const sql::Row& row);

// Finds items by the words of their search keys.
inline const sql::WordIndex practice_words("practice_word", "practice");
// Before the item is deleted.
void forget_words(sql::Write& write, Id<Practice> id);

// The ids of an item and of those that were put together with it, asked for by workspace, item,
// workspace, item. Two steps through an index each: an OR of the two would walk all items.
inline const std::string together_with_it =
    "(SELECT id FROM practice WHERE ws = ? AND id = ? UNION ALL "
    "SELECT id FROM practice WHERE ws = ? AND merged_into = ?)";

}  // namespace touchstone::good_practice
