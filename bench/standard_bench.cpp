// How fast the page of a large standard is, measured from outside.
//   standard_bench [--json FILE] [--seconds N] [--postgres URL]
// A pack of 2,000 elements, two levels described in each, is brought into a demo world by the
// command line. One person asks at a time, over one connection that stays open.
#include <chrono>
#include <cstdio>
#include <fstream>

#include "demo.h"
#include "options.h"
#include "paced.h"

namespace {

using namespace touchstone::bench;

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

}  // namespace

int main(int count, char** words) try {
  const auto options = read_options(count, words);
  const Demo demo(options.postgres);
  const auto file = demo.folder() / "large.yaml";
  std::ofstream(file) << large_pack();
  Figures figures;
  const auto begin = std::chrono::steady_clock::now();
  output_of(demo.words({"standard", "import", file.string(), "--workspace", "eastmere"}));
  figures.add("a standard of 2,000 elements brought in", milliseconds_since(begin), "ms");
  const Program server(demo.serving());
  Clients client(server.port(), 1);
  const auto visit = demo.sign_in_as(client, "priya.raman");
  // The first time the pack is read and checked against its hash.
  const auto page =
      ask_again(server, client, page_request(client.port(), visit, "/eastmere/standards/large@1"),
                options.seconds);
  figures.add("its page, the first time", page.first_ms, "ms", "at most 40");
  figures.add("its page, half within", page.half_ms, "ms");
  figures.add("its page, 99 in 100 within", page.most_ms, "ms", "at most 40");
  figures.add("its page, of the processor", page.cost_us, "us");
  figures.write_to(options.json);
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "standard_bench: %s\n", problem.what());
  return 1;
}
