#pragma once
#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "figures.h"
#include "program.h"
#include "visit.h"

namespace touchstone::bench {

double milliseconds_since(std::chrono::steady_clock::time_point begin);

// A demo world of its own below the folder that one stands in, deleted at the end.
class Demo {
 public:
  // `postgres`: an empty database; empty: SQLite in the world's folder.
  explicit Demo(std::string postgres = {});
  ~Demo();
  Demo(const Demo&) = delete;
  Demo& operator=(const Demo&) = delete;

  const std::filesystem::path& folder() const { return folder_; }
  std::filesystem::path data() const { return folder_ / "data"; }
  // The program with these words, for this world.
  std::vector<std::string> words(std::vector<std::string> more) const;
  std::vector<std::string> serving() const;
  // Throws std::out_of_range when nobody's address begins so.
  Visit sign_in_as(Clients& client, std::string_view email_begins) const;

 private:
  std::filesystem::path program_;
  std::filesystem::path folder_;
  std::string postgres_;
  std::vector<std::string> emails_;
  std::vector<std::string> passwords_;
};

// A page asked for again and again by one person: half and 99 in 100 came within so many ms.
void measure_page(Figures& figures, const Program& server, Clients& client, const Visit& visit,
                  const std::string& name, const std::string& address, double seconds,
                  const char* target);

}  // namespace touchstone::bench
