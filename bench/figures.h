#pragma once
#include <string>

namespace touchstone::bench {

// What was measured: printed a line at a time, kept for the file.
class Figures {
 public:
  // `target`: what it should be, in words.
  void add(const std::string& name, double value, const char* unit, const char* target = "");
  // Nothing without a name of a file.
  void write_to(const std::string& file) const;

 private:
  std::string json_ = "{";
};

}  // namespace touchstone::bench
