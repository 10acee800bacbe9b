#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "platform/date.h"
#include "platform/id.h"
#include "platform/sql/turn.h"

namespace touchstone::http {

// What a person may be allowed to do on a team and all below it (docs/decisions/permissions.md).
enum class Verb : std::uint8_t {
  visit,            // come to the page at all; the resolver says who may
  read,             // see self-assessments of the team
  read_figures,     // see what they add up to
  judge,            // write self-assessments of the team
  keep_staff_list,  // people, teams and roles; sees no data
  keep_standards,   // publish standards and edit settings
  board_view,       // where we stand
};

struct Grant {
  Verb verb;
  Uuid team;
};

// Who is asking, as the sign-in room found it from cookie or token. Nobody signed in: `account` is
// empty. Signed in, but not (any longer) a person of the workspace in the address: `person` is
// empty.
struct Visitor {
  Uuid account{};
  Uuid session{};
  Uuid person{};
  bool only_looks = false;  // signed in while nothing could be saved: changes nothing
  bool remembered = false;  // by a phone, without a password: has no grants
  Uuid for_person{};        // whom they act for in this workspace, with whose grants; empty: nobody
  std::string acts_for;  // the name of whom they act for, whatever page they look at; empty: nobody
  std::string acts_in;   // the address of the workspace in which they do
  std::string name;
  std::string email;

  Uuid workspace{};  // of the address; empty outside of workspaces
  std::string workspace_slug;
  std::string workspace_name;
  bool elsewhere_too = false;  // a person of other workspaces as well
  std::string zone;
  std::string words;          // "college" or "council"
  Date today{};               // the workspace's clock
  bool clock_stands = false;  // a demo: its clock always shows that day
  std::vector<Grant> grants;
  std::string ask_name;   // of a human of the workspace who can help; empty: nobody is named
  std::string ask_email;  // theirs; may be empty

  // Changes whenever anything in the workspace changed: what a conditional GET compares.
  std::int64_t revision = 0;

  // Now by the workspace's clock: where that stands, its day with the real time of day. For dates
  // that people see; sessions, tokens and history use the real clock.
  Moment moment() const {
    const auto real = now();
    if (!clock_stands) return real;
    return std::chrono::sys_days(today) + (real - std::chrono::floor<std::chrono::days>(real));
  }
  bool signed_in() const { return !account.empty(); }
  bool acts_for_another() const { return !for_person.empty(); }
  bool may(Verb verb) const {
    for (const auto& grant : grants)
      if (grant.verb == verb) return true;
    return false;
  }
};

}  // namespace touchstone::http
