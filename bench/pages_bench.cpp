// How fast the program answers, measured from outside: it makes a demo world, starts the program on
// it, and asks over 64 connections that stay open.
//   pages_bench [--json FILE] [--seconds N] [--rounds N] [--postgres URL] [--saves COUNT]
// What is compared runs by turns on the same processors, and each figure is the median of its
// rounds, so that other work on the machine weighs on both sides alike. `--postgres` measures saves
// on that empty database instead of SQLite. `--saves` only shows how the server's memory moves
// while it keeps that many.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <thread>

#include "platform/id.h"
#include "program.h"
#include "visit.h"

namespace {

using namespace touchstone::bench;
namespace fs = std::filesystem;

constexpr std::size_t clients = 64;
constexpr std::size_t tutors = 7;  // with ten themes each, one for every client

struct Options {
  std::string json;
  std::string postgres;
  double seconds = 3;
  int rounds = 5;
  double saves = 0;
};

struct Figure {
  std::string name;
  double value;
  const char* unit;
  const char* target = "";
};
using Figures = std::vector<Figure>;

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values.empty() ? 0 : values[values.size() / 2];
}

// The rounds of one thing that is measured.
struct Rounds {
  std::vector<double> per_second;
  std::vector<double> p99_ms;
  std::vector<double> cost_us;  // of the server's processors, a request

  void add(const Outcome& outcome, double seconds, double processor) {
    per_second.push_back(outcome.per_second);
    p99_ms.push_back(outcome.p99_ms);
    cost_us.push_back(processor * 1e6 / (outcome.per_second * seconds));
  }
};

// Each round's figure of one thing against the same round's of the other.
double ratio(const std::vector<double>& of, const std::vector<double>& to) {
  std::vector<double> ratios;
  for (std::size_t i = 0; i < of.size(); ++i) ratios.push_back(of[i] / to[i]);
  return median(std::move(ratios));
}

struct Author {
  Visit visit;
  std::string sheet;
};

// A world of its own that the servers of this program work on, gone at the end.
struct World {
  fs::path program = fs::read_symlink("/proc/self/exe").parent_path().parent_path() / "touchstone";
  fs::path folder = fs::current_path() / ("bench-" + to_text(touchstone::new_uuid()));
  std::string postgres;
  std::vector<Author> authors;
  std::vector<std::string> themes;

  explicit World(const Options& options) : postgres(options.postgres) {
    fs::create_directories(folder);
    fill();
  }
  ~World() { fs::remove_all(folder); }
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  fs::path data() const { return folder / "data"; }

  std::vector<std::string> words(const char* verb, const fs::path& at) const {
    std::vector<std::string> words{program.string(), verb, "--data", at.string()};
    if (!postgres.empty()) words.insert(words.end(), {"--database", postgres});
    return words;
  }

  std::vector<std::string> serving(const fs::path& at, const char* group = "64") const {
    auto all = words("serve", at);
    all.insert(all.end(),
               {"--listen", "127.0.0.1:0", "--log-level", "warning", "--group-size", group});
    return all;
  }

  void fill() {
    const auto people = output_of(words("demo", data()));
    const auto emails = members(people, "people.email");
    const auto passwords = members(people, "people.password");
    const auto roles = members(people, "people.role");
    const Program server(serving(data()));
    Clients client(server.port(), 1);
    for (std::size_t i = 0; i < roles.size() && authors.size() < tutors; ++i) {
      if (!roles[i].starts_with("tutor")) continue;
      auto visit = sign_in(client, emails[i], passwords[i]);
      auto sheet = begin_sheet(client, visit);
      authors.push_back({std::move(visit), std::move(sheet)});
    }
    if (authors.size() < tutors) throw std::runtime_error("the demo has too few tutors");
    const auto& first = authors.front();
    themes = themes_of(client, first.visit, first.sheet);
    for (std::size_t i = 0; i < themes.size() / 2; ++i)
      client.ask(save_request(server.port(), first.visit, first.sheet, themes[i], "silver", 0));
  }
};

void wanted(const Reply& reply, int status) {
  if (reply.status != status)
    throw std::runtime_error("answered with " + std::to_string(reply.status) + ": " +
                             std::string(reply.body));
}

// One thing that all clients ask for.
class Asking {
 public:
  Asking(const Program& server, Clients& all, std::string request, int status)
      : server_(server), all_(all), request_(std::move(request)), status_(status) {}

  void round(double seconds) {
    const auto before = server_.processor_seconds();
    const auto outcome = all_.run(
        seconds, [this](std::size_t) { return std::string_view(request_); },
        [this](std::size_t, const Reply& reply) { wanted(reply, status_); });
    rounds.add(outcome, seconds, server_.processor_seconds() - before);
  }

