// How fast a staff list of 10,000 people comes in from a file, and how fast its first page and a
// search in it are answered, measured from outside.
//   staff_bench [--json FILE] [--seconds N] [--postgres URL]
// The file is taken in by the command line, from its start to its end. One person asks at a time,
// over one connection that stays open. `--postgres` works on that empty database instead of SQLite.
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "paced.h"
#include "platform/id.h"
#include "program.h"
#include "visit.h"

namespace {

using namespace touchstone::bench;
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int people_in_the_file = 10'000;

double milliseconds_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

struct World {
  fs::path program = fs::read_symlink("/proc/self/exe").parent_path().parent_path() / "touchstone";
  fs::path folder = fs::current_path() / ("bench-" + to_text(touchstone::new_uuid()));
  std::string postgres;
  std::string email, password;

  explicit World(std::string address) : postgres(std::move(address)) {
    fs::create_directories(folder);
    const auto printed = output_of(words({"demo"}));
    const auto emails = members(printed, "people.email");
    for (std::size_t i = 0; i < emails.size(); ++i)
      if (emails[i].starts_with("daniel.ashworth")) {
        email = emails[i];
        password = members(printed, "people.password").at(i);
      }
    write_file();
  }
  ~World() { fs::remove_all(folder); }
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  std::vector<std::string> words(std::vector<std::string> more) const {
    more.insert(more.begin(), program.string());
    more.insert(more.end(), {"--data", (folder / "data").string()});
    if (!postgres.empty()) more.insert(more.end(), {"--database", postgres});
    return more;
  }

  // Names with repeats and accents; each tenth person is whom the others answer to.
  void write_file() const {
    constexpr std::array first{"Élodie", "Noor",  "Siân", "Patrick", "Mei-Ling",
                               "Stefan", "Grace", "Owen", "Chipo",   "Ruth"};
    constexpr std::array last{"Haddad", "Ilić",    "Okonjo", "Thornbury", "Cadwallader",
                              "Moyo",   "Garrick", "Raman",  "Whitlock",  "Penhaligon"};
    constexpr std::array team{"Construction", "Apprenticeships", "Health and care",
                              "Hedgerow Learning / Osier Green library"};
    std::ofstream file(folder / "staff.csv");
    file << "name,email,team,role,line manager\n";
    for (std::size_t i = 0; i < people_in_the_file; ++i) {
      file << first.at(i % 10) << ' ' << last.at(i / 10 % 10) << ' ' << i << ",person" << i
           << "@eastmere.example," << team.at(i % 4) << ',' << (i % 5 == 0 ? "writer" : "") << ',';
      if (i % 10 != 0) file << "person" << i - i % 10 << "@eastmere.example";
      file << '\n';
    }
  }

  double import_ms() const {
    const auto begin = Clock::now();
    output_of(
        words({"staff", "import", (folder / "staff.csv").string(), "--workspace", "eastmere"}));
    return milliseconds_since(begin);
  }
};

struct Figures {
  std::string json = "{";

  void add(const std::string& name, double value, const char* unit, const char* target = "") {
    std::printf("%-46s %10.2f %-9s %s\n", name.c_str(), value, unit, target);
    std::fflush(stdout);
    json += (json.size() > 1 ? ", \"" : "\"") + name + ", " + unit + "\": " + std::to_string(value);
  }
};

void measure_page(Figures& figures, const Program& server, Clients& client, const Visit& visit,
                  const std::string& name, const std::string& address, double seconds) {
  const auto page = ask_again(server, client, page_request(client.port(), visit, address), seconds);
  figures.add(name + ", half within", page.half_ms, "ms", "at most 10");
  figures.add(name + ", 99 in 100 within", page.most_ms, "ms");
}

}  // namespace

int main(int count, char** words) try {
  std::string json;
  std::string postgres;
  double seconds = 3;
  for (int i = 1; i + 1 < count; i += 2) {
    if (std::string_view(words[i]) == "--json") json = words[i + 1];
    if (std::string_view(words[i]) == "--postgres") postgres = words[i + 1];
    if (std::string_view(words[i]) == "--seconds") seconds = std::stod(words[i + 1]);
  }
  const World world(postgres);
  Figures figures;
  figures.add("10,000 people taken in", world.import_ms(), "ms",
              postgres.empty() ? "at most 3000" : "");
  figures.add("the same file again", world.import_ms(), "ms");
  const Program server(world.words({"serve", "--listen", "127.0.0.1:0", "--log-level", "warning"}));
  Clients client(server.port(), 1);
  const auto visit = sign_in(client, world.email, world.password);
  const auto list = std::string("/eastmere/staff-list");
  measure_page(figures, server, client, visit, "first page", list, seconds);
  measure_page(figures, server, client, visit, "search that finds many", list + "?search=ilic",
               seconds);
  measure_page(figures, server, client, visit, "search that finds one",
               list + "?search=person9876%40", seconds);
  measure_page(figures, server, client, visit, "search that finds nobody", list + "?search=zzz",
               seconds);
  if (!json.empty()) std::ofstream(json) << figures.json << "}\n";
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "staff_bench: %s\n", problem.what());
  return 1;
}
