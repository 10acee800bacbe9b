#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "look/layout.h"
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

// The base of a room's page tests: the demo's people, the routes of this room and those that the
// test adds, and a server once start() was called.
class RoomWorld : public sql::testing::OnBothDatabases {
 public:
  http::testing::Client client_of(const std::string& email) {
    auto client = running_->client();
    sign_in_as(client, database(), email);
    return client;
  }

 protected:
  RoomWorld() : demo_(fill_people(database())), sightings_(database()) { add_routes(routes_); }

  void start(http::ServerSettings settings = {}) {
    http::Hooks hooks;
    hooks.identify = [this](sql::Read& read, http::Request& request) {
      sightings_.identify(read, request);
    };
    hooks.refusal_page = look::refusal_page;
    running_ =
        std::make_unique<http::testing::Running>(routes_, database(), hooks, std::move(settings));
  }
  // A turn in that workspace, on behalf of the program.
  void write_in(Id<people::Workspace> workspace, const std::function<void(sql::Write&)>& body) {
    sql::Actor actor;
    actor.workspace = workspace.value;
    write(actor, body);
  }

  DemoPeople demo_;
  http::Routes routes_;
  std::unique_ptr<http::testing::Running> running_;

 private:
  Sightings sightings_;
};

}  // namespace touchstone::signin::testing
