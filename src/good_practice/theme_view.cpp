#include "good_practice/theme_view.h"

#include <algorithm>

namespace touchstone::good_practice {
namespace {

using Versions = std::vector<standard::Published>;

// The version of the standard that it was made from, of those that are here.
const standard::Content* parent_of(const Versions& versions, const standard::Content& content) {
  const auto key = parent_key_of(content);
  const auto found = std::ranges::find_if(versions, [&](const standard::Published& version) {
    return version.content->key == key && key != content.key;
  });
  return found == versions.end() ? nullptr : found->content.get();
}

// Whether both mean the same by that theme: what was reworded is another to those who read it.
bool is_taken_over(const standard::Content& parent, const standard::Content& child,
                   const standard::Element& element) {
  const auto* same = parent.element(element.key);
  const auto both = standard::comparable(parent, child);
  return same && same->title == element.title && std::ranges::find(both, element.key) != both.end();
}

}  // namespace

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
  for (const auto& version : versions) {
    const auto& content = *version.content;
    const auto* parent = parent_of(versions, content);
    for (const auto* element : content.elements()) {
      auto key = theme_key(content.key, element->key);
      if (std::ranges::find(all, key, &Theme::key) != all.end()) continue;
      all.push_back({std::move(key), element->title, content.title});
      if (parent && is_taken_over(*parent, content, *element))
        all.back().same_as = theme_key(parent->key, element->key);
    }
  }
  return all;
}

std::vector<Theme> themes_to_choose(sql::Read& read, const Uuid& workspace,
                                    std::string_view chosen) {
  auto all = themes(read, workspace);
  std::erase_if(all,
                [&](const Theme& theme) { return !theme.same_as.empty() && theme.key != chosen; });
  return all;
}

std::map<std::string, std::string, std::less<>> elements_by_theme(
    sql::Read& read, const Uuid& workspace, const standard::Content& content) {
  std::map<std::string, std::string, std::less<>> elements;
  for (const auto* element : content.elements())
    elements[theme_key(content.key, element->key)] = element->key;
  if (content.adapted_from.empty()) return elements;
  for (const auto& theme : themes(read, workspace))
    if (const auto own = elements.find(theme.key); own != elements.end() && !theme.same_as.empty())
      elements[theme.same_as] = own->second;
  return elements;
}

std::string_view parent_key_of(const standard::Content& content) {
  return std::string_view(content.adapted_from).substr(0, content.adapted_from.find('@'));
}

std::string key_to_choose(sql::Read& read, const Uuid& workspace, std::string_view key) {
  for (const auto& theme : themes(read, workspace))
    if (theme.key == key && !theme.same_as.empty()) return theme.same_as;
  return std::string(key);
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
