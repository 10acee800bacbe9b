#pragma once
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace touchstone::standard {

// Gives each thing a key that no other has. However many want the same one, each asks once.
class FreeKeys {
 public:
  // `wanted`, or with the first number after it that makes it free; made up where it is empty.
  std::string take(std::string wanted);

 private:
  std::unordered_set<std::string> taken_;
  std::unordered_map<std::string, int> next_;  // the number to try for a beginning
};

}  // namespace touchstone::standard
