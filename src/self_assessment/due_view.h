#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "platform/date.h"
#include "platform/html/url.h"
#include "self_assessment/roll_up.h"
#include "sharing/sharing.h"
#include "signin/signin.h"

namespace touchstone::self_assessment {

// Something that waits for a person.
struct Due {
  std::string what;
  std::string detail;
  std::optional<Date> due_on{};  // empty: whenever it suits
  Url where{};
  bool begun = false;
  std::string_view state{};  // in a word; empty: by the date, or whether it is begun
};

// A score sheet, or one theme of it, that a colleague shows to the member.
struct ShownToOne {
  std::string maker;
  std::string sheet;
  bool of_whole = false;
  std::optional<Moment> looked_at{};
  Url where{};
};
// The newest first, page by page, from behind that one on.
struct ShownPage {
  std::vector<ShownToOne> shown{};
  std::optional<sharing::ShareEnd> next{};  // empty: that is all
};
ShownPage shown_to(sql::Read& read, const http::Request& request, const signin::Member& member,
                   const std::optional<sharing::ShareEnd>& after);

// Whom the member shows each score sheet to, or themes of it: names, each once, by sheet.
std::map<Uuid, std::vector<std::string>> shown_by(sql::Read& read, const signin::Member& member);

// Whoever has the role of a tutor: others may score themselves too, and nobody waits for it.
bool is_asked(sql::Read& read, const http::Request& request, const signin::Member& member);

// What waits for the member: open score sheets or the next one to start, targets by their dates,
// and what colleagues show that they have not looked at yet.
std::vector<Due> due_from(sql::Read& read, const http::Request& request,
                          const signin::Member& member);

// What waits for the member in another room, by all that were registered when the program was put
// together; the same twice counts once.
using MoreDue = void (*)(sql::Read& read, const http::Request& request,
                         const signin::Member& member, std::vector<Due>& dues);
void also_due_from(MoreDue more);

// "4 of 10 done, about 4 minutes left.", by 36 seconds a theme; at least one minute. "All 10 done."
std::string how_far(const RollUp& result);

}  // namespace touchstone::self_assessment
