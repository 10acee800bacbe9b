#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/date.h"
#include "platform/id.h"

namespace touchstone::standard {

// One step of a scale.
struct Level {
  std::string key;
  std::string letter;
  std::string name;
  int points = 0;
};

enum class ScaleType : std::uint8_t { ordered, sequential, met };

struct Scale {
  std::string key;
  ScaleType type = ScaleType::ordered;
  std::vector<Level> levels{};  // lowest first, at least one

  // Whether a level takes in all that stands below it (C-7).
  bool sequential() const { return type == ScaleType::sequential; }
  const Level* level(std::string_view level_key) const;  // null when there is none
};

// Points from and to, ends inclusive, that give an overall level.
struct Band {
  std::string level;
  int from = 0;
  int to = 0;
  bool operator==(const Band&) const = default;
};

enum class Rule : std::uint8_t { none, sum, lowest };

struct VoiceBands {
  std::string voice;
  std::vector<Band> bands{};  // ascending, from 0 to the maximum, without gap or overlap (C-11)
  bool operator==(const VoiceBands&) const = default;
};

struct Scoring {
  Rule rule = Rule::none;
  std::vector<VoiceBands> bands{};  // none where nothing is added up, though the pack have some
  bool lowest_beside_band = false;
};

struct Statement {
  std::string key;  // unique within its descriptor
  std::string text;
};

// Something the program can check by itself, asked for by a level; the rest where the fact needs
// it.
struct Fact {
  std::string fact;  // "all-other-elements-at" …
  std::string level{};
  int at_least = 0;  // so many score sheets …
  int months = 0;    // … in so many months
};

// What one level of one element looks like, in one voice.
struct Descriptor {
  std::string voice;
  std::string level;
  std::string short_text;
  std::vector<Statement> statements{};
  std::vector<Fact> facts{};
};

struct ReferenceItem {
  std::string key;
  std::string text;
};

struct ReferenceList {
  std::string key;
  std::string title;
  std::vector<ReferenceItem> items{};
};

// From that level up, so much of the list is expected (C-14): "more-than-half" or "all".
struct Threshold {
  std::string level;
  std::string list;
  std::string rule;
};

struct CrosswalkEdge {
  std::string standard;  // "ofsted-fe@2025-11"
  std::string element;
  std::string relation;  // exact, broader, narrower, related
};

// What an area may be repeated for: types of provision, places.
struct DimensionValue {
  std::string key;
  std::string title;
};
struct Dimension {
  std::string key;
  std::string title;
  std::vector<DimensionValue> values{};  // in their order, at least two
};

// What is judged: a theme of the score sheet. Where its area is repeated it is asked once for each
// value, under a key and a title of its own: repetition.h.
struct Element {
  std::string key;
  std::string title;
  std::string guidance;  // Markdown; may be empty
  std::string scale;
  bool scored = true;
  std::vector<ReferenceList> lists{};
  std::vector<Threshold> thresholds{};
  std::vector<Descriptor> descriptor_list{};  // by voice, then lowest level first
  std::vector<CrosswalkEdge> maps_to{};
  std::vector<Element> elements{};
  std::string value{};  // key of the value that it is asked for; mostly empty

  bool repeated() const { return !value.empty(); }
  const Descriptor* descriptor(std::string_view voice, std::string_view level) const;
  std::vector<const Descriptor*> descriptors(std::string_view voice) const;
  const ReferenceList* list(std::string_view list_key) const;
};

struct Area {
  std::string key;
  std::string title;
  std::string guidance;
  int sheet = 0;  // printed page with its own subtotal
  std::vector<std::string> key_questions{};
  std::vector<std::string> required_data{};
  std::vector<Element> elements{};
  std::vector<Area> areas{};
  std::string dimension{};          // key of what it is repeated for; mostly empty: asked once
  std::vector<Area> repetitions{};  // the area as it is asked, once for each value
};

struct Words {
  std::string element = "element";
  std::string area = "area";
  std::string sheet = "sheet";
};

// A whole standard as its pack says it: immutable once published.
struct Content {
  std::string key;      // "personal-tutoring"
  std::string version;  // "1.0"
  std::string title;
  std::string summary;
  std::string owner;
  std::string adapted_from;  // the address of the version it was made from; mostly empty
  std::string licence;
  std::string source_title;  // of the work that it follows; empty: none, or its own
  std::string attribution;
  std::vector<std::string> voices{};
  Words words{};
  std::vector<Scale> scales{};
  Scoring scoring{};
  std::vector<Dimension> dimensions{};
  std::vector<Area> areas{};  // as the pack has them

  std::string address() const { return key + "@" + version; }
  // All that is asked in the pack's order, elements of nested areas and elements too; those of a
  // repeated area value by value.
  std::vector<const Element*> elements() const;
  const Element* element(std::string_view element_key) const;  // null when there is none
  // The areas at the top as they are asked: a repeated one once for each value.
  std::vector<const Area*> asked_areas() const;
  // The elements as the pack has them, each once.
  std::vector<const Element*> written_elements() const;
  const Element* written_element(std::string_view element_key) const;  // null likewise
  const Dimension* dimension(std::string_view dimension_key) const;    // null likewise
  const Scale& scale_of(const Element& element) const;
  int sheet_of(const Element& element) const;
  const std::vector<Band>& bands(std::string_view voice) const;  // empty when the voice has none
  // The level, of whichever scale, that a band names; null when there is none.
  const Level* band_level(std::string_view level) const;
  // What that level is called. Throws std::logic_error when there is none.
  const std::string& band_name(std::string_view level) const;
  bool has_voice(std::string_view voice) const;
  // Whether there are points to tell: where they make the overall level, and where the lowest level
  // does but the levels of what counts have points that rise.
  bool adds_points() const;
};

}  // namespace touchstone::standard
