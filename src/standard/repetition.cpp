#include "standard/repetition.h"

#include <fmt/format.h>

namespace touchstone::standard {
namespace {

std::size_t elements_in(const std::vector<Element>& elements) {
  auto n = elements.size();
  for (const auto& element : elements) n += elements_in(element.elements);
  return n;
}

std::size_t elements_in(const Area& area) {
  auto n = elements_in(area.elements);
  for (const auto& inner : area.areas) n += elements_in(inner);
  return n;
}

std::size_t values_of(const Content& content, const Area& area) {
  const auto* dimension = content.dimension(area.dimension);
  return dimension ? dimension->values.size() : 0;
}

std::size_t repeated_in(const Content& content, const std::vector<Area>& areas) {
  std::size_t n = 0;
  for (const auto& area : areas)
    if (const auto values = values_of(content, area))
      n += values * elements_in(area);
    else
      n += repeated_in(content, area.areas);
  return n;
}

std::string title_for(const DimensionValue& value, std::string_view title) {
  return fmt::format("{}: {}", value.title, title);
}

void ask_for(const DimensionValue& value, std::vector<Element>& elements) {
  for (auto& element : elements) {
    element.key = asked_key(element.key, value.key);
    element.title = title_for(value, element.title);
    element.value = value.key;
    ask_for(value, element.elements);
  }
}

void ask_for(const DimensionValue& value, Area& area) {
  area.key = asked_key(area.key, value.key);
  area.title = title_for(value, area.title);
  area.dimension.clear();
  ask_for(value, area.elements);
  for (auto& inner : area.areas) ask_for(value, inner);
}

void repeat(const Content& content, std::vector<Area>& areas) {
  for (auto& area : areas) {
    const auto* dimension = content.dimension(area.dimension);
    if (!dimension) {
      repeat(content, area.areas);
      continue;
    }
    const auto written = area;
    for (const auto& value : dimension->values) {
      area.repetitions.push_back(written);
      ask_for(value, area.repetitions.back());
    }
  }
}

// Empty where no such area is below these.
std::size_t times_in(const Content& content, const std::vector<Area>& areas, std::string_view key,
                     std::size_t times) {
  for (const auto& area : areas) {
    const auto values = values_of(content, area);
    const auto here = values == 0 ? times : values;
    if (area.key == key) return here;
    if (const auto found = times_in(content, area.areas, key, here)) return found;
  }
  return 0;
}

}  // namespace

std::string asked_key(std::string_view element, std::string_view value) {
  return value.empty() ? std::string(element) : fmt::format("{}@{}", element, value);
}

Asked asked_in(std::string_view key) {
  const auto at = key.find('@');
  if (at == key.npos) return {key, {}};
  return {key.substr(0, at), key.substr(at + 1)};
}

std::size_t repeated_elements(const Content& content) {
  return repeated_in(content, content.areas);
}

void repeat_areas(Content& content) {
  if (repeated_elements(content) <= most_repeated) repeat(content, content.areas);
}

std::size_t times_asked(const Content& content, std::string_view area) {
  return times_in(content, content.areas, area, 1);
}

}  // namespace touchstone::standard
