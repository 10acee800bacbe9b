#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "standard/content.h"

// What is asked: an element, or where its area is repeated an element for one value of the area's
// dimension.
namespace touchstone::standard {

// The key of what is asked, one word wherever it is named, in forms, addresses, JSON and files:
// "achievement", or "achievement@adult-learning". No key of a pack has an "@".
struct Asked {
  std::string_view element;
  std::string_view value;  // empty where the area is not repeated
};
std::string asked_key(std::string_view element, std::string_view value);
Asked asked_in(std::string_view key);  // looks at it

// The longest that it can be: two keys of a pack and what stands between.
inline constexpr std::size_t longest_asked_key = 121;

// The most elements that the repeated areas of a pack may come to.
inline constexpr std::size_t most_repeated = 1000;

// What the repeated areas come to: elements times values.
std::size_t repeated_elements(const Content& content);

// Gives each repeated area its repetitions: what stands in them has asked keys, and titles that
// begin with that of the value: "Adult learning: Achievement". None where they would come to more
// than most_repeated.
void repeat_areas(Content& content);

// How often an element of that area, as the pack has it, is asked.
std::size_t times_asked(const Content& content, std::string_view area);

}  // namespace touchstone::standard
