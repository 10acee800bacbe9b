#include "options.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace touchstone::bench {
namespace {

struct Known {
  std::string_view name;
  std::string_view value;
  std::string_view help;
  bool (*take)(Options& options, std::string_view value);
};

template <class Number>
bool number_in(std::string_view text, Number& number) {
  const auto* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, number);
  return error == std::errc() && at == end && number > 0;
}

constexpr std::array known{
    Known{"--json", "FILE", "write the figures there too",
          [](Options& options, std::string_view value) {
            options.json = value;
            return !value.empty();
          }},
    Known{"--postgres", "URL", "an empty database of PostgreSQL to work on; without it SQLite",
          [](Options& options, std::string_view value) {
            options.postgres = value;
            return !value.empty();
          }},
    Known{
        "--seconds", "N", "how long each measurement takes",
        [](Options& options, std::string_view value) { return number_in(value, options.seconds); }},
    Known{
        "--rounds", "N", "how often each is measured",
        [](Options& options, std::string_view value) { return number_in(value, options.rounds); }},
    Known{"--saves", "N", "only show what so many saves cost",
          [](Options& options, std::string_view value) { return number_in(value, options.saves); }},
};
constexpr std::size_t of_everyone = 3;

std::vector<Known> taken(std::initializer_list<std::string_view> more) {
  std::vector<Known> all(known.begin(), known.begin() + of_everyone);
  for (const auto name : more) all.push_back(*std::ranges::find(known, name, &Known::name));
  return all;
}

std::string help_of(std::string_view program, const std::vector<Known>& all) {
  std::string help = std::string(program.substr(program.rfind('/') + 1)) + " takes:\n";
  for (const auto& each : all) {
    auto line = "  " + std::string(each.name) + " " + std::string(each.value);
    line.resize(std::max<std::size_t>(line.size(), 20), ' ');
    help += line + std::string(each.help) + "\n";
  }
  return help;
}

Options refused(std::string why) {
  Options options;
  options.instead = std::move(why) + " --help tells what there is.\n";
  options.code = 2;
  return options;
}

}  // namespace

Options options_in(int count, const char* const* words,
                   std::initializer_list<std::string_view> more) {
  const auto all = taken(more);
  const std::vector<std::string_view> given(words + 1, words + count);
  Options options;
  for (std::size_t i = 0; i < given.size(); i += 2) {
    if (given[i] == "--help") {
      Options help;
      help.instead = help_of(words[0], all);
      return help;
    }
    const auto found = std::ranges::find(all, given[i], &Known::name);
    if (found == all.end()) return refused("There is no option “" + std::string(given[i]) + "”.");
    const auto value = i + 1 < given.size() ? given[i + 1] : std::string_view();
    if (!found->take(options, value))
      return refused(std::string(given[i]) + " takes " +
                     (found->value == "N" ? "a number above 0" : std::string(found->value)) + ".");
  }
  return options;
}

Options read_options(int count, const char* const* words,
                     std::initializer_list<std::string_view> more) {
  auto options = options_in(count, words, more);
  if (options.instead.empty()) return options;
  std::fputs(options.instead.c_str(), options.code == 0 ? stdout : stderr);
  std::exit(options.code);  // NOLINT(concurrency-mt-unsafe): no other thread has begun
}

}  // namespace touchstone::bench
