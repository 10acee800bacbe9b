#pragma once
#include <optional>
#include <string>

#include "platform/date.h"
#include "platform/id.h"

namespace touchstone::people {
struct Person;
}

namespace touchstone::sharing {

// A thing that can be shown to somebody: "score_sheet" and its id.
struct Thing {
  std::string noun;
  Uuid object{};
};

// One colleague may see a thing, or one part of it, from then on until it is withdrawn.
struct Share {
  Id<Share> id{};
  Thing thing{};
  std::string part{};  // "coaching"; empty: the whole
  Id<people::Person> made_by{};
  Id<people::Person> audience{};
  Moment at{};
  std::optional<Moment> looked_at{};    // last; empty: not yet
  std::optional<Moment> put_away_at{};  // its audience has nothing to say
  bool answered = false;                // its audience wrote a comment

  // Whether its audience has yet to answer it, or to put it away.
  bool waits() const { return !answered && !put_away_at; }
};

// How many a thing may be shown to at a time.
inline constexpr std::size_t most_shares = 50;

}  // namespace touchstone::sharing
