#include "evidence/changed_use_store.h"

#include <map>
#include <string>

#include "evidence/use_store.h"

namespace touchstone::evidence {
namespace {

std::map<std::string, NoteChange, std::less<>>& change_noters() {
  static std::map<std::string, NoteChange, std::less<>> all;
  return all;
}

}  // namespace

void changes_with(std::string_view noun, NoteChange note) {
  change_noters().insert_or_assign(std::string(noun), note);
}

void note_change(sql::Write& write, Id<Piece> piece) {
  for (const auto& use : uses_of(write, write.actor().workspace, piece))
    if (const auto found = change_noters().find(use.thing.noun); found != change_noters().end())
      found->second(write, use.thing);
}

}  // namespace touchstone::evidence
