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

void collect(const std::vector<Element>& from, std::vector<const Element*>& into) {
  for (const auto& element : from) {
    into.push_back(&element);
    collect(element.elements, into);
  }
}

void collect(const std::vector<Area>& from, std::vector<const Element*>& into) {
  for (const auto& area : from) {
    collect(area.elements, into);
    collect(area.areas, into);
  }
}

const Element* find(const std::vector<Element>& elements, std::string_view key) {
  for (const auto& element : elements) {
    if (element.key == key) return &element;
    if (const auto* child = find(element.elements, key)) return child;
  }
  return nullptr;
}

const Element* find(const std::vector<Area>& areas, std::string_view key) {
  for (const auto& area : areas) {
    if (const auto* element = find(area.elements, key)) return element;
    if (const auto* element = find(area.areas, key)) return element;
  }
  return nullptr;
}

// The printed page of the nearest area around the element.
int sheet_in(const std::vector<Area>& areas, std::string_view key) {
  for (const auto& area : areas) {
    if (find(area.elements, key)) return area.sheet;
    if (const auto sheet = sheet_in(area.areas, key)) return sheet;
  }
  return 0;
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
  collect(areas, all);
  return all;
}

const Element* Content::element(std::string_view element_key) const {
  return find(areas, element_key);
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

bool Content::has_voice(std::string_view voice) const {
  return std::ranges::find(voices, voice) != voices.end();
}

}  // namespace touchstone::standard
