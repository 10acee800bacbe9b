#pragma once
#include <string_view>

#include "look/profile_chart.h"

namespace touchstone::look {

// How a theme moved since last time; empty when there is nothing to compare with.
struct Direction {
  std::string_view sign;
  std::string_view word;
};
Direction direction_of(const ProfileRow& row);

// <title> and <desc> of the picture, with the ids that its aria-labelledby names.
void add_picture_words(Html& out, const ProfileChart& chart);

// The themes as spokes, numbered clockwise from the top as in the list that follows.
void add_radar(Html& out, const ProfileChart& chart);

}  // namespace touchstone::look
