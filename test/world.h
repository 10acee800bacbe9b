#pragma once
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "app.h"
#include "demo.h"
#include "platform/http/testing.h"
#include "platform/sql/testing.h"

namespace touchstone::testing {

// Who may come to a door: the demo's people, and those who are none of them.
struct Visitor {
  std::string name;   // "owner", "other tutor" …
  std::string email;  // empty: not signed in
};

// What stands behind these words, up to the next quote or slash. Throws where they are not there.
std::string part_behind(const std::string& body, std::string_view before);

// The whole program over the demo world, on either database.
class World : public sql::testing::OnBothDatabases {
 public:
  static const Visitor nobody, owner, other_tutor, quality_manager, staff_list_keeper, principal,
      stranger;

 protected:
  World();

  http::testing::Client client_of(const Visitor& visitor);
  const std::vector<http::Route>& routes() const { return app_.routes.all(); }
  // The address of a route, with the owner's sheet and what else its pattern names.
  std::string address_of(const http::Route& route) const;
  // Of the owner, begun and empty.
  std::string own_sheet() const { return "/eastmere/self-assessments/" + sheet_; }
  // Of the owner, who alone sees it.
  std::string own_evidence() const { return "/eastmere/evidence/" + piece_; }
  // Of good practice: one that nobody has validated yet, by the owner.
  std::string own_idea() const { return "/eastmere/ideas/" + practice_; }
  // Everything that is stored, but for sessions, throttle and what else needs no history: equal
  // before and after what changed nothing.
  std::string all_that_is_kept();
  // Somebody in whose name a test may write.
  sql::Actor keeper_of_eastmere();
  files::Storage& storage() { return *files_.storage; }

 private:
  void fill_practice();

  sql::testing::Folder files_folder_;
  signin::DemoAccounts demo_;
  files::Place files_;
  App app_;
  std::string sheet_;
  std::string piece_;   // of evidence, a file with an earlier version, which the owner alone sees
  std::string person_;  // the other tutor, on the staff list
  std::string team_;    // theirs
  std::string secret_;  // of an invitation
  std::string share_;   // of the owner's sheet, with the other tutor
  std::string deputy_;  // the owner, of the other tutor
  std::string practice_file_;  // of {practice}
  std::string practice_;       // recorded by the owner, not validated
  std::string trial_;          // of the owner, of somebody else's practice
  std::string question_;       // of the owner, to the quality manager
  std::string meeting_;
  std::string door_;
  std::string sending_;  // the secret of the door
  std::unique_ptr<http::testing::Running> running_;
};

}  // namespace touchstone::testing
