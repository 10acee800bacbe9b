// How fast the institution's page is over many finished score sheets, measured from outside, and
// what its counts cost when they are shown anew.
//   institution_bench [--json FILE] [--seconds N]
// One person asks at a time, over one connection that stays open. Sheets lie in a demo world, five
// of each person.
#include <chrono>
#include <cstdio>
#include <random>

#include "demo.h"
#include "options.h"
#include "paced.h"
#include "people/people.h"
#include "platform/sql/database.h"
#include "platform/text.h"
#include "self_assessment/judgement_store.h"
#include "self_assessment/score_sheet_store.h"
#include "self_assessment/showing_store.h"
#include "standard/standard.h"

namespace {

using namespace touchstone::bench;
using namespace touchstone;
using self_assessment::ScoreSheet;
using Clock = std::chrono::steady_clock;

constexpr int sheets_each = 5;
constexpr int people_a_turn = 10;

struct World {
  Demo demo;
  int people = 0;
  std::mt19937 random{20270119};
};

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
    settings.directory = world.demo.data();
    const auto database = sql::Database::open(settings);
    add_people(*database, world, sheets);
    const auto begin = Clock::now();
    write_in(*database, eastmere(*database),
             [&](sql::Write& write) { self_assessment::show_all_figures(write, on); });
    measured.show_ms = milliseconds_since(begin);
  }
  const Program server(world.demo.serving());
  Clients client(server.port(), 1);
  const auto visit = world.demo.sign_in_as(client, "priya.raman");
  const auto asked = page_request(server.port(), visit, "/eastmere/institution");
  measured.page = ask_again(server, client, asked, seconds);
  return measured;
}

}  // namespace

int main(int count, char** words) try {
  using std::chrono::month, std::chrono::year, std::chrono::day;
  const auto options = read_options(count, words);
  World world;
  Figures figures;
  Date on = year(2027) / month(2) / day(1);
  for (const auto sheets : {10'000, 100'000}) {
    const auto [show, page] = measure(world, sheets, on, options.seconds);
    const auto name = std::to_string(sheets) + " sheets, ";
    figures.add(name + "page, half within", page.half_ms, "ms");
    figures.add(name + "page, 99 in 100 within", page.most_ms, "ms", "at most 10");
    figures.add(name + "page, of the processor", page.cost_us, "us");
    figures.add(name + "shown anew", show, "ms");
    on = Date(std::chrono::sys_days(on) + std::chrono::days(7));
  }
  figures.write_to(options.json);
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "institution_bench: %s\n", problem.what());
  return 1;
}
