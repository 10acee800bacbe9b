#include "demo.h"

#include <boost/describe.hpp>
#include <filesystem>
#include <ostream>

#include "evidence/evidence.h"
#include "good_practice/good_practice.h"
#include "platform/json/described.h"
#include "self_assessment/self_assessment.h"
#include "signin/signin.h"
#include "standard/standard.h"

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

using Fill = void(sql::Write&, const std::vector<people::DemoPerson>&);

std::vector<people::DemoPerson> of_workspace(const signin::DemoAccounts& made,
                                             std::string_view slug) {
  std::vector<people::DemoPerson> some;
  for (const auto& person : made.people)
    if (person.workspace == slug) some.push_back(person);
  return some;
}

void fill_rooms(sql::Database& database, Id<people::Workspace> workspace,
                const std::vector<people::DemoPerson>& people, Fill& fill_evidence,
                Fill& fill_sheets, Fill& fill_practice) {
  database.write([&](sql::Turn& turn) {
    sql::Write write(
        turn, {.workspace = workspace.value, .channel = sql::Channel::set_up, .request = "demo"});
    standard::import_the_box(write);
    fill_evidence(write, people);
    fill_sheets(write, people);
    fill_practice(write, people);
    write.finish(database.keys());
    return sql::Verdict::keep;
  });
}

}  // namespace

signin::DemoAccounts fill_demo_world(sql::Database& database,
                                     const std::filesystem::path& data_directory) {
  auto made = signin::fill_demo(database, data_directory);
  fill_rooms(database, made.eastmere, of_workspace(made, "eastmere"), evidence::fill_eastmere,
             self_assessment::fill_eastmere, good_practice::fill_eastmere);
  fill_rooms(database, made.nine_rivers, of_workspace(made, "nine-rivers"),
             evidence::fill_nine_rivers, self_assessment::fill_nine_rivers,
             good_practice::fill_nine_rivers);
  return made;
}

int make_demo(const Config& config, Terminal& terminal) {
  std::filesystem::create_directories(config.data);
  const auto database = sql::Database::open(database_settings(config));
  if (!signin::offer_set_up(*database)) {
    terminal.err << "Somebody has an account here already; the demo wants an empty directory.\n";
    return 2;
  }
  const auto made = fill_demo_world(*database, config.data);
  DemoPeople list;
  for (const auto& [person, workspace, role] : made.people)
    list.people.push_back({person.name, person.email, made.password, role, workspace});
  terminal.out << json::text_of(list) << "\n";
  return 0;
}

}  // namespace touchstone
