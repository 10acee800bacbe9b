#pragma once
#include <chrono>
#include <optional>
#include <string>

#include "people/people.h"
#include "platform/date.h"
#include "platform/secret.h"

namespace touchstone::signin {

inline constexpr std::chrono::minutes idle_limit{30};
inline constexpr std::chrono::hours absolute_limit{12};
// How old "last seen" may be before it is written again.
inline constexpr std::chrono::seconds seen_precision{60};

// One browser or program that somebody signed in with. Its token is known to that browser only.
struct Session {
  Digest token_hash{};
  Id<people::Account> account{};
  Moment started{};
  Moment seen{};
  Moment ends{};
  bool one_time = false;  // opened with a one-time password: good for replacing it, nothing else
  std::optional<Id<people::Workspace>> deputy_ws{};
  std::optional<Id<people::Deputy>> deputy{};  // as whom its owner acts for somebody there
};

Session new_session(Id<people::Account> account, const std::string& token, Moment now);
// False from the idle limit after it was last seen, and from the absolute limit after it started.
bool is_alive(const Session& session, Moment now);

}  // namespace touchstone::signin