  Rounds rounds;

 private:
  const Program& server_;
  Clients& all_;
  const std::string request_;
  const int status_;
};

// 64 people at work: each chooses a level of a theme of their own, again and again.
class Saving {
 public:
  Saving(const World& world, const Program& server) : world_(world), server_(server) {
    for (std::size_t client = 0; client < clients; ++client) {
      const auto& author = world_.authors.at(client % tutors);
      const auto kept = versions_of(all_, author.visit, author.sheet);
      versions_.push_back(std::stoll(kept.at(client / tutors)));
    }
  }

  void round(double seconds) {
    const auto before = server_.processor_seconds();
    const auto outcome = all_.run(
        seconds, [this](std::size_t client) { return next(client); },
        [this](std::size_t client, const Reply& reply) { took(client, reply); });
    rounds.add(outcome, seconds, server_.processor_seconds() - before);
  }

  Rounds rounds;

 private:
  std::string_view next(std::size_t client) {
    const auto& author = world_.authors.at(client % tutors);
    const auto& theme = world_.themes.at(client / tutors);
    const auto version = versions_.at(client);
    return requests_.at(client) = save_request(server_.port(), author.visit, author.sheet, theme,
                                               version % 2 == 0 ? "bronze" : "gold", version);
  }

  // An acknowledged save carries the next version.
  void took(std::size_t client, const Reply& reply) {
    wanted(reply, 200);
    const auto version = std::stoll(members(reply.body, "version").at(0));
    if (version != versions_.at(client) + 1)
      throw std::runtime_error("a save was answered with another version");
    versions_.at(client) = version;
  }

  const World& world_;
  const Program& server_;
  Clients all_{server_.port(), clients};
  std::vector<std::int64_t> versions_;
  std::vector<std::string> requests_ = std::vector<std::string>(clients);
};

// From the start of the program to the end of its first page.
Figures measure_start(const World& world, int rounds) {
  std::vector<double> times;
  for (int i = 0; i < rounds; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    const Program server(world.serving(world.data()));
    Clients client(server.port(), 1);
    const auto& first = world.authors.front();
    wanted(client.ask(page_request(server.port(), first.visit, first.sheet)), 200);
    times.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
            .count());
  }
  return {{"first page after start", median(times), "ms", "at most 150"}};
}

Figures measure_pages(const World& world, const Options& options) {
  const Program server(world.serving(world.data()));
  const auto& first = world.authors.front();
  const auto asked = page_request(server.port(), first.visit, first.sheet);
  Clients all(server.port(), clients);
  const auto reply = all.ask(asked);
  wanted(reply, 200);
  const auto file = world.folder / "page.html";
  std::ofstream(file, std::ios::binary) << reply.body;
  const auto size = static_cast<double>(reply.body.size());
  const auto tag = "If-None-Match: " + std::string(header(reply, "ETag")) + "\r\n";

  const auto twin_program = world.program.parent_path() / "bench" / "static_twin";
  const Program twin_server({twin_program.string(), file.string()});
  Clients twin_all(twin_server.port(), clients);
  Asking page(server, all, asked, 200);
  Asking unchanged(server, all,
                   request("GET", first.sheet, server.port(), first.visit.cookie + tag), 304);
  Asking twin(twin_server, twin_all, page_request(twin_server.port(), first.visit, "/page"), 200);
  for (int i = 0; i < options.rounds; ++i) {
    page.round(options.seconds);
    twin.round(options.seconds);
    unchanged.round(options.seconds);
  }
  const auto& [pages, page_p99, page_cost] = page.rounds;
  const auto& [twins, twin_p99, twin_cost] = twin.rounds;
  const auto& [unchangeds, unchanged_p99, unchanged_cost] = unchanged.rounds;
  return {{"size of the page", size, "bytes"},
          {"page", median(pages), "a second"},
          {"page, 99 in 100 within", median(page_p99), "ms", "at most 25"},
          {"page, server's processor time", median(page_cost), "us"},
          {"static twin", median(twins), "a second"},
          {"static twin, 99 in 100 within", median(twin_p99), "ms"},
          {"static twin, server's processor time", median(twin_cost), "us"},
          {"page against static twin", ratio(pages, twins), "", "at least 0.35"},
          {"unchanged page", median(unchangeds), "a second"},
          {"unchanged page, 99 in 100 within", median(unchanged_p99), "ms"},
          {"unchanged page, server's processor time", median(unchanged_cost), "us"},
          {"unchanged page against static twin", ratio(unchangeds, twins), "", "at least 0.7"},
          {"memory after these", server.resident_megabytes(), "MB", "at most 60"}};
}

