#pragma once
#include <initializer_list>
#include <string>
#include <string_view>

namespace touchstone::bench {

// What benchmarks take, as --help tells it.
struct Options {
  std::string json;      // where the figures go too; empty: nowhere
  std::string postgres;  // the empty database to work on; empty: SQLite
  double seconds = 3;    // of each measurement
  int rounds = 5;        // so often each is measured
  double saves = 0;      // only show what so many cost

  // Instead of measuring: what to print, and the exit code.
  std::string instead;
  int code = 0;
};

// The first three are every benchmark's; `more` names those of the others that this one takes. What
// it does not know is named, with code 2.
Options options_in(int count, const char* const* words,
                   std::initializer_list<std::string_view> more = {});
// The same; prints, and ends the program, where nothing is to be measured.
Options read_options(int count, const char* const* words,
                     std::initializer_list<std::string_view> more = {});

}  // namespace touchstone::bench
