#pragma once
#include "platform/sql/word_index.h"

namespace touchstone::evidence {

// Finds pieces by the words of their search keys.
inline const sql::WordIndex piece_words("evidence_word", "evidence");

}  // namespace touchstone::evidence
