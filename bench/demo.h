#pragma once
#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "figures.h"
#include "test/program.h"
#include "visit.h"

namespace touchstone::bench {

using testing::output_of;
using testing::Program;

double milliseconds_since(std::chrono::steady_clock::time_point begin);

// A folder of its own below the one that one stands in, deleted at the end, whatever that is.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// A demo world in such a folder.
class Demo {
 public:
  // `postgres`: an empty database; empty: SQLite in the world's folder.
  explicit Demo(std::string postgres = {});

  const std::filesystem::path& folder() const { return folder_.path(); }
  std::filesystem::path data() const { return folder() / "data"; }
  const std::filesystem::path& program() const { return program_; }
  // The program with these words, for this world, or for a copy of its data.
  std::vector<std::string> words(std::vector<std::string> more) const;
  std::vector<std::string> words_over(const std::filesystem::path& data,
                                      std::vector<std::string> more) const;
  std::vector<std::string> serving() const;
  // The addresses of those whose role begins so.
  std::vector<std::string> emails_of(std::string_view role_begins) const;
  // Throws std::out_of_range when nobody's address begins so.
  Visit sign_in_as(Clients& client, std::string_view email_begins) const;

 private:
  std::filesystem::path program_;
  Folder folder_;
  std::string postgres_;
  std::vector<std::string> emails_;
  std::vector<std::string> roles_;
  std::vector<std::string> passwords_;
};

// What staff write, the n-th of many: "reading of tutors 412", and "In week 3 the mentors told us
// about safety, case 412."
std::string title_of(int n);
std::string sentence_of(int n, std::string_view told);

// A page asked for again and again by one person: half and 99 in 100 came within so many ms.
void measure_page(Figures& figures, const Program& server, Clients& client, const Visit& visit,
                  const std::string& name, const std::string& address, double seconds,
                  const char* target);

}  // namespace touchstone::bench
