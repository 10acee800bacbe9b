#pragma once
#include <map>
#include <string>
#include <vector>

#include "good_practice/decision_store.h"
#include "good_practice/idea_file_parts.h"
#include "good_practice/reach_proof.h"
#include "good_practice/spreading_store.h"
#include "sharing/sharing.h"

namespace touchstone::good_practice {

// An item beside this one, in its family of variations.
struct Relative {
  Id<Practice> id{};
  std::string title{};
  int depth = 0;  // 0: the first of the family
};

// Everything about one item that its reader may know (E-24).
struct ItemView {
  std::string by{};        // "Hannah Sorrell, Health and care", or without the name
  std::string found_by{};  // where it was somebody else, and the reader may know
  std::string theme{};
  std::vector<Decision> decisions{};
  std::vector<Sharing> sharings{};
  std::vector<Trial> trials{};
  std::vector<Practice> taken_in{};   // put together with it; for validators
  std::vector<Question> questions{};  // the reader's own, and those put to them
  std::vector<Impact> impacts{};
  std::vector<evidence::Piece> files{};
  std::map<Id<Meeting>, Meeting> meetings{};  // those named in any of these
  std::vector<Relative> family{};             // more than one, or none
  std::optional<Relative> merged_into{};
  std::vector<sharing::Share> shown_to{};             // to its finder only
  std::map<Id<people::Person>, std::string> names{};  // of those whom the reader may know
  std::vector<people::Person> advisers{};
  std::vector<Practice> others{};  // to validators: what it could be put together with

  // "Somebody" for those who may not be known.
  std::string name(Id<people::Person> person) const;
  const Trial* trial_of(Id<people::Person> person) const;
};

ItemView view_of(sql::Read& read, const SeenPractice& seen);

// Whose it is, in words: with the name where the viewer may know it (E-25).
std::string whose(sql::Read& read, const Viewer& viewer, const Practice& practice);
// The same without the name: “A colleague” and the team, where that has so many people that it does
// not say who.
inline constexpr std::int64_t fewest_unnamed = 5;
std::string somebody_of(sql::Read& read, const Uuid& workspace, const Practice& practice, Date on);
// Those who validate for the whole organisation: they also advise (E-17).
std::vector<people::Person> advisers(sql::Read& read, const Uuid& workspace, Date on);
// "Usually answers within 2 days."; "Has not been asked here yet." before the first answer.
std::string answer_time(sql::Read& read, const Uuid& workspace, Id<people::Person> adviser);

}  // namespace touchstone::good_practice
