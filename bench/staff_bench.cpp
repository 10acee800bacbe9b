// How fast a staff list of 10,000 people comes in from a file, and how fast its first page and a
// search in it are answered, measured from outside.
//   staff_bench [--json FILE] [--seconds N] [--postgres URL]
// The file is taken in by the command line, from its start to its end. One person asks at a time,
// over one connection that stays open. `--postgres` works on that empty database instead of SQLite.
#include <chrono>
#include <cstdio>
#include <filesystem>

#include "demo.h"
#include "options.h"
#include "staff_file.h"

namespace {

using namespace touchstone::bench;
namespace fs = std::filesystem;

constexpr std::size_t people_in_the_file = 10'000;

double import_ms(const Demo& demo, const fs::path& file) {
  const auto begin = std::chrono::steady_clock::now();
  output_of(demo.words({"staff", "import", file.string(), "--workspace", "eastmere"}));
  return milliseconds_since(begin);
}

}  // namespace

int main(int count, char** words) try {
  const auto options = read_options(count, words);
  const Demo demo(options.postgres);
  const auto file = demo.folder() / "staff.csv";
  write_staff_file(file, people_in_the_file, 5);
  Figures figures;
  figures.add("10,000 people taken in", import_ms(demo, file), "ms", "at most 3000");
  figures.add("the same file again", import_ms(demo, file), "ms");
  const auto line = demo.folder() / "line.csv";
  write_line_of_managers(line, people_in_the_file);
  figures.add("10,000 set in one line of managers", import_ms(demo, line), "ms");
  const Program server(demo.serving());
  Clients client(server.port(), 1);
  const auto visit = demo.sign_in_as(client, "daniel.ashworth");
  const auto measure = [&](const std::string& name, const std::string& search) {
    measure_page(figures, server, client, visit, name, "/eastmere/staff-list" + search,
                 options.seconds, "at most 10");
  };
  measure("first page", "");
  measure("search that finds many", "?search=ilic");
  measure("search that finds one", "?search=person9876%40");
  measure("search that finds nobody", "?search=zzz");
  figures.write_to(options.json);
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "staff_bench: %s\n", problem.what());
  return 1;
}
