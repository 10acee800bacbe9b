#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "platform/html/html.h"

namespace touchstone::look {

struct ProfileLevel {
  std::string letter;
  std::string name;
  int points = 0;
};
struct ProfileRow {
  std::string title;
  std::string answer;  // the level's name, "Below minimum", "Not part of my job" or "Not judged"
  std::optional<int> points{};  // empty: no bar
  std::string answer_before{};
  std::optional<int> points_before{};
};
enum class ProfileShape : std::uint8_t { bars, radar };

// How the themes stand, with last time as a ghost behind.
struct ProfileChart {
  std::string id = "profile";
  std::string title;  // a sentence made from the data: "Five up, one down since Spring 2026"
  std::string name;   // "Autumn 2026"
  std::string name_before{};         // empty: nothing to compare with
  std::vector<ProfileLevel> levels;  // lowest first
  std::vector<ProfileRow> rows;
  ProfileShape shape = ProfileShape::bars;
  Url other_shape{};  // the same page with the other shape; empty: no link
  Url csv{};          // the figures as a file; empty: no link
};
// A figure with its picture, and the same as a table in a fold right after.
Html profile_chart(const ProfileChart& chart);

}  // namespace touchstone::look
