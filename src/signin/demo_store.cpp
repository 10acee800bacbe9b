#include "signin/demo_store.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "platform/json/described.h"
#include "signin/credential_store.h"
#include "signin/password.h"

namespace touchstone::signin {

namespace {

struct Told {
  std::string name;
  std::string email;
  std::string password;
  std::string role;
  std::string workspace;
};
BOOST_DESCRIBE_STRUCT(Told, (), (name, email, password, role, workspace))

std::filesystem::path file_in(const std::filesystem::path& data_directory) {
  return data_directory / "demo-passwords.json";
}

void keep_secret(const std::filesystem::path& path, const std::string& text) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) throw std::runtime_error("cannot write " + path.string());
  const bool whole = ::fchmod(file, 0600) == 0 &&
                     ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                     ::fsync(file) == 0;
  ::close(file);
  if (!whole) throw std::runtime_error("cannot write " + path.string());
}

std::string told(const DemoAccounts& demo) {
  std::vector<Told> list;
  list.reserve(demo.people.size());
  for (const auto& each : demo.people)
    list.push_back({each.person.name, each.person.email, demo.password, each.role, each.workspace});
  return json::text_of(list) + "\n";
}

using Fill = std::vector<people::DemoPerson>(sql::Write&);

std::vector<people::DemoPerson> fill_workspace(sql::Database& database,
                                               Id<people::Workspace> workspace,
                                               const Password& password, Fill& fill) {
  std::vector<people::DemoPerson> made;
  database.write([&](sql::Turn& turn) {
    sql::Write write(
        turn, {.workspace = workspace.value, .channel = sql::Channel::set_up, .request = {}});
    made = fill(write);
    for (const auto& each : made)
      keep_password(write,
                    {each.person.account.value(), password.hash, false, password.changed_at});
    write.finish(database.keys());
    return sql::Verdict::keep;
  });
  return made;
}

}  // namespace

DemoAccounts fill_demo(sql::Database& database, const std::filesystem::path& data_directory) {
  DemoAccounts demo{.eastmere = Id<people::Workspace>::fresh(),
                    .nine_rivers = Id<people::Workspace>::fresh(),
                    .password = one_time_password()};
  const Password password{{}, hash_password(demo.password), false, now()};
  demo.people = fill_workspace(database, demo.eastmere, password, people::fill_eastmere);
  const auto region =
      fill_workspace(database, demo.nine_rivers, password, people::fill_nine_rivers);
  demo.people.insert(demo.people.end(), region.begin(), region.end());
  keep_secret(file_in(data_directory), told(demo));
  return demo;
}

std::string demo_people_json(const std::filesystem::path& data_directory) {
  const auto path = file_in(data_directory);
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("there is no demo in " + data_directory.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace touchstone::signin
