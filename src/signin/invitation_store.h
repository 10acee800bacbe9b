#pragma once
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "people/people.h"
#include "platform/sql/turn.h"

namespace touchstone::signin {

// For how long the link of an invitation works.
inline constexpr std::chrono::hours invitation_lifetime{14 * 24};

// Who may come in by a link: somebody on a staff list who cannot sign in there yet.
struct Invited {
  people::Workspace workspace{};
  people::Person person{};
  std::optional<people::Account> account{};  // that has the same e-mail address
  bool proves_address = false;               // the link went to that address by mail
};

// The secret part of a new link for somebody of the actor's workspace; links they were given before
// stop working. The person must be active, have an e-mail address, and no account yet.
enum class Handed : std::uint8_t { over, by_mail };
std::string invite(sql::Write& write, const people::Person& person, Handed handed = Handed::over);

// When their link was made that was not used yet; empty: there is none.
std::optional<Moment> invited_at(sql::Read& read, Id<people::Workspace> workspace,
                                 Id<people::Person> person);
// The same of everybody who has one.
std::map<Id<people::Person>, Moment> invited_at(sql::Read& read, Id<people::Workspace> workspace);

// Empty when the link is unknown, used, or too old, or the person came in or was closed meanwhile.
std::optional<Invited> invited_by(sql::Read& read, std::string_view secret, Moment now);

// Lets them in: their place on the list belongs to that account now, and the link is used.
void accept_invitation(sql::Write& write, const Invited& invited, Id<people::Account> account);

}  // namespace touchstone::signin
