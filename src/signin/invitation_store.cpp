#include "signin/invitation_store.h"

#include "platform/secret.h"

namespace touchstone::signin {
namespace {

Digest digest_of_address(std::string_view email) {
  return digest_of("invited " + people::email_key(email));
}

}  // namespace

std::string invite(sql::Write& write, const people::Person& person, Handed handed) {
  const auto& actor = write.actor();
  write.execute("DELETE FROM invitation WHERE ws = ? AND person = ? AND used_at IS NULL",
                actor.workspace, person.id);
  const auto secret = random_token();
  const auto mailed_to =
      handed == Handed::by_mail ? std::optional(digest_of_address(person.email)) : std::nullopt;
  write.execute(
      "INSERT INTO invitation (token_hash, ws, person, made_at, expires, made_by, mailed_to) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)",
      digest_of(secret), actor.workspace, person.id, now(), now() + invitation_lifetime,
      actor.person, mailed_to);
  write.record({"person", person.id.value, "invited", "{}"});
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

std::map<Id<people::Person>, Moment> invited_at(sql::Read& read, Id<people::Workspace> workspace) {
  std::map<Id<people::Person>, Moment> invited;
  for (const auto& row : read.rows(
           "SELECT person, made_at FROM invitation WHERE ws = ? AND used_at IS NULL", workspace))
    invited[row.get<Id<people::Person>>(0)] = row.get<Moment>(1);
  return invited;
}

std::optional<Invited> invited_by(sql::Read& read, std::string_view secret, Moment now) {
  for (const auto& row :
       read.rows("SELECT ws, person, mailed_to FROM invitation WHERE token_hash = ? "
                 "AND used_at IS NULL AND expires > ?",
                 digest_of(secret), now)) {
    const auto workspace = people::workspace(read, row.get<Id<people::Workspace>>(0));
    const auto person = people::person(read, workspace.id, row.get<Id<people::Person>>(1));
    if (!person || person->state != people::State::active || person->account ||
        person->email.empty())
      return std::nullopt;
    // The entry may have another address by now than the one that the link went to.
    const bool proves = row.get<std::optional<Digest>>(2) == digest_of_address(person->email);
    return Invited{workspace, *person, people::account_by_email(read, person->email), proves};
  }
  return std::nullopt;
}

void accept_invitation(sql::Write& write, const Invited& invited, Id<people::Account> account) {
  write.execute("UPDATE invitation SET used_at = ? WHERE ws = ? AND person = ? AND used_at IS NULL",
                now(), invited.workspace.id, invited.person.id);
  people::link_account(write, invited.person.id, account);
}

}  // namespace touchstone::signin
