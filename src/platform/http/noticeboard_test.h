#pragma once
#include <atomic>
#include <filesystem>
#include <memory>
#include <string>

#include "platform/http/testing.h"
#include "platform/sql/database.h"

// A tiny program with one board of notices, to try the server with.
namespace touchstone::http::testing {

class Noticeboard {
 public:
  Noticeboard();
  ~Noticeboard();
  sql::Database& database() { return *database_; }
  const Routes& routes() const { return routes_; }
  // Whoever holds a session cookie is Ada, of the workspace "eastmere".
  static Hooks hooks();
  // How many notices there are.
  int notices();

  static std::atomic<int> made;               // pages made since the beginning
  static std::atomic<std::int64_t> revision;  // what identify says
  static std::atomic<bool> hold;       // /slow, /slow-files and /file.pdf wait while this is set
  static std::atomic<int> waiting;     // how many came to /slow-files
  static std::atomic<int> files_left;  // the files that the last of them still had

 private:
  std::filesystem::path folder_;
  std::unique_ptr<sql::Database> database_;
  Routes routes_;
};

}  // namespace touchstone::http::testing
