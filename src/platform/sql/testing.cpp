#include "platform/sql/testing.h"

#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

#include "platform/sql/testing_cluster.h"

namespace touchstone::sql::testing {
namespace {

std::string folder_for_tests() {
  const std::string memory = "/dev/shm";
  return ::access(memory.c_str(), W_OK) == 0 ? memory
                                             : std::filesystem::temp_directory_path().string();
}

// A data directory with an empty database of today's schema.
const Folder& sqlite_template() {
  static const Folder folder;
  static const bool made = [] {
    Database::open({.directory = folder.path(), .url = {}});
    return true;
  }();
  static_cast<void>(made);
  return folder;
}

}  // namespace

Folder::Folder(const std::string& below) {
  auto name = (below.empty() ? folder_for_tests() : below) + "/touchstone-test-XXXXXX";
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("Cannot make " + name);
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

FreshDatabase::FreshDatabase(Kind kind) {
  settings_.directory = folder_.path();
  settings_.readers = 2;
  if (kind == Kind::postgres)
    settings_.url = Cluster::get().fresh();
  else
    for (const auto* file : {"touchstone.db", "secrets"})
      std::filesystem::copy_file(sqlite_template().path() / file, folder_.path() / file);
  database_ = Database::open(settings_);
}

FreshDatabase::~FreshDatabase() {
  database_.reset();
  if (!settings_.url.empty()) Cluster::get().give_back(settings_.url);
}

void FreshDatabase::reopen() {
  database_.reset();
  database_ = Database::open(settings_);
}

std::string empty_postgres() {
  return Cluster::get().empty();
}

void write(Database& database, const Actor& actor, const std::function<void(Write&)>& body) {
  database.write([&](Turn& turn) {
    Write write(turn, actor);
    body(write);
    write.finish(database.keys());
    return Verdict::keep;
  });
}

void make_notes(Database& database) {
  housekeep(database, [](Housekeeping& housekeeping) {
    housekeeping.execute(
        "CREATE TABLE IF NOT EXISTS note (ws uuid NOT NULL, name TEXT NOT NULL, value TEXT NOT "
        "NULL, PRIMARY KEY (ws, name))");
  });
}

void housekeep(Database& database, const std::function<void(Housekeeping&)>& body) {
  database.write([&](Turn& turn) {
    Housekeeping housekeeping(turn);
    body(housekeeping);
    return Verdict::keep;
  });
}

std::string name_of(const ::testing::TestParamInfo<Kind>& info) {
  return info.param == Kind::sqlite ? "sqlite" : "postgres";
}

}  // namespace touchstone::sql::testing
