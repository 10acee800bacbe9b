#include "standard/difference.h"

#include <fmt/format.h>

#include <algorithm>

#include "standard/comparable.h"
#include "standard/content_words.h"

namespace touchstone::standard {
namespace {

// `key` stays when names change; empty: the words themselves.
struct Said {
  std::string what;
  std::string text;
  std::string key{};

  const std::string& id() const { return key.empty() ? what : key; }
};
using AllSaid = std::vector<Said>;

const Said* said_under(const AllSaid& all, std::string_view id) {
  const auto found = std::ranges::find(all, id, &Said::id);
  return found == all.end() ? nullptr : &*found;
}

// In the order of `after`; what is gone follows.
std::vector<ChangedText> changes(const AllSaid& before, const AllSaid& after) {
  std::vector<ChangedText> changed;
  for (const auto& said : after) {
    const auto* then = said_under(before, said.id());
    changed.push_back({said.what, then ? then->text : "", said.text});
  }
  for (const auto& said : before)
    if (!said_under(after, said.id())) changed.push_back({said.what, said.text, ""});
  std::erase_if(changed, [](const ChangedText& each) { return each.before == each.after; });
  return changed;
}

// By its name where that is the other of the two.
std::string origin_in_words(const Content& content, const Content& other) {
  return content.adapted_from == other.address()
             ? fmt::format("{}, version {}", other.title, other.version)
             : content.adapted_from;
}

AllSaid said_about_it(const Content& content, const Content& other) {
  return {{"Title", content.title},        {"Summary", content.summary},
          {"Owner", content.owner},        {"Licence", content.licence},
          {"Source", content.attribution}, {"Made from", origin_in_words(content, other)}};
}

std::string points_in_words(const Content& content, const Level& level) {
  auto text = level.letter.empty() ? level.name : fmt::format("{} ({})", level.name, level.letter);
  if (content.scoring.rule == Rule::sum) text += fmt::format(", {} points", level.points);
  return text;
}

AllSaid said_levels(const Content& content) {
  AllSaid all;
  for (const auto& scale : content.scales)
    for (const auto& level : scale.levels)
      all.push_back(
          {content.scales.size() == 1 ? level.name : fmt::format("{}, {}", scale.key, level.name),
           points_in_words(content, level), fmt::format("{} {}", scale.key, level.key)});
  return all;
}

AllSaid said_bands(const Content& content) {
  AllSaid all;
  for (const auto& [voice, bands] : content.scoring.bands)
    for (const auto& [level, from, to] : bands)
      all.push_back({fmt::format("{}, {}", heading_for(voice), content.band_name(level)),
                     fmt::format("{} to {}", from, to), fmt::format("{} {}", voice, level)});
  return all;
}

void say_areas(AllSaid& all, const std::vector<Area>& areas, const Content& content) {
  for (const auto& area : areas) {
    if (const auto* dimension = content.dimension(area.dimension))
      all.push_back({area.title, "for each " + dimension->title, "area " + area.key});
    say_areas(all, area.areas, content);
  }
}

// What areas are repeated for, and which are.
AllSaid said_of_repeating(const Content& content) {
  AllSaid all;
  for (const auto& dimension : content.dimensions) {
    std::string values;
    for (const auto& value : dimension.values) values += (values.empty() ? "" : "\n") + value.title;
    all.push_back({dimension.title, std::move(values), "dimension " + dimension.key});
  }
  say_areas(all, content.areas, content);
  return all;
}

std::string said_at(const Descriptor& descriptor, const Content& content) {
  auto text = descriptor.short_text;
  for (const auto& statement : descriptor.statements) text += "\n" + statement.text;
  for (const auto& fact : descriptor.facts) text += "\n" + in_words(fact, content);
  return text;
}

AllSaid said_of(const Element& element, const Content& content) {
  AllSaid all{{"Title", element.title},
              {"Guidance", element.guidance},
              {"Counted", element.scored ? "yes" : "no"}};
  for (const auto& list : element.lists) {
    std::string text;
    for (const auto& item : list.items) text += (text.empty() ? "" : "\n") + item.text;
    all.push_back({list.title, std::move(text)});
  }
  const auto& scale = content.scale_of(element);
  for (const auto& [level, list, rule] : element.thresholds)
    all.push_back({fmt::format("Expected at {} of {}", scale.level(level)->name, list), rule,
                   fmt::format("threshold {} {}", level, list)});
  for (const auto& descriptor : element.descriptor_list)
    all.push_back(
        {fmt::format("{}, {}", heading_for(descriptor.voice), scale.level(descriptor.level)->name),
         said_at(descriptor, content),
         fmt::format("level {} {}", descriptor.voice, descriptor.level)});
  for (const auto& [standard, key, relation] : element.maps_to)
    all.push_back({fmt::format("Meets {}, {}", standard, key), relation});
  return all;
}

}  // namespace

Difference difference_between(const Content& before, const Content& after) {
  Difference difference;
  difference.before = before.address();
  difference.after = after.address();
  for (const auto* element : after.written_elements()) {
    const auto* then = before.written_element(element->key);
    if (!then) {
      difference.added.push_back({element->key, element->title});
      continue;
    }
    auto texts = changes(said_of(*then, before), said_of(*element, after));
    if (!texts.empty())
      difference.changed.push_back({element->key, element->title, std::move(texts)});
  }
  for (const auto* element : before.written_elements())
    if (!after.written_element(element->key))
      difference.removed.push_back({element->key, element->title});
  difference.about = changes(said_about_it(before, after), said_about_it(after, before));
  difference.levels = changes(said_levels(before), said_levels(after));
  difference.bands = changes(said_bands(before), said_bands(after));
  difference.repeated = changes(said_of_repeating(before), said_of_repeating(after));
  difference.comparable = comparable(before, after);
  return difference;
}

}  // namespace touchstone::standard
