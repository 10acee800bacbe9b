#include "figures.h"

#include <cstdio>
#include <fstream>
#include <string_view>

namespace touchstone::bench {

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

void Figures::add(const std::string& name, double value, const char* unit, const char* target) {
  std::printf("%-46s %10.2f %-9s %s\n", name.c_str(), value, unit, target);
  std::fflush(stdout);
  json_ += (json_.size() > 1 ? ", \"" : "\"") + name + (*unit != '\0' ? ", " : "") + unit +
           "\": " + std::to_string(value);
}

void Figures::write_to(const std::string& file) const {
  if (!file.empty()) std::ofstream(file) << json_ << "}\n";
}

}  // namespace touchstone::bench
