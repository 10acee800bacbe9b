// How fast the ideas that work are searched among 100,000, measured from outside.
//   ideas_bench [--json FILE] [--seconds N] [--postgres URL]
// All were validated and shared; a hundredth of them are about one theme. One person asks at a
// time, over one connection that stays open. `--postgres` works on that empty database instead of
// SQLite.
#include <fmt/format.h>

#include <cstdio>

#include "demo.h"
#include "good_practice/decision_store.h"
#include "good_practice/good_practice.h"
#include "good_practice/spreading_store.h"
#include "options.h"
#include "people/people.h"
#include "platform/sql/database.h"

namespace {

using namespace touchstone::bench;
using namespace touchstone;

constexpr int ideas = 100'000;
constexpr int ideas_a_turn = 500;

struct Staff {
  Uuid workspace{};
  Id<people::Person> finder{};
  Id<people::Person> validator{};
};

good_practice::Practice idea_of(int n, const Staff& staff, Date today) {
  good_practice::Practice idea{
      .id = Id<good_practice::Practice>::fresh(),
      .title = title_of(n),
      .did = sentence_of(n, "tell each other"),
      .changed = "More of them stay.",
      .place = fmt::format("Room {}", n % 300),
      .theme = n % 100 == 0 ? "personal-tutoring/coaching" : "personal-tutoring/observation",
      .subject = fmt::format("Subject {}", n % 40)};
  idea.finder = staff.finder;
  idea.tutor = staff.finder;
  idea.recorded_at = now();
  idea.waiting_since = today;
  return idea;
}

void share(sql::Write& write, const Staff& staff, const good_practice::Practice& idea, Date today) {
  const auto validator =
      good_practice::Validator::of(write, staff.workspace, staff.validator, today).value();
  const auto decider = good_practice::Decider::of(write, validator, idea.id);
  decide(write, decider.value(),
         {.id = Id<good_practice::Decision>::fresh(),
          .practice = idea.id,
          .verdict = good_practice::Verdict::agree,
          .made_by = staff.validator,
          .at = now(),
          .made_on = today},
         {});
  const auto valid = good_practice::Gate::validated(write, staff.workspace, idea.id);
  log_sharing(write, valid.value(),
              {.id = Id<good_practice::Sharing>::fresh(),
               .practice = idea.id,
               .channel = "library",
               .audience = "Everybody here",
               .shared_on = today,
               .made_by = staff.validator},
              now());
}

void fill(const Demo& demo, const std::string& postgres) {
  sql::Settings settings;
  settings.directory = demo.data();
  settings.url = postgres;
  const auto database = sql::Database::open(settings);
  Staff staff;
  database->read([&](sql::Read& read) {
    staff.workspace = people::workspace_by_slug(read, "eastmere").value().id.value;
    const auto person = [&](const char* email) {
      return people::person_by_email(read, {staff.workspace}, email).value().id;
    };
    staff.finder = person("hannah.sorrell@eastmere.example");
    staff.validator = person("priya.raman@eastmere.example");
  });
  const Date today = std::chrono::year(2027) / 1 / 19;
  for (int done = 0; done < ideas; done += ideas_a_turn)
    database->write([&](sql::Turn& turn) {
      sql::Write write(turn, {.workspace = staff.workspace,
                              .person = staff.validator.value,
                              .channel = sql::Channel::set_up});
      for (int i = 0; i < ideas_a_turn; ++i) {
        const auto idea = idea_of(done + i, staff, today);
        add(write, idea);
        share(write, staff, idea, today);
      }
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
  figures.add("100,000 ideas recorded, validated and shared", milliseconds_since(begin), "ms");
  const Program server(demo.serving());
  Clients client(server.port(), 1);
  const auto visit = demo.sign_in_as(client, "marcus");
  const auto measure = [&](const std::string& name, const std::string& search) {
    measure_page(figures, server, client, visit, name, "/eastmere/ideas" + search, options.seconds,
                 "at most 20");
  };
  measure("first page", "");
  measure("one theme", "?theme=personal-tutoring/coaching");
  measure("one subject", "?subject=Subject+7");
  measure("a word in one theme", "?search=numeracy&theme=personal-tutoring/coaching");
  measure("search that finds a tenth", "?search=numer");
  measure("search for two words", "?search=governors+safety");
  measure("search that finds one", "?search=98765");
  measure("search that finds nobody", "?search=zzz");
  measure_page(figures, server, client, visit, "how far ideas spread", "/eastmere/ideas/stages",
               options.seconds, "");
  figures.write_to(options.json);
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "ideas_bench: %s\n", problem.what());
  return 1;
}
