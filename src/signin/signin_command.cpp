#include "signin/signin_command.h"

#include <algorithm>
#include <istream>
#include <ostream>

#include "people/people.h"
#include "platform/text.h"
#include "signin/account_link_store.h"
#include "signin/credential_store.h"
#include "signin/device_store.h"
#include "signin/password.h"
#include "signin/session_store.h"

namespace touchstone::signin {

namespace {

using people::Workspace;

// Something given is wrong: a sentence for the terminal.
struct Wrong : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// A turn on behalf of whoever sits at the terminal, with what it gives.
template <class Result>
Result change(sql::Database& database, const Uuid& workspace,
              const std::function<Result(sql::Write&)>& body) {
  std::optional<Result> result;
  database.write([&](sql::Turn& turn) {
    sql::Write write(
        turn, {.workspace = workspace, .channel = sql::Channel::command_line, .request = {}});
    result = body(write);
    write.finish(database.keys());
    return sql::Verdict::keep;
  });
  return *std::move(result);
}

int explained(std::ostream& err, const std::function<void()>& body) {
  try {
    body();
    return 0;
  } catch (const Wrong& wrong) {
    err << wrong.what() << '\n';
    return 2;
  }
}

void refuse(const Complaints& complaints) {
  if (complaints.empty()) return;
  std::string sentences;
  for (const auto& complaint : complaints)
    sentences += (sentences.empty() ? "" : " ") + complaint.message;
  throw Wrong(sentences);
}

Workspace workspace_called(sql::Read& read, const std::string& slug) {
  const auto all = people::all_workspaces(read);
  if (all.empty())
    throw Wrong(
        "There is no organisation yet. Start the server, open /set-up, and enter the secret it "
        "printed.");
  if (slug.empty() && all.size() == 1) return all.front();
  if (slug.empty()) throw Wrong("Name the organisation with --workspace: there are several.");
  const auto found = std::ranges::find(all, slug, &Workspace::slug);
  if (found == all.end()) throw Wrong("There is no organisation called “" + slug + "”.");
  return *found;
}

std::optional<people::Role> role_called(const std::string& text) {
  if (text.empty()) return std::nullopt;
  if (const auto role = people::role_from_text(text)) return role;
  std::string known;
  for (const auto role : people::every_role)
    known.append(known.empty() ? "" : ", ").append(to_text(role));
  throw Wrong("There is no role “" + text + "”. Roles are: " + known + ".");
}

std::string first_line(std::istream& in) {
  std::string line;
  std::getline(in, line);
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

// Whether nobody has chosen a password for the account yet.
bool has_no_own_password(sql::Read& read, Id<people::Account> account) {
  const auto password = password_of(read, account);
  return !password || password->one_time;
}

// An account that may be let into one more organisation. Anybody who keeps a staff list could have
// made it with an address that is somebody else's, and know its password.
void refuse_unproved(const people::Account& account, const Workspace& workspace) {
  if (account.proved_at) return;
  throw Wrong(
      "There is an account with the address " + account.email +
      ", but nobody has shown that the address is theirs: whoever made the account only said so, "
      "and "
      "would come into " +
      workspace.name +
      " with it. Let the person choose a new password by “Forgotten password” on the sign-in page, "
      "then add them again. Or add them with --new-password: the account gets a new password, "
      "which "
      "you hand to the person yourself.");
}

// Empty: there is none with that address.
std::optional<people::Account> account_for(sql::Read& read, const std::string& email) {
  auto known = people::account_by_email(read, email);
  if (known && known->state != people::State::active)
    throw Wrong("The account of " + email + " is disabled.");
  return known;
}

people::Account add_account(sql::Write& write, const std::string& email) {
  const people::Account account{
      .id = Id<people::Account>::fresh(), .email = email, .proved_at = now()};
  people::add(write, account);
  return account;
}

// Whoever came in with what the account had before is out.
void give_password(sql::Write& write, const people::Account& account, Password password) {
  password.account = account.id;
  keep_password(write, password);
  auto housekeeping = write.housekeeping();
  end_all(housekeeping, account.id);
  forget_all(housekeeping, account.id);
  use_up_all_links(housekeeping, account.id);
  if (!account.proved_at) people::prove_address(write, account.id, now());
}

void add_person(sql::Write& write, const Workspace& workspace, const NewUser& user,
                Id<people::Account> account, std::optional<people::Role> role) {
  const auto since = people::today(workspace, now());
  const auto root = people::root_team(write, workspace.id);
  const people::Person person{.id = Id<people::Person>::fresh(),
                              .account = account,
                              .name = user.name,
                              .email = user.email};
  refuse(complaints_about(person));
  people::add(write, person);
  people::join_team(write, person.id, root, since);
  if (role) people::grant_role(write, person.id, {*role, root}, since);
}

// Their entry on the staff list: the one that is there, or a new one.
void let_in(sql::Write& write, const Workspace& workspace, const NewUser& user,
            Id<people::Account> account, std::optional<people::Role> role) {
  const auto listed = people::person_by_email(write, workspace.id, user.email);
  if (!listed) return add_person(write, workspace, user, account, role);
  if (listed->account)
    throw Wrong(user.email + " is on the staff list of " + workspace.name + " already.");
  if (listed->state != people::State::active)
    throw Wrong("The access of " + user.email + " to " + workspace.name + " is closed.");
  people::link_account(write, listed->id, account);
  if (role)
    people::grant_role(write, listed->id, {*role, people::root_team(write, workspace.id)},
                       people::today(workspace, now()));
}

// What came of it for the account.
struct Given {
  bool password = false;                 // it has the one that was made
  std::vector<std::string> elsewhere{};  // the organisations that this password opens besides
};

Given add_to_staff_list(sql::Write& write, const Workspace& workspace, const NewUser& user,
                        std::optional<people::Role> role, const Password& password) {
  const auto known = account_for(write, user.email);
  const bool in_already = known && people::person_of(write, workspace.id, known->id).has_value();
  const bool gives = user.new_password || !known || has_no_own_password(write, known->id);
  if (in_already && !gives)
    throw Wrong(user.email + " is on the staff list of " + workspace.name + " already.");
  if (!gives) refuse_unproved(*known, workspace);
  const auto account = known ? *known : add_account(write, user.email);
  if (!in_already) let_in(write, workspace, user, account.id, role);
  if (!gives) return {};
  give_password(write, account, password);
  Given given{.password = true};
  for (const auto& each : people::workspaces_of(write, account.id))
    if (each.id != workspace.id) given.elsewhere.push_back(each.name);
  return given;
}

std::string roles_text(sql::Read& read, const Workspace& workspace, Id<people::Person> person) {
  std::string text;
  for (const auto& grant :
       people::roles_of(read, workspace.id, person, people::today(workspace, now())))
    text.append(text.empty() ? "" : ", ").append(to_text(grant.role));
  return text;
}

std::string_view state_of(sql::Read& read, const people::Person& person) {
  if (person.state == people::State::disabled) return to_text(person.state);
  if (!person.account) return "without account";
  const auto account = people::account(read, *person.account);
  return account ? to_text(account->state) : "without account";
}

bool disable_account(sql::Write& write, const std::string& email) {
  const auto account = people::account_by_email(write, email);
  if (!account) throw Wrong("Nobody signs in as " + email + ".");
  for (const auto& workspace : people::workspaces_of(write, account->id)) {
    const auto person = people::person_of(write, workspace.id, account->id);
    if (person &&
        people::is_last_keeper(write, workspace.id, person->id, people::today(workspace, now())))
      throw Wrong(email + " is the last staff-list keeper of " + workspace.name +
                  ". Give that role to somebody else first.");
  }
  auto housekeeping = write.housekeeping();
  end_all(housekeeping, account->id);
  use_up_all_links(housekeeping, account->id);
  forget_all(housekeeping, account->id);
  return people::disable(write, account->id);
}

}  // namespace

int add_user(sql::Database& database, const NewUser& user, std::istream& in, std::ostream& out,
             std::ostream& err) {
  return explained(err, [&] {
    const auto role = role_called(user.role);
    if (!people::is_email(user.email)) throw Wrong("“" + user.email + "” is no email address.");
    const auto typed = user.password_from_in ? first_line(in) : one_time_password();
    if (user.password_from_in) refuse(complaints_about_password(typed, user.email, "password"));
    std::optional<Workspace> workspace;
    database.read([&](sql::Read& read) { workspace = workspace_called(read, user.workspace); });
    const Password password{{}, hash_password(typed), !user.password_from_in, now()};
    const auto given = change<Given>(database, workspace->id.value, [&](sql::Write& write) {
      return add_to_staff_list(write, *workspace, user, role, password);
    });
    out << "Added " << user.email << " to " << workspace->name << ".\n";
    if (!given.password) out << "They sign in with the password they have.\n";
    for (const auto& elsewhere : given.elsewhere)
      out << "Warning: the new password opens " << elsewhere
          << " too. Hand it to the owner of the address and to nobody else.\n";
    if (given.password && !user.password_from_in)
      out << "One-time password, good for 7 days: " << typed << '\n';
  });
}

int list_users(sql::Database& database, std::ostream& out, std::ostream&) {
  database.read([&](sql::Read& read) {
    for (const auto& workspace : people::all_workspaces(read))
      for (const auto& person : people::persons(read, workspace.id))
        out << person.email << '\t' << state_of(read, person) << '\t' << person.name << '\t'
            << workspace.slug << '\t' << roles_text(read, workspace, person.id) << '\n';
  });
  return 0;
}

int disable_user(sql::Database& database, const std::string& email, std::ostream& out,
                 std::ostream& err) {
  return explained(err, [&] {
    const bool was_active = change<bool>(
        database, {}, [&](sql::Write& write) { return disable_account(write, email); });
    out << (was_active ? "Disabled " : "Already disabled: ") << email << ".\n";
  });
}

}  // namespace touchstone::signin
