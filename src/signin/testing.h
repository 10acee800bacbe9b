#pragma once
#include <string>
#include <string_view>

#include "platform/http/cookies.h"
#include "platform/http/testing.h"
#include "platform/sql/testing.h"
#include "signin/session_store.h"
#include "signin/signin.h"

// For tests of pages: somebody signed in, without the 125 ms of a password.
namespace touchstone::signin::testing {

// The token of a session that began `ago`.
inline std::string begin_session(sql::Database& database, std::string_view email,
                                 std::chrono::milliseconds ago = {}) {
  const auto token = random_token();
  sql::testing::housekeep(database, [&](sql::Housekeeping& housekeeping) {
    const auto account = people::account_by_email(housekeeping, email).value();
    begin(housekeeping, new_session(account.id, token, now() - ago));
  });
  return token;
}

inline void sign_in_as(http::testing::Client& client, sql::Database& database,
                       std::string_view email) {
  client.cookies[std::string(http::session_cookie(false))] = begin_session(database, email);
}

// The people of the demo, without passwords: the ids of the workspaces.
struct DemoPeople {
  Id<people::Workspace> eastmere = Id<people::Workspace>::fresh();
  Id<people::Workspace> nine_rivers = Id<people::Workspace>::fresh();
  std::vector<people::DemoPerson> people{};
};
inline DemoPeople fill_people(sql::Database& database) {
  DemoPeople demo;
  const auto fill = [&](Id<people::Workspace> workspace, auto& how) {
    sql::Actor actor;
    actor.workspace = workspace.value;
    sql::testing::write(database, actor, [&](sql::Write& write) {
      for (auto& each : how(write)) demo.people.push_back(std::move(each));
    });
  };
  fill(demo.eastmere, people::fill_eastmere);
  fill(demo.nine_rivers, people::fill_nine_rivers);
  return demo;
}

}  // namespace touchstone::signin::testing
