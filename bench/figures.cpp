#include "figures.h"

#include <cstdio>
#include <fstream>

namespace touchstone::bench {

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
