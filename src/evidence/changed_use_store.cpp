#include "evidence/changed_use_store.h"

#include "evidence/by_noun.h"
#include "evidence/use_store.h"

namespace touchstone::evidence {

void changes_with(std::string_view noun, NoteChange note) {
  ByNoun<NoteChange>::set(noun, note);
}

void note_change(sql::Write& write, Id<Piece> piece) {
  for (const auto& use : uses_of(write, write.actor().workspace, piece))
    if (const auto note = ByNoun<NoteChange>::of(use.thing.noun)) note(write, use.thing);
}

}  // namespace touchstone::evidence
