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

#include "demo.h"
#include "options.h"

namespace {

using namespace touchstone::bench;
namespace fs = std::filesystem;

constexpr std::size_t clients = 64;
constexpr std::size_t tutors = 7;  // with ten themes each, one for every client

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

// A demo world with people at work in it.
struct World {
  Demo demo;
  std::vector<Author> authors;
  std::vector<std::string> themes;

  explicit World(const Options& options) : demo(options.postgres) { fill(); }

  std::vector<std::string> serving(const fs::path& data, const char* group) const {
    return demo.words_over(data, {"serve", "--listen", "127.0.0.1:0", "--log-level", "warning",
                                  "--group-size", group});
  }

  void fill() {
    const Program server(demo.serving());
    Clients client(server.port(), 1);
    for (const auto& email : demo.emails_of("tutor")) {
      if (authors.size() == tutors) break;
      auto visit = demo.sign_in_as(client, email);
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
void measure_start(Figures& figures, const World& world, int rounds) {
  std::vector<double> times;
  for (int i = 0; i < rounds; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    const Program server(world.demo.serving());
    Clients client(server.port(), 1);
    const auto& first = world.authors.front();
    wanted(client.ask(page_request(server.port(), first.visit, first.sheet)), 200);
    times.push_back(milliseconds_since(begin));
  }
  figures.add("first page after start", median(times), "ms", "at most 150");
}

void measure_pages(Figures& figures, const World& world, const Options& options) {
  const Program server(world.demo.serving());
  const auto& first = world.authors.front();
  const auto asked = page_request(server.port(), first.visit, first.sheet);
  Clients all(server.port(), clients);
  const auto reply = all.ask(asked);
  wanted(reply, 200);
  const auto file = world.demo.folder() / "page.html";
  std::ofstream(file, std::ios::binary) << reply.body;
  const auto size = static_cast<double>(reply.body.size());
  const auto tag = "If-None-Match: " + std::string(header(reply, "ETag")) + "\r\n";

  const auto twin_program = world.demo.program().parent_path() / "bench" / "static_twin";
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
  figures.add("size of the page", size, "bytes");
  figures.add("page", median(pages), "a second");
  figures.add("page, 99 in 100 within", median(page_p99), "ms", "at most 25");
  figures.add("page, server's processor time", median(page_cost), "us");
  figures.add("static twin", median(twins), "a second");
  figures.add("static twin, 99 in 100 within", median(twin_p99), "ms");
  figures.add("static twin, server's processor time", median(twin_cost), "us");
  figures.add("page against static twin", ratio(pages, twins), "", "at least 0.35");
  figures.add("unchanged page", median(unchangeds), "a second");
  figures.add("unchanged page, 99 in 100 within", median(unchanged_p99), "ms");
  figures.add("unchanged page, server's processor time", median(unchanged_cost), "us");
  figures.add("unchanged page against static twin", ratio(unchangeds, twins), "", "at least 0.7");
  figures.add("memory after these", server.resident_megabytes(), "MB", "at most 60");
}

// All but the socket.
void copy_files(const fs::path& from, const fs::path& to) {
  fs::create_directories(to);
  for (const auto& file : fs::directory_iterator(from))
    if (file.is_regular_file()) fs::copy_file(file.path(), to / file.path().filename());
}

// Two servers on two copies of one world, by turns.
void measure_saves(Figures& figures, const World& world, const Options& options) {
  const auto alone = world.demo.folder() / "alone";
  copy_files(world.demo.data(), alone);
  const Program grouped_server(world.serving(world.demo.data(), "64"));
  const Program single_server(world.serving(alone, "1"));
  Saving grouped(world, grouped_server);
  Saving single(world, single_server);
  for (int i = 0; i < options.rounds; ++i) {
    grouped.round(options.seconds);
    single.round(options.seconds);
  }
  figures.add("saves", median(grouped.rounds.per_second), "a second");
  figures.add("saves, 99 in 100 within", median(grouped.rounds.p99_ms), "ms");
  figures.add("saves, server's processor time", median(grouped.rounds.cost_us), "us");
  figures.add("saves with a commit each", median(single.rounds.per_second), "a second");
  figures.add("saves with a commit each, 99 in 100 within", median(single.rounds.p99_ms), "ms");
  figures.add("saves in groups against one by one",
              ratio(grouped.rounds.per_second, single.rounds.per_second), "", "at least 3");
  figures.add("memory after saving", grouped_server.resident_megabytes(), "MB", "at most 60");
}

// PostgreSQL groups commits by itself, so there is nothing to compare with.
void measure_postgres_saves(Figures& figures, const World& world, const Options& options) {
  const Program server(world.demo.serving());
  Saving saving(world, server);
  for (int i = 0; i < options.rounds; ++i) saving.round(options.seconds);
  figures.add("saves on PostgreSQL", median(saving.rounds.per_second), "a second");
  figures.add("saves on PostgreSQL, 99 in 100 within", median(saving.rounds.p99_ms), "ms");
  figures.add("memory after saving", server.resident_megabytes(), "MB", "at most 60");
}

// One figure a round, until that many saves are kept.
void measure_memory(Figures& figures, const World& world, const Options& options) {
  const Program server(world.demo.serving());
  Saving saving(world, server);
  figures.add("memory after 0 saves", server.resident_megabytes(), "MB");
  for (double kept = 0; kept < options.saves;) {
    saving.round(options.seconds);
    kept += saving.rounds.per_second.back() * options.seconds;
    figures.add("memory after " + std::to_string(std::llround(kept)) + " saves",
                server.resident_megabytes(), "MB");
  }
}

void measure(Figures& figures, const Options& options) {
  const World world(options);
  if (options.saves > 0) return measure_memory(figures, world, options);
  if (!options.postgres.empty()) return measure_postgres_saves(figures, world, options);
  measure_start(figures, world, options.rounds);
  measure_pages(figures, world, options);
  measure_saves(figures, world, options);
}

}  // namespace

int main(int count, char** words) try {
  const auto options = read_options(count, words, {"--rounds", "--saves"});
  Figures figures;
  measure(figures, options);
  figures.write_to(options.json);
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "pages_bench: %s\n", problem.what());
  return 1;
}
