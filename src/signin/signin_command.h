#pragma once
#include <iosfwd>
#include <string>

#include "platform/sql/database.h"

namespace touchstone::signin {

// What `touchstone user …` does. Each gives the exit code: 0 done, 2 when something given is wrong
// (told on `err`).

struct NewUser {
  std::string workspace{};  // slug; may be left out when there is only one
  std::string email{};
  std::string name{};
  std::string role{};  // "staff_list_keeper" …, held on the whole organisation; empty: none
  bool password_from_in =
      false;                  // the first line of `in`, instead of a generated one-time password
  bool new_password = false;  // also in place of the one that they have
};
// Prints a generated password once on `out`; it must be replaced at the first sign-in. Someone with
// an account in another workspace keeps their password; where nobody has proved the address of that
// account, it is refused without `new_password`.
int add_user(sql::Database& database, const NewUser& user, std::istream& in, std::ostream& out,
             std::ostream& err);

// One line each: e-mail, state, name, workspace, roles, separated by tabs.
int list_users(sql::Database& database, std::ostream& out, std::ostream& err);

// Takes effect at their next request and ends their sessions. Refused for the last staff-list
// keeper of a workspace.
int disable_user(sql::Database& database, const std::string& email, std::ostream& out,
                 std::ostream& err);

}  // namespace touchstone::signin
