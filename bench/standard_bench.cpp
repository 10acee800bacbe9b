// How fast the page of a large standard is, measured from outside.
//   standard_bench [--json FILE] [--seconds N]
// A pack of 2,000 elements, two levels described in each, is brought into a demo world by the
// command line. One person asks at a time, over one connection that stays open.
#include <algorithm>
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

constexpr int areas = 50;
constexpr int elements_each = 40;

std::string large_pack() {
  std::string pack =
      "pack: 1\nstandard: large\nversion: \"1\"\ntitle: Large\nowner: Us\n"
      "licence: {name: None, redistribute: none}\nscales:\n  s: {type: ordered, levels: "
      "[{key: low, name: Low}, {key: high, name: High}]}\nareas:\n";
  for (int a = 0; a < areas; ++a) {
    const auto area = std::to_string(a);
    pack += "  - key: a" + area + "\n    title: Area " + area + "\n    elements:\n";
    for (int e = 0; e < elements_each; ++e) {
      const auto n = area + "-" + std::to_string(e);
      pack += "      - {key: e" + n + ", title: Element " + n +
              ", scale: s, descriptors: {team: {low: {short: What is low in " + n +
              " and needs work.}, high: {short: What is high in " + n + " and is kept.}}}}\n";
    }
  }
  return pack;
}

double since(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

struct Figures {
  double import_ms = 0;
  Paced page;  // the first time the pack is read and checked against its hash
};

Figures measure_pages(const std::string& program, const fs::path& folder, double seconds) {
  const auto printed = output_of({program, "demo", "--data", folder.string()});
  const auto roles = members(printed, "people.role");
  const auto place =
      static_cast<std::size_t>(std::ranges::find(roles, "quality manager") - roles.begin());
  const auto file = folder / "large.yaml";
  std::ofstream(file) << large_pack();
  Figures figures;
  const auto begin = Clock::now();
  output_of({program, "standard", "import", file.string(), "--data", folder.string(), "--workspace",
             "eastmere"});
  figures.import_ms = since(begin);
  const Program server({program, "serve", "--data", folder.string(), "--listen", "127.0.0.1:0",
                        "--log-level", "warning"});
  Clients client(server.port(), 1);
  const auto visit = sign_in(client, members(printed, "people.email").at(place),
                             members(printed, "people.password").at(place));
  const auto asked = page_request(server.port(), visit, "/eastmere/standards/large@1");
  figures.page = ask_again(server, client, asked, seconds);
  return figures;
}

}  // namespace

int main(int count, char** words) try {
  std::string json;
  double seconds = 3;
  for (int i = 1; i + 1 < count; i += 2) {
    if (std::string_view(words[i]) == "--json") json = words[i + 1];
    if (std::string_view(words[i]) == "--seconds") seconds = std::stod(words[i + 1]);
  }
  const auto program =
      fs::read_symlink("/proc/self/exe").parent_path().parent_path() / "touchstone";
  const auto folder = fs::current_path() / ("bench-" + to_text(touchstone::new_uuid()));
  fs::create_directories(folder);
  const auto figures = measure_pages(program.string(), folder, seconds);
  fs::remove_all(folder);
  std::printf(
      "a standard of %d elements: page %.2f ms (half), %.2f ms (99 in 100; at most 40), first time "
      "%.1f ms, %.0f us of the processor, %zu bytes; brought in within %.0f ms\n",
      areas * elements_each, figures.page.half_ms, figures.page.most_ms, figures.page.first_ms,
      figures.page.cost_us, figures.page.bytes, figures.import_ms);
  if (!json.empty())
    std::ofstream(json) << "{\"2000 elements, page, 99 in 100 within, ms\": "
                        << figures.page.most_ms << ", \"first page, ms\": " << figures.page.first_ms
                        << "}\n";
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "standard_bench: %s\n", problem.what());
  return 1;
}