// All but the socket.
void copy_files(const fs::path& from, const fs::path& to) {
  fs::create_directories(to);
  for (const auto& file : fs::directory_iterator(from))
    if (file.is_regular_file()) fs::copy_file(file.path(), to / file.path().filename());
}

// Two servers on two copies of one world, by turns.
Figures measure_saves(const World& world, const Options& options) {
  const auto alone = world.folder / "alone";
  copy_files(world.data(), alone);
  const Program grouped_server(world.serving(world.data()));
  const Program single_server(world.serving(alone, "1"));
  Saving grouped(world, grouped_server);
  Saving single(world, single_server);
  for (int i = 0; i < options.rounds; ++i) {
    grouped.round(options.seconds);
    single.round(options.seconds);
  }
  return {{"saves", median(grouped.rounds.per_second), "a second"},
          {"saves, 99 in 100 within", median(grouped.rounds.p99_ms), "ms"},
          {"saves, server's processor time", median(grouped.rounds.cost_us), "us"},
          {"saves with a commit each", median(single.rounds.per_second), "a second"},
          {"saves with a commit each, 99 in 100 within", median(single.rounds.p99_ms), "ms"},
          {"saves in groups against one by one",
           ratio(grouped.rounds.per_second, single.rounds.per_second), "", "at least 3"},
          {"memory after saving", grouped_server.resident_megabytes(), "MB", "at most 60"}};
}

// PostgreSQL groups commits by itself, so there is nothing to compare with.
Figures measure_postgres_saves(const World& world, const Options& options) {
  const Program server(world.serving(world.data()));
  Saving saving(world, server);
  for (int i = 0; i < options.rounds; ++i) saving.round(options.seconds);
  return {{"saves on PostgreSQL", median(saving.rounds.per_second), "a second"},
          {"saves on PostgreSQL, 99 in 100 within", median(saving.rounds.p99_ms), "ms"},
          {"memory after saving", server.resident_megabytes(), "MB", "at most 60"}};
}

// One figure a round, until that many saves are kept.
Figures measure_memory(const World& world, const Options& options) {
  const Program server(world.serving(world.data()));
  Saving saving(world, server);
  Figures figures{{"memory after 0 saves", server.resident_megabytes(), "MB"}};
  for (double kept = 0; kept < options.saves;) {
    saving.round(options.seconds);
    kept += saving.rounds.per_second.back() * options.seconds;
    figures.push_back({"memory after " + std::to_string(std::llround(kept)) + " saves",
                       server.resident_megabytes(), "MB"});
  }
  return figures;
}

void print(const Figures& figures) {
  for (const auto& [name, value, unit, target] : figures)
    std::printf("%-46s %10.2f %-9s %s\n", name.c_str(), value, unit, target);
  std::fflush(stdout);
}

void write_json(const Figures& figures, const std::string& file) {
  std::string json = "{";
  for (const auto& [name, value, unit, target] : figures) {
    json += json.size() > 1 ? ", \"" : "\"";
    json += name + (*unit != '\0' ? ", " : "") + unit + "\": " + std::to_string(value);
  }
  std::ofstream(file) << json << "}\n";
}

Options read_options(int count, char** words) {
  Options options;
  for (int i = 1; i + 1 < count; i += 2) {
    const std::string_view name = words[i];
    if (name == "--json") options.json = words[i + 1];
    if (name == "--postgres") options.postgres = words[i + 1];
    if (name == "--seconds") options.seconds = std::stod(words[i + 1]);
    if (name == "--rounds") options.rounds = std::stoi(words[i + 1]);
    if (name == "--saves") options.saves = std::stod(words[i + 1]);
  }
  return options;
}

Figures measure(const Options& options) {
  const World world(options);
  Figures all;
  const auto add = [&](const Figures& figures) {
    print(figures);
    all.insert(all.end(), figures.begin(), figures.end());
  };
  if (options.saves > 0) {
    add(measure_memory(world, options));
    return all;
  }
  if (!options.postgres.empty()) {
    add(measure_postgres_saves(world, options));
    return all;
  }
  add(measure_start(world, options.rounds));
  add(measure_pages(world, options));
  add(measure_saves(world, options));
  return all;
}

}  // namespace

int main(int count, char** words) try {
  const auto options = read_options(count, words);
  const auto figures = measure(options);
  if (!options.json.empty()) write_json(figures, options.json);
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "pages_bench: %s\n", problem.what());
  return 1;
}
