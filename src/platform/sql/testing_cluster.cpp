#include "platform/sql/testing_cluster.h"

#include <fcntl.h>
#include <grp.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <thread>
#include <vector>

#include "platform/sql/postgres_connection.h"
#include "platform/sql/testing.h"

namespace touchstone::sql::testing {
namespace {

// Where Debian keeps the newest server's programs.
std::filesystem::path programs() {
  std::filesystem::path newest;
  const std::filesystem::path all = "/usr/lib/postgresql";
  if (std::filesystem::exists(all))
    for (const auto& version : std::filesystem::directory_iterator(all))
      if (const auto bin = version.path() / "bin"; std::filesystem::exists(bin / "initdb"))
        newest = std::max(newest, bin);
  if (newest.empty())
    throw std::runtime_error(
        "The tests need a PostgreSQL server: install it, or name one in TOUCHSTONE_TEST_POSTGRES.");
  return newest;
}

// PostgreSQL refuses to run as root.
struct Owner {
  uid_t user = ::geteuid();
  gid_t group = ::getegid();
};
Owner owner() {
  if (::geteuid() != 0) return {};
  const auto* postgres = ::getpwnam("postgres");
  if (postgres == nullptr) throw std::runtime_error("There is no user called postgres.");
  return {postgres->pw_uid, postgres->pw_gid};
}

[[noreturn]] void become(const Owner& owner, const char* folder, const char* log,
                         const std::vector<char*>& command) {
  const int output = ::open(log, O_WRONLY | O_CREAT | O_APPEND, 0666);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(output, STDERR_FILENO);
  if (::geteuid() == 0 && (::setgroups(0, nullptr) != 0 || ::setgid(owner.group) != 0 ||
                           ::setuid(owner.user) != 0 || ::chdir(folder) != 0))
    ::_exit(126);
  ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
  ::execv(command[0], command.data());
  ::_exit(127);
}

// Starts a program as the owner, in the folder; it ends when this one does.
pid_t spawn(const Owner& owner, const std::filesystem::path& folder,
            std::vector<std::string> words) {
  std::vector<char*> command;
  for (auto& word : words) command.push_back(word.data());
  command.push_back(nullptr);
  const auto log = (folder / "log").string();
  const pid_t child = ::fork();
  if (child == 0) become(owner, folder.c_str(), log.c_str(), command);
  if (child < 0) throw std::runtime_error("Cannot start " + words[0]);
  return child;
}

void wait_until_ready(const std::string& url) {
  for (int i = 0; i < 3'000; ++i) {
    if (PQping(url.c_str()) == PQPING_OK) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  throw std::runtime_error("The PostgreSQL of the tests does not start.");
}

std::string with_database(const std::string& url, const std::string& name) {
  const auto query = std::min(url.find('?'), url.size());
  const auto path = url.find('/', url.find("://") + 3);
  return url.substr(0, std::min(path, query)) + "/" + name + url.substr(query);
}

std::string database_of(const std::string& url) {
  const auto path = url.find('/', url.find("://") + 3) + 1;
  return url.substr(path, url.find('?') - path);
}

}  // namespace

Cluster& Cluster::get() {
  static Cluster cluster;
  return cluster;
}

Cluster::Cluster() {
  if (const char* named = std::getenv("TOUCHSTONE_TEST_POSTGRES"); named != nullptr)
    url_ = with_database(named, "postgres");
  else
    start();
}

Cluster::~Cluster() {
  if (server_ != 0) {
    ::kill(server_, SIGQUIT);
    ::waitpid(server_, nullptr, 0);
    return;
  }
  for (int n = 1; n <= made_; ++n) drop(with_database(url_, name_of(n)));
}

void Cluster::start() {
  const auto bin = programs();
  const auto as = owner();
  folder_ = std::make_unique<Folder>();
  const auto& folder = folder_->path();
  if (::geteuid() == 0 && ::chown(folder.c_str(), as.user, as.group) != 0)
    throw std::runtime_error("Cannot give away " + folder.string());
  const auto data = (folder / "data").string();
  int made = 0;
  ::waitpid(spawn(as, folder,
                  {(bin / "initdb").string(), "-D", data, "-U", "postgres", "-A", "trust", "-E",
                   "UTF8", "--locale=C.UTF-8", "--no-sync"}),
            &made, 0);
  if (made != 0) throw std::runtime_error("initdb failed; see " + (folder / "log").string());
  server_ = spawn(as, folder,
                  {(bin / "postgres").string(), "-D", data, "-k", folder.string(), "-c",
                   "listen_addresses=", "-c", "fsync=off", "-c", "full_page_writes=off", "-c",
                   "synchronous_commit=off", "-c", "autovacuum=off", "-c", "max_connections=200"});
  url_ = "postgresql:///postgres?user=postgres&host=" + folder.string();
  wait_until_ready(url_);
}

std::string Cluster::name_of(int n) {
  return "touchstone_" + std::to_string(::getpid()) + "_" + std::to_string(n);
}

std::string Cluster::create(const std::string& like) {
  const auto name = name_of(++made_);
  PostgresConnection(url_).run("CREATE DATABASE " + name + " TEMPLATE " + like);
  return with_database(url_, name);
}

std::string Cluster::empty() {
  return create("template0");
}

void Cluster::make_template() {
  const Folder folder;
  const auto url = empty();
  Database::open({.directory = folder.path(), .url = url});
  PostgresConnection(url).run(
      "CREATE SCHEMA testing;"
      "CREATE TABLE testing.kept AS SELECT tablename FROM pg_tables WHERE schemaname = 'public';"
      "CREATE VIEW testing.shape AS SELECT md5(string_agg(each, ';' ORDER BY each)) AS print FROM ("
      "  SELECT conrelid::regclass || conname || pg_get_constraintdef(oid) AS each FROM "
      "pg_constraint"
      "    WHERE connamespace = 'public'::regnamespace"
      "  UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'"
      "  UNION ALL SELECT attrelid::regclass || attname FROM pg_attribute JOIN pg_class c ON"
      "    c.oid = attrelid WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace) AS "
      "all_parts;"
      "CREATE TABLE testing.made AS SELECT print FROM testing.shape");
  template_ = database_of(url);
}

std::string Cluster::fresh() {
  if (template_.empty()) make_template();
  if (free_.empty()) return create(template_);
  auto url = std::move(free_.back());
  free_.pop_back();
  return url;
}

// Emptying takes some milliseconds, dropping and creating half a second.
void Cluster::give_back(const std::string& url) {
  try {
    PostgresConnection(url).run(
        "SET session_replication_role = replica;"
        "DO $$ DECLARE t name; BEGIN"
        "  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP"
        "    IF t NOT IN (SELECT tablename FROM testing.kept)"
        "      THEN EXECUTE 'DROP TABLE ' || t || ' CASCADE';"
        "    ELSIF t <> 'migration' THEN EXECUTE 'DELETE FROM ' || t; END IF;"
        "  END LOOP;"
        "  IF (SELECT print FROM testing.shape) <> (SELECT print FROM testing.made)"
        "    THEN RAISE 'another schema'; END IF; END $$");
    free_.push_back(url);
  } catch (const PostgresError&) {  // spoilt by a test; the next one gets another
  }
}

void Cluster::drop(const std::string& url) {
  PostgresConnection(url_).run("DROP DATABASE IF EXISTS " + database_of(url) + " WITH (FORCE)");
}

}  // namespace touchstone::sql::testing
