#pragma once
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "signin/testing.h"
#include "staff/staff.h"

namespace touchstone::staff {

class StaffList : public signin::testing::RoomWorld {
 protected:
  StaffList() {
    add_routes(routes_);
    start();
  }

  const people::Person& somebody(std::string_view name) const {
    for (const auto& each : demo_.people)
      if (each.person.name == name) return each.person;
    throw std::logic_error("not in the demo");
  }
  std::string address_of(std::string_view name) const {
    return "/eastmere/staff-list/" + to_text(somebody(name).id);
  }
  std::string team_called(std::string_view name) {
    std::string id;
    read([&](sql::Read& read) {
      for (const auto& team : people::teams(read, demo_.eastmere))
        if (team.name == name) id = to_text(team.id);
    });
    return id;
  }
  void grant(std::string_view name, people::Role role, std::string_view team) {
    write_in(demo_.eastmere, [&](sql::Write& write) {
      using namespace std::chrono_literals;
      people::grant_role(write, somebody(name).id,
                         {role, *Id<people::Team>::from_text(team_called(team))}, 2026y / 9 / 1);
    });
  }

  const std::string daniel = "daniel.ashworth@eastmere.example";  // keeps the whole list
  const std::string ruth = "ruth.penhaligon@eastmere.example";    // the partner's manager
  const std::string hannah = "hannah.sorrell@eastmere.example";
  const std::string priya = "priya.raman@eastmere.example";
};

}  // namespace touchstone::staff
