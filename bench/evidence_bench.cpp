// How fast the evidence library is searched among 100,000 pieces, measured from outside.
//   evidence_bench [--json FILE] [--seconds N] [--postgres URL]
// Pieces lie in a demo world, a tenth of them sensitive. One person asks at a time, over one
// connection that stays open. `--postgres` works on that empty database instead of SQLite.
#include <cstdio>

#include "demo.h"
#include "evidence/evidence.h"
#include "options.h"
#include "people/people.h"
#include "platform/sql/database.h"

namespace {

using namespace touchstone::bench;
using namespace touchstone;

constexpr int pieces = 100'000;
constexpr int pieces_a_turn = 500;

evidence::Piece piece_of(int n, Id<people::Person> maker, Date today) {
  return {.id = Id<evidence::Piece>::fresh(),
          .made_by = maker,
          .sensitive = n % 10 == 0,
          .title = title_of(n),
          .kind = "quote",
          .text = sentence_of(n, "told us"),
          .source = "learner_feedback",
          .about_on = plus_days(today, -(n % 1000) - 1),
          .came_on = plus_days(today, -(n % 500))};
}

void fill(const Demo& demo, const std::string& postgres) {
  sql::Settings settings;
  settings.directory = demo.data();
  settings.url = postgres;
  const auto database = sql::Database::open(settings);
  Uuid workspace;
  Id<people::Person> maker;
  database->read([&](sql::Read& read) {
    workspace = people::workspace_by_slug(read, "eastmere").value().id.value;
    maker =
        people::person_by_email(read, {workspace}, "hannah.sorrell@eastmere.example").value().id;
  });
  const Date today = std::chrono::year(2027) / 1 / 19;
  for (int done = 0; done < pieces; done += pieces_a_turn)
    database->write([&](sql::Turn& turn) {
      sql::Write write(
          turn, {.workspace = workspace, .person = maker.value, .channel = sql::Channel::set_up});
      for (int i = 0; i < pieces_a_turn; ++i) add(write, piece_of(done + i, maker, today), now());
      write.finish(database->keys());
      return sql::Verdict::keep;
    });
}

}  // namespace

int main(int count, char** words) try {
  const auto options = read_options(count, words);
  const Demo demo(options.postgres);
  Figures figures;
  const auto begin = std::chrono::steady_clock::now();
  fill(demo, options.postgres);
  figures.add("100,000 pieces added", milliseconds_since(begin), "ms");
  const Program server(demo.serving());
  Clients client(server.port(), 1);
  const auto visit = demo.sign_in_as(client, "marcus");
  const auto reader = demo.sign_in_as(client, "priya.raman");
  const auto measure = [&](const std::string& name, const std::string& search) {
    measure_page(figures, server, client, visit, name, "/eastmere/evidence" + search,
                 options.seconds, "at most 20");
  };
  measure("first page", "");
  measure_page(figures, server, client, reader, "first page, sensitive ones too",
               "/eastmere/evidence", options.seconds, "at most 20");
  measure("by title", "?order=title");
  measure("search that finds a tenth", "?search=numer");
  measure("search for two words", "?search=governors+safety");
  measure("search that finds one", "?search=98765");
  measure("search that finds nobody", "?search=zzz");
  figures.write_to(options.json);
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "evidence_bench: %s\n", problem.what());
  return 1;
}
