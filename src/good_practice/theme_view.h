#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "look/select.h"
#include "platform/sql/turn.h"

// The elements of the organisation's standards, as themes of good practice: "standard/element".
namespace touchstone::good_practice {

struct Theme {
  std::string key;       // "personal-tutoring/coaching"
  std::string title;     // "Coaching"
  std::string standard;  // the title of its standard
};

// Of every standard that people can be judged against, the newest version of each.
std::vector<Theme> themes(sql::Read& read, const Uuid& workspace);
// Empty when there is none.
std::string theme_title(sql::Read& read, const Uuid& workspace, std::string_view key);
std::string theme_key(std::string_view standard, std::string_view element);

// To choose one from; `none` is the first choice.
std::vector<look::SelectItem> theme_items(const std::vector<Theme>& themes, std::string_view none);

}  // namespace touchstone::good_practice
