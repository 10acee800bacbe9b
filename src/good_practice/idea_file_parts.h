#pragma once
#include <vector>

#include "evidence/evidence.h"
#include "good_practice/reach_proof.h"
#include "platform/files/file_kind.h"

// Photos, recordings and documents of an item: in the library of whoever sent them, seen there by
// them alone, and here by whoever may read the item (E-7, E-9).
namespace touchstone::good_practice {

inline constexpr std::string_view evidence_noun = "practice";
inline evidence::Thing files_thing(Id<Practice> practice) {
  return {std::string(evidence_noun), practice.value, ""};
}

// In the files of one item that a partner sends.
inline constexpr std::size_t most_bytes_by_door = 4 * files::largest_document;

// Film or sound: whoever's practice it is can be seen or heard in it.
bool is_recording(const evidence::Piece& piece);
// A recording needs to say what those in it agreed to. `with_it`: what stays with the item.
Complaints complaints_about_files(const Practice& practice, const evidence::SentFiles& sent,
                                  const std::vector<evidence::Piece>& with_it = {});
// What is with an item that is changed, each with a tick to take it away; `taken_away`: the ids of
// those that are ticked.
Html files_with_it(const std::vector<evidence::Piece>& files,
                   const std::vector<std::string>& taken_away);

// The questions of a form that takes them; the first one opens the camera of a phone.
// `form`: what the ids of its inputs begin with.
Html idea_file_questions(const http::Request& request, std::string_view form,
                         const evidence::SentFiles& sent, const Complaints& complaints);

// What came with the item.
std::vector<evidence::Piece> files_of(sql::Read& read, const Uuid& workspace,
                                      Id<Practice> practice);
// The same with those of what was put together with it, where that had been validated by itself.
std::vector<evidence::Piece> files_shown(sql::Read& read, const Uuid& workspace,
                                         Id<Practice> practice);
// GET …/files/{file}: one of them, to whoever may read the item.
http::Response send_idea_file(sql::Read& read, const http::Request& request,
                              const SeenPractice& seen);

// What came with an item is shown as the quality team reads it (E-9, E-20).
std::optional<evidence::FixedUse> fixed_idea_file(sql::Read& read, const Uuid& workspace,
                                                  const evidence::Thing& thing);

// A file of an item that went into the bin, came back or was removed makes another version of it:
// nobody decides about it as it was read before (E-9).
void note_idea_files(sql::Write& write, const evidence::Thing& thing);

// Where evidence is used, told to its maker and to those who may read the item.
std::optional<evidence::UseLine> tell_idea_use(sql::Read& read, const http::Request& request,
                                               const evidence::Use& use);

}  // namespace touchstone::good_practice
