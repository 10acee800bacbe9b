#include "signin/invitation_store.h"

#include "platform/secret.h"

namespace touchstone::signin {

std::string invite(sql::Write& write, Id<people::Person> person) {
  const auto& actor = write.actor();
  write.execute("DELETE FROM invitation WHERE ws = ? AND person = ? AND used_at IS NULL",
                actor.workspace, person);
  const auto secret = random_token();
  write.execute(
      "INSERT INTO invitation (token_hash, ws, person, made_at, expires, made_by) "
      "VALUES (?, ?, ?, ?, ?, ?)",
      digest_of(secret), actor.workspace, person, now(), now() + invitation_lifetime, actor.person);
  write.record({"person", person.value, "invited", "{}"});
  return secret;
}

std::optional<Moment> invited_at(sql::Read& read, Id<people::Workspace> workspace,
                                 Id<people::Person> person) {
  auto rows =
      read.rows("SELECT made_at FROM invitation WHERE ws = ? AND person = ? AND used_at IS NULL",
                workspace, person);
  const auto* row = rows.next();
  return row ? std::optional(row->get<Moment>(0)) : std::nullopt;
}

std::optional<Invited> invited_by(sql::Read& read, std::string_view secret, Moment now) {
  for (const auto& row : read.rows("SELECT ws, person FROM invitation WHERE token_hash = ? "
                                   "AND used_at IS NULL AND expires > ?",
                                   digest_of(secret), now)) {
    const auto workspace = people::workspace(read, row.get<Id<people::Workspace>>(0));
    const auto person = people::person(read, workspace.id, row.get<Id<people::Person>>(1));
    if (!person || person->state != people::State::active || person->account ||
        person->email.empty())
      return std::nullopt;
    return Invited{workspace, *person, people::account_by_email(read, person->email).has_value()};
  }
  return std::nullopt;
}

void accept_invitation(sql::Write& write, const Invited& invited, Id<people::Account> account) {
  write.execute("UPDATE invitation SET used_at = ? WHERE ws = ? AND person = ? AND used_at IS NULL",
                now(), invited.workspace.id, invited.person.id);
  people::link_account(write, invited.person.id, account);
}

}  // namespace touchstone::signin
