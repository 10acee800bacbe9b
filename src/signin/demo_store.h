#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "people/people.h"
#include "platform/sql/database.h"

namespace touchstone::signin {

struct DemoAccounts {
  Id<people::Workspace> eastmere{};
  Id<people::Workspace> nine_rivers{};
  std::vector<people::DemoPerson> people{};
  std::string password{};  // one for everybody
};

// Makes both workspaces of the demo with their people. The password is generated, and kept in
// demo-passwords.json (0600) of the data directory, so that it can be told again.
DemoAccounts fill_demo(sql::Database& database, const std::filesystem::path& data_directory);

// The people of a demo made before, from that file: a JSON list of {name, email, password, role,
// workspace}. Throws std::runtime_error when it is not there.
std::string demo_people_json(const std::filesystem::path& data_directory);

}  // namespace touchstone::signin
