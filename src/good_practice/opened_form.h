#pragma once
#include "good_practice/answers.h"
#include "good_practice/reach_proof.h"

// The form of an item brings along what it said when it was opened. So what was changed elsewhere
// since then is told from what its sender changed.
namespace touchstone::good_practice {

// The answers that the form of the item shows.
Answers answers_of(sql::Read& read, const Viewer& viewer, const Practice& practice);

// What a form brings along, unseen: of one that is opened what is kept, of one that was refused
// what it brought.
Html opened_fields(sql::Read& read, const http::Request& request, const Viewer& viewer,
                   const Practice& practice);

// A form that began from an earlier version than the one that is kept.
struct Beside {
  http::Request request;  // with what only they changed, as if it had been opened just now
  std::vector<std::string> taken_over{};  // fields that only they changed
  Complaints clash{};                     // what the kept answers are, where both changed them
  bool sent_back = false;                 // the quality team decided meanwhile

  bool can_be_kept() const { return clash.empty() && !sent_back; }
};
Beside beside_theirs(sql::Read& read, const http::Request& request, const FoundPractice& found);

}  // namespace touchstone::good_practice
