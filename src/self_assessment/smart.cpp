#include "self_assessment/smart.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "platform/text.h"

namespace touchstone::self_assessment {
namespace {

constexpr std::size_t fewest_words = 5;
constexpr int farthest_days = 366;
constexpr int highest_step = 2;  // levels

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words(1);
  for (const auto letter : text) {
    const auto lower = static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter + 32 : letter);
    const auto of_word =
        (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || (letter & 0x80) != 0;
    if (of_word)
      words.back() += lower;
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool counts_something(const std::string& word) {
  static constexpr auto numbers = std::to_array<std::string_view>(
      {"one",  "two",  "three",  "four",   "five",  "six",     "seven",  "eight",
       "nine", "ten",  "twelve", "half",   "both",  "every",   "each",   "all",
       "none", "once", "twice",  "weekly", "daily", "monthly", "termly", "percent"});
  const auto digit = [](char letter) { return letter >= '0' && letter <= '9'; };
  return std::ranges::any_of(word, digit) || std::ranges::find(numbers, word) != numbers.end();
}

bool names_learners(const std::string& word) {
  static constexpr auto stems = std::to_array<std::string_view>(
      {"learner", "student", "pupil", "apprentice", "tutee", "trainee", "group", "class"});
  return std::ranges::any_of(stems, [&](std::string_view stem) { return word.starts_with(stem); });
}

std::string about_specific(const Target& target, const std::vector<std::string>& words,
                           const standard::Element& element) {
  for (const auto& descriptor : element.descriptor_list)
    if (split_words(descriptor.short_text) == words)
      return "These are the standard’s own words. Say what you yourself will do.";
  return words.size() < fewest_words && !target.text.empty()
             ? "Say in a few more words what you will do."
             : std::string();
}

std::string about_achievable(const Target& target, const standard::Scale& scale, const Row& row) {
  const auto place = [&](std::string_view key) {
    return static_cast<int>(std::ranges::find(scale.levels, key, &standard::Level::key) -
                            scale.levels.begin());
  };
  const auto stands = row.state == State::judged ? place(row.level) : -1;
  const auto steps = place(target.level_aimed) - stands;
  return steps > highest_step
             ? fmt::format("This is {} up. A step on the way would show sooner that it works.",
                           counted(steps, "level", "levels"))
             : std::string();
}

std::string about_time(const Target& target, Date today) {
  if (!target.due_on) return "Say by when.";
  return days_between(today, *target.due_on) > farthest_days
             ? "Choose a date within a year, so that it is not put off."
             : std::string();
}

}  // namespace

std::array<SmartLetter, 5> smart(const Target& target, const standard::Content& content,
                                 const Row& row, Date today) {
  const auto& element = *content.element(target.element);
  const auto words = split_words(target.text);
  const auto measurable = std::ranges::any_of(words, counts_something);
  const auto relevant = std::ranges::any_of(words, names_learners);
  return {{{"specific", "Specific", about_specific(target, words, element)},
           {"measurable", "Measurable",
            measurable ? std::string() : "Say how you will see it: how many, or how often."},
           {"achievable", "Achievable", about_achievable(target, content.scale_of(element), row)},
           {"relevant", "Relevant",
            relevant ? std::string() : "Say what it changes for your learners."},
           {"time_bound", "Time-bound", about_time(target, today)}}};
}

bool is_smart(const Target& target, const standard::Content& content, const Row& row, Date today) {
  return std::ranges::all_of(smart(target, content, row, today), &SmartLetter::met);
}

}  // namespace touchstone::self_assessment
