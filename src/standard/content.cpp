#include "standard/content.h"

#include <algorithm>
#include <stdexcept>

namespace touchstone::standard {
namespace {

template <class List, class Key, class Member>
auto* find_in(const List& list, const Key& key, Member member) {
  const auto found = std::ranges::find(list, key, member);
  return found == list.end() ? nullptr : &*found;
}

// Whether repeated areas are gone through as they are asked, or once as the pack has them.
enum class Areas : std::uint8_t { asked, written };

const std::vector<Area>* repetitions_in(const Area& area, Areas how) {
  return how == Areas::asked && !area.repetitions.empty() ? &area.repetitions : nullptr;
}

void collect(const std::vector<Element>& from, std::vector<const Element*>& into) {
  for (const auto& element : from) {
    into.push_back(&element);
    collect(element.elements, into);
  }
}

void collect(const std::vector<Area>& from, Areas how, std::vector<const Element*>& into) {
  for (const auto& area : from) {
    if (const auto* repetitions = repetitions_in(area, how)) {
      collect(*repetitions, how, into);
      continue;
    }
    collect(area.elements, into);
    collect(area.areas, how, into);
  }
}

const Element* find(const std::vector<Element>& elements, std::string_view key) {
  for (const auto& element : elements) {
    if (element.key == key) return &element;
    if (const auto* child = find(element.elements, key)) return child;
  }
  return nullptr;
}

const Element* find(const std::vector<Area>& areas, Areas how, std::string_view key) {
  for (const auto& area : areas) {
    if (const auto* repetitions = repetitions_in(area, how)) {
      if (const auto* element = find(*repetitions, how, key)) return element;
      continue;
    }
    if (const auto* element = find(area.elements, key)) return element;
    if (const auto* element = find(area.areas, how, key)) return element;
  }
  return nullptr;
}

// The printed page of the nearest area around the element.
int sheet_in(const std::vector<Area>& areas, std::string_view key) {
  for (const auto& area : areas) {
    const auto* repetitions = repetitions_in(area, Areas::asked);
    if (!repetitions && find(area.elements, key)) return area.sheet;
    if (const auto sheet = sheet_in(repetitions ? *repetitions : area.areas, key)) return sheet;
  }
  return 0;
}

bool points_rise(const Scale& scale) {
  const auto falls = [](const Level& one, const Level& next) { return next.points <= one.points; };
  return scale.levels.back().points > 0 &&
         std::ranges::adjacent_find(scale.levels, falls) == scale.levels.end();
}

}  // namespace

const Level* Scale::level(std::string_view level_key) const {
  return find_in(levels, level_key, &Level::key);
}

const Descriptor* Element::descriptor(std::string_view voice, std::string_view level) const {
  for (const auto& descriptor : descriptor_list)
    if (descriptor.voice == voice && descriptor.level == level) return &descriptor;
  return nullptr;
}

std::vector<const Descriptor*> Element::descriptors(std::string_view voice) const {
  std::vector<const Descriptor*> found;
  for (const auto& descriptor : descriptor_list)
    if (descriptor.voice == voice) found.push_back(&descriptor);
  return found;
}

const ReferenceList* Element::list(std::string_view list_key) const {
  return find_in(lists, list_key, &ReferenceList::key);
}

std::vector<const Element*> Content::elements() const {
  std::vector<const Element*> all;
  collect(areas, Areas::asked, all);
  return all;
}

const Element* Content::element(std::string_view element_key) const {
  return find(areas, Areas::asked, element_key);
}

std::vector<const Area*> Content::asked_areas() const {
  std::vector<const Area*> all;
  for (const auto& area : areas) {
    for (const auto& repetition : area.repetitions) all.push_back(&repetition);
    if (area.repetitions.empty()) all.push_back(&area);
  }
  return all;
}

std::vector<const Element*> Content::written_elements() const {
  std::vector<const Element*> all;
  collect(areas, Areas::written, all);
  return all;
}

const Element* Content::written_element(std::string_view element_key) const {
  return find(areas, Areas::written, element_key);
}

const Dimension* Content::dimension(std::string_view dimension_key) const {
  return find_in(dimensions, dimension_key, &Dimension::key);
}

const Scale& Content::scale_of(const Element& element) const {
  const auto* scale = find_in(scales, element.scale, &Scale::key);
  if (!scale) throw std::logic_error("no scale called " + element.scale);
  return *scale;
}

int Content::sheet_of(const Element& element) const {
  return sheet_in(areas, element.key);
}

const std::vector<Band>& Content::bands(std::string_view voice) const {
  static const std::vector<Band> none;
  const auto* found = find_in(scoring.bands, voice, &VoiceBands::voice);
  return found ? found->bands : none;
}

const Level* Content::band_level(std::string_view level) const {
  for (const auto& scale : scales)
    if (const auto* found = scale.level(level)) return found;
  return nullptr;
}

const std::string& Content::band_name(std::string_view level) const {
  const auto* found = band_level(level);
  if (!found) throw std::logic_error("no level called " + std::string(level));
  return found->name;
}

bool Content::has_voice(std::string_view voice) const {
  return std::ranges::find(voices, voice) != voices.end();
}

bool Content::adds_points() const {
  if (scoring.rule != Rule::lowest) return scoring.rule == Rule::sum;
  const auto all = written_elements();
  return std::ranges::any_of(all, &Element::scored) &&
         std::ranges::none_of(all, [&](const Element* element) {
           return element->scored && !points_rise(scale_of(*element));
         });
}

}  // namespace touchstone::standard
