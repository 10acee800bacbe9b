#pragma once
#include <sys/types.h>

#include <memory>
#include <string>
#include <vector>

namespace touchstone::sql::testing {

class Folder;

// The PostgreSQL of a test program: what TOUCHSTONE_TEST_POSTGRES names, or one of its own on a
// socket in a folder, which ends with the program.
class Cluster {
 public:
  static Cluster& get();

  std::string fresh();                     // the address of a new database with today's schema
  std::string empty();                     // the address of a new database without any
  void give_back(const std::string& url);  // of fresh(); nobody may be connected

  ~Cluster();
  Cluster(const Cluster&) = delete;
  Cluster& operator=(const Cluster&) = delete;

 private:
  Cluster();
  void start();
  void drop(const std::string& url);
  static std::string name_of(int n);
  void make_template();
  std::string create(const std::string& like);

  std::string url_;  // of the database `postgres`
  std::string template_;
  std::vector<std::string> free_;
  int made_ = 0;
  pid_t server_ = 0;
  std::unique_ptr<Folder> folder_;
};

}  // namespace touchstone::sql::testing
