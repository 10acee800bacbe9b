#include "standard/content_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "platform/text.h"

namespace touchstone::standard {

std::string heading_for(const std::string& voice) {
  auto words = voice;
  std::ranges::replace(words, '-', ' ');
  if (words.front() >= 'a' && words.front() <= 'z') words.front() -= 'a' - 'A';
  return words;
}

std::string in_words(const Fact& fact, const Content& content) {
  const auto& words = content.words;
  if (fact.fact == "all-other-elements-at") {
    const auto* level = content.band_level(fact.level);
    return fmt::format("Every other {} stands at {}.", words.element,
                       level ? level->name : fact.level);
  }
  if (fact.fact == "sheets-in-period")
    return fmt::format("At least {} in {} were finished.",
                       counted(fact.at_least, words.sheet, words.sheet + "s"),
                       counted(fact.months, "month", "months"));
  if (fact.fact == "targets-for-every-element-below-top")
    return fmt::format("Every {} below the highest level has a target.", words.element);
  if (fact.fact == "progress-since-previous")
    return fmt::format("At least one {} stands higher than on the {} before.", words.element,
                       words.sheet);
  return "A version of one’s own was made of this standard.";
}

}  // namespace touchstone::standard
