#pragma once
#include "test/world.h"

namespace touchstone::testing {

// The demo world, in which people name deputies and act.
class DeputyWorld : public World {
 protected:
  std::string begin_deputising(const Visitor& represented, const Visitor& deputy,
                               std::string_view since = "2027-01-19",
                               std::string_view until = "2027-01-29") {
    auto client = client_of(represented);
    const auto answer = client.post_json(
        "/eastmere/deputies", R"({"deputy": ")" + deputy.email + R"(", "since": ")" +
                                  std::string(since) + R"(", "until": ")" + std::string(until) +
                                  R"("})");
    EXPECT_EQ(answer.status, 200) << answer.body;
    return part_behind(answer.body, "items\":[{\"id\":\"");
  }
  static std::string acting_at(const std::string& deputy) {
    return "/eastmere/deputies/" + deputy + "/acting";
  }
  // The deputy, who has begun to act.
  http::testing::Client acting(const Visitor& represented, const Visitor& deputy = other_tutor) {
    auto client = client_of(deputy);
    const auto begun = client.post_json(acting_at(begin_deputising(represented, deputy)), "{}");
    EXPECT_EQ(begun.status, 200) << begun.body;
    return client;
  }
  sql::Actor in_eastmere() {
    sql::Actor actor;
    read([&](sql::Read& read) {
      actor.workspace = people::workspace_by_slug(read, "eastmere").value().id.value;
    });
    return actor;
  }
  std::string person_at(const Visitor& visitor) {
    std::string address;
    read([&](sql::Read& read) {
      const auto workspace = people::workspace_by_slug(read, "eastmere").value().id;
      address = "/eastmere/staff-list/" +
                to_text(people::person_by_email(read, workspace, visitor.email).value().id);
    });
    return address;
  }
};

}  // namespace touchstone::testing
