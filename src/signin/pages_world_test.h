#pragma once
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

#include "signin/testing.h"

// The pages of this room over the people of the demo, all with one password, and some pages of a
// made-up room.
namespace touchstone::signin {

inline const std::string known_password = "seven green bicycles";

class PagesWorld : public sql::testing::OnBothDatabases {
 protected:
  PagesWorld();
  ~PagesWorld() override;

  http::testing::Client client() { return running_->client(); }
  // Signs in through the page.
  http::testing::Answer sign_in(http::testing::Client& client, const std::string& email,
                                const std::string& password = known_password);
  static std::string& token_of(http::testing::Client& client) {
    return client.cookies["touchstone"];
  }

  testing::DemoPeople demo_;

 private:
  void keep_passwords();

  Sightings sightings_;
  http::Routes routes_;
  std::unique_ptr<http::testing::Running> running_;
};

inline const std::string hannah = "hannah.sorrell@eastmere.example";   // a tutor without any role
inline const std::string daniel = "daniel.ashworth@eastmere.example";  // keeps the staff list
inline const std::string priya = "priya.raman@eastmere.example";       // quality manager

}  // namespace touchstone::signin
