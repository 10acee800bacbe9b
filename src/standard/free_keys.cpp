#include "standard/free_keys.h"

#include <fmt/format.h>

namespace touchstone::standard {

std::string FreeKeys::take(std::string wanted) {
  constexpr std::size_t longest_beginning = 50;  // a key has 60 letters
  if (wanted.empty()) wanted = "item";
  if (taken_.insert(wanted).second) return wanted;
  wanted.resize(std::min(wanted.size(), longest_beginning));
  // Keys are never given back, so no smaller number becomes free again.
  auto& next = next_.try_emplace(wanted, 2).first->second;
  for (;;)
    if (auto key = fmt::format("{}-{}", wanted, next++); taken_.insert(key).second) return key;
}

}  // namespace touchstone::standard
