#pragma once
#include <optional>
#include <vector>

#include "platform/sql/turn.h"
#include "sharing/comment.h"
#include "sharing/share.h"

namespace touchstone::sharing {

// One that is not withdrawn.
std::optional<Share> share(sql::Read& read, const Uuid& workspace, Id<Share> id);
// Whom a thing is shown to, the earliest first.
std::vector<Share> shares_of(sql::Read& read, const Uuid& workspace, const Thing& thing);
std::size_t count_of(sql::Read& read, const Uuid& workspace, const Thing& thing);
// What somebody may see of that noun, the newest first, fifty at a time from behind that one on.
inline constexpr std::size_t share_page_size = 50;
struct ShareEnd {
  Moment at{};
  Id<Share> share{};
};
struct SharePage {
  std::vector<Share> shares{};
  std::optional<ShareEnd> next{};  // empty: that is all
};
SharePage shares_with(sql::Read& read, const Uuid& workspace, Id<people::Person> audience,
                      std::string_view noun, const std::optional<ShareEnd>& after = {});
// All of them that wait for their comment, the newest first.
std::vector<Share> shares_waiting_for(sql::Read& read, const Uuid& workspace,
                                      Id<people::Person> audience, std::string_view noun);

// What somebody shows to others of that noun, the earliest first.
std::vector<Share> shares_by(sql::Read& read, const Uuid& workspace, Id<people::Person> maker,
                             std::string_view noun);

// Whether any of it was ever shown to them, withdrawn or not.
bool was_shown(sql::Read& read, const Uuid& workspace, const Thing& thing,
               Id<people::Person> audience);
// Sharing what is shared with them already changes nothing.
void begin(sql::Write& write, const Share& share);
// From now on nobody sees it through that share, nor what was written about it. Twice changes
// nothing. False when the thing never had that share.
bool withdraw(sql::Write& write, const Thing& thing, Id<Share> id, Moment at);
// Its audience looked.
void note_look(sql::Write& write, const Share& share, Moment at);
// Its audience has nothing to say about it. Twice changes nothing.
void put_away(sql::Write& write, const Share& share, Moment at);

// What was written about the things of that noun that somebody shares, and that they have not read.
struct Unread {
  Share share{};
  std::int64_t comments = 0;
};
std::vector<Unread> unread_by(sql::Read& read, const Uuid& workspace, Id<people::Person> maker,
                              std::string_view noun);
// Its maker read all of it.
void note_reading(sql::Write& write, const Share& share, Moment at);

// In their order.
std::vector<Comment> comments_on(sql::Read& read, const Uuid& workspace, Id<Share> share);
void add(sql::Write& write, Id<Share> share, const Comment& comment);

// All shares of a thing that is deleted, withdrawn ones too, with what was written about it.
void remove_all(sql::Write& write, const Thing& thing);

}  // namespace touchstone::sharing
