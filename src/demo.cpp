#include "demo.h"

#include <boost/describe.hpp>
#include <filesystem>
#include <ostream>

#include "platform/json/described.h"
#include "signin/signin.h"

namespace touchstone {
namespace {

struct DemoPerson {
  std::string name;
  std::string email;
  std::string password;
  std::string role;
  std::string workspace;
};
BOOST_DESCRIBE_STRUCT(DemoPerson, (), (name, email, password, role, workspace))

struct DemoPeople {
  std::vector<DemoPerson> people;
};
BOOST_DESCRIBE_STRUCT(DemoPeople, (), (people))

}  // namespace

int make_demo(const Config& config, Terminal& terminal) {
  std::filesystem::create_directories(config.data);
  const auto database = sql::Database::open(database_settings(config));
  if (!signin::offer_set_up(*database)) {
    terminal.err << "Somebody has an account here already; the demo wants an empty directory.\n";
    return 2;
  }
  const auto made = signin::fill_demo(*database, config.data);
  DemoPeople list;
  for (const auto& [person, workspace, role] : made.people)
    list.people.push_back({person.name, person.email, made.password, role, workspace});
  terminal.out << json::text_of(list) << "\n";
  return 0;
}

}  // namespace touchstone
