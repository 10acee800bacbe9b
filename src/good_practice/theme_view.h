#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "look/select.h"
#include "platform/sql/turn.h"
#include "standard/standard.h"

// The elements of the organisation's standards, as themes of good practice: "standard/element".
namespace touchstone::good_practice {

struct Theme {
  std::string key;        // "personal-tutoring/coaching"
  std::string title;      // "Coaching"
  std::string standard;   // the title of its standard
  std::string same_as{};  // the key of the theme that it is in the standard which its own was made
                          // from, where people can be judged against that too; mostly empty
};

// Of every standard that people can be judged against, the newest version of each; those that
// people score themselves against first.
std::vector<Theme> themes(sql::Read& read, const Uuid& workspace);
// Each once: what a standard took over from the one it was made from stands there alone. `chosen`,
// a key or empty, is among them always.
std::vector<Theme> themes_to_choose(sql::Read& read, const Uuid& workspace,
                                    std::string_view chosen);
// The key under which it is chosen; the same where nothing else is known.
std::string key_to_choose(sql::Read& read, const Uuid& workspace, std::string_view key);
// Empty when there is none.
std::string theme_title(sql::Read& read, const Uuid& workspace, std::string_view key);
std::string theme_key(std::string_view standard, std::string_view element);

// The keys of a standard's elements by the themes that mean them: its own, and of what it took over
// those of the standard that it was made from.
std::map<std::string, std::string, std::less<>> elements_by_theme(sql::Read& read,
                                                                  const Uuid& workspace,
                                                                  const standard::Content& content);
// The key of the standard that it was made from; empty when there is none.
std::string_view parent_key_of(const standard::Content& content);

// To choose one from; `none` is the first choice.
std::vector<look::SelectItem> theme_items(const std::vector<Theme>& themes, std::string_view none);

}  // namespace touchstone::good_practice
