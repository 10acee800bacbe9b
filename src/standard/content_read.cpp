#include "standard/content_read.h"

#include <map>

#include "standard/repetition.h"

namespace touchstone::standard {
namespace {

using Lists = std::map<std::string, ReferenceList, std::less<>>;

int number(const Node& node, int otherwise = 0) {
  return node.kind == Node::Kind::integer ? static_cast<int>(node.integer) : otherwise;
}

bool truth(const Node& node, bool otherwise) {
  return node.kind == Node::Kind::truth ? node.truth : otherwise;
}

Scale scale_in(const std::string& key, const Node& node) {
  Scale scale;
  scale.key = key;
  if (node["type"].text == "sequential") scale.type = ScaleType::sequential;
  if (node["type"].text == "met") scale.type = ScaleType::met;
  for (const auto& level : node["levels"].items)
    scale.levels.push_back(
        {level["key"].text, level["letter"].text, level["name"].text, number(level["points"])});
  return scale;
}

Scoring scoring_in(const Node& node, const std::vector<std::string>& voices) {
  Scoring scoring;
  if (node["rule"].text == "sum") scoring.rule = Rule::sum;
  if (node["rule"].text == "lowest") scoring.rule = Rule::lowest;
  scoring.lowest_beside_band = truth(node["lowest_beside_band"], false);
  if (scoring.rule != Rule::sum) return scoring;
  for (const auto& voice : voices) {
    if (!node["bands"].has(voice)) continue;
    VoiceBands bands{voice, {}};
    for (const auto& band : node["bands"][voice].items)
      bands.bands.push_back({band["level"].text, number(band["from"]), number(band["to"])});
    scoring.bands.push_back(std::move(bands));
  }
  return scoring;
}

Lists lists_in(const Node& node) {
  Lists lists;
  for (const auto& [key, list] : node.members) {
    ReferenceList read{key, list["title"].text, {}};
    for (const auto& item : list["items"].items)
      read.items.push_back({item["key"].text, item["text"].text});
    lists.emplace(key, std::move(read));
  }
  return lists;
}

std::vector<Dimension> dimensions_in(const Node& node) {
  std::vector<Dimension> dimensions;
  for (const auto& [key, dimension] : node.members) {
    Dimension read{key, dimension["title"].text, {}};
    for (const auto& value : dimension["values"].items)
      read.values.push_back({value["key"].text, value["title"].text});
    dimensions.push_back(std::move(read));
  }
  return dimensions;
}

Descriptor descriptor_in(const std::string& voice, const std::string& level, const Node& node) {
  Descriptor descriptor;
  descriptor.voice = voice;
  descriptor.level = level;
  descriptor.short_text = node["short"].text;
  for (const auto& statement : node["statements"].items)
    descriptor.statements.push_back({statement["key"].text, statement["text"].text});
  for (const auto& fact : node["facts"].items)
    descriptor.facts.push_back({.fact = fact["fact"].text,
                                .level = fact["level"].text,
                                .at_least = number(fact["parameters"]["at_least"]),
                                .months = number(fact["parameters"]["months"])});
  return descriptor;
}

// Reads the parts of one pack that lean on others.
class Reading {
 public:
  Reading(Content& content, const Lists& lists) : content_(content), lists_(lists) {}

  std::vector<Area> areas(const Node& node) const {
    std::vector<Area> read;
    read.reserve(node.items.size());
    for (const auto& area : node.items) read.push_back(this->area(area));
    return read;
  }

 private:
  Area area(const Node& node) const {
    return {.key = node["key"].text,
            .title = node["title"].text,
            .guidance = node["guidance"].text,
            .sheet = number(node["sheet"]),
            .key_questions = node["key_questions"].texts(),
            .required_data = node["required_data"].texts(),
            .elements = elements(node["elements"]),
            .areas = areas(node["areas"]),
            .dimension = node["per_dimension"].text};
  }

  std::vector<Element> elements(const Node& node) const {
    std::vector<Element> read;
    read.reserve(node.items.size());
    for (const auto& element : node.items) read.push_back(this->element(element));
    return read;
  }

  Element element(const Node& node) const {
    Element element;
    element.key = node["key"].text;
    element.title = node["title"].text;
    element.guidance = node["guidance"].text;
    element.scale = node["scale"].text;
    element.scored = truth(node["scored"], true);
    for (const auto& list : node["lists"].items)
      if (const auto found = lists_.find(list.text); found != lists_.end())
        element.lists.push_back(found->second);
    for (const auto& threshold : node["thresholds"].items)
      element.thresholds.push_back(
          {threshold["level"].text, threshold["list"].text, threshold["rule"].text});
    for (const auto& edge : node["maps_to"].items)
      element.maps_to.push_back(
          {edge["standard"].text, edge["element"].text, edge["relation"].text});
    element.descriptor_list = descriptors(element.scale, node["descriptors"]);
    element.elements = elements(node["elements"]);
    return element;
  }

  std::vector<Descriptor> descriptors(const std::string& scale_key, const Node& node) const {
    std::vector<Descriptor> read;
    for (const auto& scale : content_.scales) {
      if (scale.key != scale_key) continue;
      for (const auto& voice : content_.voices)
        for (const auto& level : scale.levels)
          if (node[voice].has(level.key))
            read.push_back(descriptor_in(voice, level.key, node[voice][level.key]));
    }
    return read;
  }

  Content& content_;
  const Lists& lists_;
};

Words words_in(const Node& node) {
  Words words;
  if (node.has("element")) words.element = node["element"].text;
  if (node.has("area")) words.area = node["area"].text;
  if (node.has("sheet")) words.sheet = node["sheet"].text;
  return words;
}

}  // namespace

Content content_in(const Node& pack) {
  Content content;
  content.key = pack["standard"].text;
  content.version = pack["version"].text;
  content.title = pack["title"].text;
  content.summary = pack["summary"].text;
  content.owner = pack["owner"].text;
  content.adapted_from = pack["adapted_from"].text;
  content.licence = pack["licence"]["name"].text;
  if (const auto& title = pack["source"]["title"].text; title != content.title)
    content.source_title = title;
  content.attribution = pack["source"]["attribution"].text;
  content.voices = pack["voices"].texts();
  content.words = words_in(pack["words"]);
  if (content.voices.empty()) content.voices = {"team"};
  for (const auto& [key, scale] : pack["scales"].members)
    content.scales.push_back(scale_in(key, scale));
  content.scoring = scoring_in(pack["scoring"], content.voices);
  const auto lists = lists_in(pack["lists"]);
  content.dimensions = dimensions_in(pack["dimensions"]);
  content.areas = Reading(content, lists).areas(pack["areas"]);
  repeat_areas(content);
  return content;
}

}  // namespace touchstone::standard
