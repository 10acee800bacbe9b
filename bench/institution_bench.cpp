// How fast the institution's page is over many finished score sheets, measured from outside, and
// what its counts cost when they are shown anew.
//   institution_bench [--json FILE] [--seconds N]
// One person asks at a time, over one connection that stays open. Sheets lie in a demo world, five
// of each person.
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>

#include "paced.h"
#include "people/people.h"
#include "platform/sql/database.h"
#include "platform/text.h"
#include "program.h"
#include "self_assessment/institution_store.h"
#include "self_assessment/judgement_store.h"
#include "self_assessment/score_sheet_store.h"
#include "standard/standard.h"
#include "visit.h"

namespace {

using namespace touchstone::bench;
using namespace touchstone;
namespace fs = std::filesystem;
using self_assessment::ScoreSheet;
using Clock = std::chrono::steady_clock;

constexpr int sheets_each = 5;
constexpr int people_a_turn = 10;

struct World {
  fs::path program = fs::read_symlink("/proc/self/exe").parent_path().parent_path() / "touchstone";
  fs::path folder = fs::current_path() / ("bench-" + to_text(new_uuid()));
  std::string email, password;
  int people = 0;
  std::mt19937 random{20270119};

  World() {
    fs::create_directories(folder);
    const auto printed = output_of({program.string(), "demo", "--data", folder.string()});
    const auto roles = members(printed, "people.role");
    for (std::size_t i = 0; i < roles.size(); ++i)
      if (roles[i] == "quality manager") {
        email = members(printed, "people.email").at(i);
        password = members(printed, "people.password").at(i);
      }
  }
  ~World() { fs::remove_all(folder); }
  World(const World&) = delete;
  World& operator=(const World&) = delete;
};

double milliseconds_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

Uuid eastmere(sql::Database& database) {
  Uuid id;
  database.read(
      [&](sql::Read& read) { id = people::workspace_by_slug(read, "eastmere").value().id.value; });
  return id;
}

void write_in(sql::Database& database, const Uuid& workspace,
              const std::function<void(sql::Write&)>& body) {
  database.write([&](sql::Turn& turn) {
    sql::Write write(turn, {.workspace = workspace, .channel = sql::Channel::set_up});
    body(write);
    write.finish(database.keys());
    return sql::Verdict::keep;
  });
}

void finish_one(sql::Write& write, World& world, const standard::Published& against,
                Id<people::Person> person, Moment at) {
  ScoreSheet sheet;
  sheet.id = Id<ScoreSheet>::fresh();
  sheet.standard_version = against.id;
  sheet.subject_person = sheet.made_by = person;
  sheet.voice = "person";
  sheet.name = "Measured";
  sheet.started_at = at;
  sheet.as_at = Date(std::chrono::floor<std::chrono::days>(at));
  begin(write, sheet);
  std::vector<self_assessment::Judgement> judgements;
  for (const auto* element : against.content->elements()) {
    const auto& levels = against.content->scale_of(*element).levels;
    auto& judgement = judgements.emplace_back();
    judgement.element = element->key;
    judgement.state = self_assessment::State::judged;
    judgement.level = levels[world.random() % levels.size()].key;
    if (!save(write, sheet, judgement, at)) throw std::runtime_error("a clash while measuring");
  }
  finish(write, sheet, roll_up(*against.content, sheet.voice, judgements), "{}", at);
}

void add_people(sql::Database& database, World& world, int sheets) {
  using std::chrono::month, std::chrono::year, std::chrono::day;
  const auto workspace = eastmere(database);
  while (world.people * sheets_each < sheets)
    write_in(database, workspace, [&](sql::Write& write) {
      const auto against = standard::version_at(write, workspace, "personal-tutoring@1.0").value();
      const auto teams = people::teams(write, {workspace});
      for (int i = 0; i < people_a_turn; ++i) {
        const people::Person person{.id = Id<people::Person>::fresh(),
                                    .name = "Person " + std::to_string(++world.people),
                                    .version = 1};
        add(write, person);
        const Date since = year(2020) / month(9) / day(1);
        join_team(write, person.id, teams[world.random() % teams.size()].id, since);
        for (int n = 0; n < sheets_each; ++n)
          finish_one(write, world, against, person.id,
                     std::chrono::sys_days(since) + std::chrono::days(100 * (n + 1)));
      }
    });
}

struct Measured {
  double show_ms;
  Paced page;
};

Measured measure(World& world, int sheets, Date on, double seconds) {
  Measured measured{};
  {
    sql::Settings settings;
    settings.directory = world.folder;
    const auto database = sql::Database::open(settings);
    add_people(*database, world, sheets);
    const auto begin = Clock::now();
    write_in(*database, eastmere(*database),
             [&](sql::Write& write) { self_assessment::show_all_figures(write, on); });
    measured.show_ms = milliseconds_since(begin);
  }
  const Program server({world.program.string(), "serve", "--data", world.folder.string(),
                        "--listen", "127.0.0.1:0", "--log-level", "warning"});
  Clients client(server.port(), 1);
  const auto visit = sign_in(client, world.email, world.password);
  const auto asked = page_request(server.port(), visit, "/eastmere/institution");
  measured.page = ask_again(server, client, asked, seconds);
  return measured;
}

}  // namespace

int main(int count, char** words) try {
  std::string json;
  double seconds = 3;
  for (int i = 1; i + 1 < count; i += 2) {
    if (std::string_view(words[i]) == "--json") json = words[i + 1];
    if (std::string_view(words[i]) == "--seconds") seconds = std::stod(words[i + 1]);
  }
  using std::chrono::month, std::chrono::year, std::chrono::day;
  World world;
  std::string results = "{";
  Date on = year(2027) / month(2) / day(1);
  for (const auto sheets : {10'000, 100'000}) {
    const auto [show, page] = measure(world, sheets, on, seconds);
    std::printf(
        "%7d sheets: page %6.2f ms (half), %6.2f ms (99 in 100; at most 10), %6.0f us of "
        "the processor; shown anew in %7.0f ms\n",
        sheets, page.half_ms, page.most_ms, page.cost_us, show);
    std::fflush(stdout);
    results += (results.size() > 1 ? ", \"" : "\"") + std::to_string(sheets) +
               " sheets, page, 99 in 100 within, ms\": " + std::to_string(page.most_ms);
    on = Date(std::chrono::sys_days(on) + std::chrono::days(7));
  }
  if (!json.empty()) std::ofstream(json) << results << "}\n";
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "institution_bench: %s\n", problem.what());
  return 1;
}
