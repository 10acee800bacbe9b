#include "good_practice/theme_view.h"

#include <algorithm>

#include "standard/standard.h"

namespace touchstone::good_practice {

std::string theme_key(std::string_view standard, std::string_view element) {
  return std::string(standard).append("/").append(element);
}

std::vector<Theme> themes(sql::Read& read, const Uuid& workspace) {
  std::vector<Theme> all;
  auto versions = standard::published(read, workspace);
  // What people score themselves by is what they know.
  std::ranges::stable_partition(versions, [](const standard::Published& version) {
    return version.content->has_voice("person");
  });
  for (const auto& version : versions)
    for (const auto* element : version.content->elements()) {
      auto key = theme_key(version.content->key, element->key);
      if (std::ranges::find(all, key, &Theme::key) == all.end())
        all.push_back({std::move(key), element->title, version.content->title});
    }
  return all;
}

std::string theme_title(sql::Read& read, const Uuid& workspace, std::string_view key) {
  if (key.empty()) return {};
  const auto all = themes(read, workspace);
  const auto found = std::ranges::find(all, key, &Theme::key);
  return found == all.end() ? std::string() : found->title;
}

std::vector<look::SelectItem> theme_items(const std::vector<Theme>& themes, std::string_view none) {
  std::vector<look::SelectItem> items{{.text = std::string(none), .value = ""}};
  for (const auto& theme : themes)
    items.push_back({.text = theme.title, .value = theme.key, .group = theme.standard});
  return items;
}

}  // namespace touchstone::good_practice
