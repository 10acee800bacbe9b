#pragma once
#include <string>

#include "platform/complaint.h"
#include "platform/date.h"
#include "platform/id.h"

namespace touchstone::people {
struct Person;
}

namespace touchstone::sharing {

// What one of the two wrote about what is shared.
struct Comment {
  Id<Comment> id{};
  std::string part{};  // what it is about; empty: the whole
  Id<people::Person> made_by{};
  Moment at{};
  std::string text{};
};

inline constexpr std::size_t longest_comment = 2'000;  // characters
inline constexpr std::size_t most_comments = 200;      // on one share

}  // namespace touchstone::sharing
