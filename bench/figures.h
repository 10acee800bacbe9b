#pragma once
#include <string>

namespace touchstone::bench {

// What every benchmark takes: [--json FILE] [--seconds N] [--postgres URL], and the rest one of
// them.
struct Options {
  std::string json;      // where the figures go too; empty: nowhere
  std::string postgres;  // the empty database to work on; empty: SQLite
  double seconds = 3;    // of each measurement
  int rounds = 5;        // --rounds: so often each is measured
  double saves = 0;      // --saves: only show what so many cost
};
Options read_options(int count, char** words);

// What was measured: printed a line at a time, kept for the file.
class Figures {
 public:
  // `target`: what it should be, in words.
  void add(const std::string& name, double value, const char* unit, const char* target = "");
  // Nothing without a name of a file.
  void write_to(const std::string& file) const;

 private:
  std::string json_ = "{";
};

}  // namespace touchstone::bench
