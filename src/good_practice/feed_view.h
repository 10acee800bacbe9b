#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "platform/date.h"
#include "platform/id.h"

// Ideas as Atom (RFC 4287), for whoever reads feeds.
namespace touchstone::good_practice {

struct FeedEntry {
  Uuid id{};
  std::string title{};
  std::string text{};
  Moment published{};
  Moment updated{};  // its words, or its place in the feed
};

struct Feed {
  Uuid id{};
  std::string title{};
  std::string author{};
  std::string self{};  // where it is
  std::vector<FeedEntry> entries{};
};
// Ids stay what they are wherever it is served (RFC 4287, section 4.2.6). It was updated when the
// latest of its entries was.
std::string atom_of(const Feed& feed);

}  // namespace touchstone::good_practice
