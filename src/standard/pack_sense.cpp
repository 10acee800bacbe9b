#include "standard/pack_sense.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "standard/pack_bands.h"
#include "standard/repetition.h"

namespace touchstone::standard {
namespace {

using Keys = std::set<std::string, std::less<>>;

std::string below(const std::string& field, std::string_view name) {
  return field.empty() ? std::string(name) : fmt::format("{}.{}", field, name);
}

class Sense {
 public:
  Sense(const Content& content, const Node& pack) : content_(content), pack_(pack) {}

  std::vector<PackProblem> look() {
    unique_texts(pack_["voices"], "voices");
    if (content_.adapted_from == content_.address())
      say(pack_["adapted_from"].line, "adapted_from", "A standard is not made from itself.");
    for (const auto& [key, scale] : pack_["scales"].members)
      unique_keys(scale["levels"], fmt::format("scales.{}.levels", key));
    for (const auto& [key, list] : pack_["lists"].members)
      unique_keys(list["items"], fmt::format("lists.{}.items", key));
    for (const auto& [key, dimension] : pack_["dimensions"].members)
      unique_keys(dimension["values"], fmt::format("dimensions.{}.values", key));
    points();
    areas(pack_["areas"], "areas");
    dimensions();
    if (elements_.empty())
      say(pack_["areas"].line, "areas", "No area has an element; at least one is needed.");
    auto bands = problems_with_bands(pack_, content_);
    problems_.insert(problems_.end(), bands.begin(), bands.end());
    return std::move(problems_);
  }

 private:
  void say(int line, std::string field, std::string message) {
    problems_.push_back({line, std::move(field), std::move(message)});
  }
  void key_of(const Node& node, const std::string& field, Keys& seen) {
    if (!seen.insert(node.text).second)
      say(node.line, field,
          fmt::format("The key “{}” stands twice; each needs one of its own.", node.text));
  }
  void unique_keys(const Node& list, const std::string& field) {
    Keys seen;
    for (std::size_t n = 0; n < list.items.size(); ++n)
      key_of(list.items[n]["key"], fmt::format("{}[{}].key", field, n), seen);
  }
  void unique_texts(const Node& list, const std::string& field) {
    Keys seen;
    for (std::size_t n = 0; n < list.items.size(); ++n)
      key_of(list.items[n], fmt::format("{}[{}]", field, n), seen);
  }

  // Points that are added up must rise with the levels. Where the lowest level is the overall one a
  // scale may do without any.
  void points() {
    const auto rule = content_.scoring.rule;
    const auto has_points = [](const Node& level) { return level.has("points"); };
    for (const auto& [key, scale] : pack_["scales"].members) {
      const auto& levels = scale["levels"].items;
      if (rule == Rule::sum || (rule == Rule::lowest && std::ranges::any_of(levels, has_points)))
        points_of(levels, fmt::format("scales.{}.levels", key));
    }
  }

  void points_of(const std::vector<Node>& levels, const std::string& list) {
    for (std::size_t n = 0; n < levels.size(); ++n) {
      const auto field = fmt::format("{}[{}]", list, n);
      if (!levels[n].has("points"))
        say(levels[n].line, field, "Points are added up here, so each level needs its points.");
      else if (n > 0 && levels[n]["points"].integer <= levels[n - 1]["points"].integer)
        say(levels[n].line, below(field, "points"),
            "Levels stand lowest first, and each has more points than the one before.");
    }
  }

  // Levels of several scales do not stand one below the other.
  void one_scale(const Node& element, const std::string& field) {
    if (content_.scoring.rule != Rule::lowest) return;
    const auto& scored = element["scored"];
    if (scored.kind == Node::Kind::truth && !scored.truth) return;
    const auto& scale = element["scale"].text;
    if (counted_by_.empty()) counted_by_ = scale;
    if (scale != counted_by_)
      say(element["scale"].line, below(field, "scale"),
          fmt::format("The lowest level is the overall one, so all that counts has one scale, here "
                      "“{}”.",
                      counted_by_));
  }

  void areas(const Node& list, const std::string& field, bool within_repeated = false) {
    for (std::size_t n = 0; n < list.items.size(); ++n) {
      const auto& area = list.items[n];
      const auto here = fmt::format("{}[{}]", field, n);
      key_of(area["key"], below(here, "key"), areas_);
      const bool repeated = area.has("per_dimension");
      if (repeated)
        repeated_for(area["per_dimension"], below(here, "per_dimension"), within_repeated);
      elements(area["elements"], below(here, "elements"));
      areas(area["areas"], below(here, "areas"), within_repeated || repeated);
    }
  }

  void repeated_for(const Node& dimension, const std::string& field, bool within_repeated) {
    used_.insert(dimension.text);
    if (!content_.dimension(dimension.text))
      say(dimension.line, field, fmt::format("There is no dimension called “{}”.", dimension.text));
    else if (within_repeated)
      say(dimension.line, field, "The area around this one is repeated already.");
  }

  void dimensions() {
    for (const auto& [key, dimension] : pack_["dimensions"].members)
      if (!used_.contains(key))
        say(dimension.line, "dimensions." + key,
            "No area is repeated for this; name it as the per_dimension of one, or leave it out.");
    if (const auto all = repeated_elements(content_); all > most_repeated)
      say(pack_["dimensions"].line, "dimensions",
          fmt::format("The repeated areas come to {} elements, with each value; {} is the most.",
                      all, most_repeated));
  }

  void elements(const Node& list, const std::string& field) {
    for (std::size_t n = 0; n < list.items.size(); ++n) {
      const auto& element = list.items[n];
      const auto here = fmt::format("{}[{}]", field, n);
      key_of(element["key"], below(here, "key"), elements_);
      this->element(element, here);
      elements(element["elements"], below(here, "elements"));
    }
  }

  void element(const Node& element, const std::string& field) {
    lists(element["lists"], below(field, "lists"));
    const auto scale = std::ranges::find(content_.scales, element["scale"].text, &Scale::key);
    if (scale == content_.scales.end())
      return say(element["scale"].line, below(field, "scale"),
                 fmt::format("There is no scale called “{}”.", element["scale"].text));
    one_scale(element, field);
    thresholds(element, *scale, below(field, "thresholds"));
    for (const auto& [voice, levels] : element["descriptors"].members) {
      const auto here = below(below(field, "descriptors"), voice);
      if (!content_.has_voice(voice))
        say(levels.line, here, fmt::format("“{}” is not among the voices of this pack.", voice));
      for (const auto& [level, descriptor] : levels.members)
        this->descriptor(descriptor, level, *scale, below(here, level));
    }
  }

  void lists(const Node& lists, const std::string& field) {
    unique_texts(lists, field);
    for (std::size_t n = 0; n < lists.items.size(); ++n)
      if (!pack_["lists"].has(lists.items[n].text))
        say(lists.items[n].line, fmt::format("{}[{}]", field, n),
            fmt::format("There is no list called “{}”.", lists.items[n].text));
  }

  void level(const Node& level, const Scale& scale, const std::string& field) {
    if (!scale.level(level.text))
      say(level.line, field,
          fmt::format("The scale “{}” has no level “{}”.", scale.key, level.text));
  }

  void thresholds(const Node& element, const Scale& scale, const std::string& field) {
    const auto& all = element["thresholds"].items;
    const auto names = element["lists"].texts();
    for (std::size_t n = 0; n < all.size(); ++n) {
      const auto here = fmt::format("{}[{}]", field, n);
      level(all[n]["level"], scale, below(here, "level"));
      const auto& list = all[n]["list"];
      if (std::ranges::find(names, list.text) == names.end())
        say(list.line, below(here, "list"),
            fmt::format("“{}” is not among the lists of this element.", list.text));
    }
  }

  void descriptor(const Node& descriptor, const std::string& level, const Scale& scale,
                  const std::string& field) {
    if (!scale.level(level))
      say(descriptor.line, field,
          fmt::format("The scale “{}” has no level “{}”.", scale.key, level));
    unique_keys(descriptor["statements"], below(field, "statements"));
    const auto& facts = descriptor["facts"].items;
    for (std::size_t n = 0; n < facts.size(); ++n)
      fact(facts[n], scale, below(field, fmt::format("facts[{}]", n)));
  }

  void fact(const Node& fact, const Scale& scale, const std::string& field) {
    const bool at_level = fact["fact"].text == "all-other-elements-at";
    const bool counts = fact["fact"].text == "sheets-in-period";
    const auto& parameters = fact["parameters"];
    if (at_level && !fact.has("level")) say(fact.line, field, "This fact needs a level.");
    if (at_level && fact.has("level")) level(fact["level"], scale, below(field, "level"));
    if (!at_level && fact.has("level"))
      say(fact["level"].line, below(field, "level"), "This fact takes no level.");
    if (counts && (!parameters.has("at_least") || !parameters.has("months")))
      say(fact.line, field,
          "This fact needs parameters: at_least (how many score sheets) and months.");
    if (!counts && fact.has("parameters"))
      say(parameters.line, below(field, "parameters"), "This fact takes no parameters.");
  }

  const Content& content_;
  const Node& pack_;
  Keys areas_;
  Keys elements_;
  Keys used_;               // dimensions
  std::string counted_by_;  // the scale of what counts, where the lowest level is the overall one
  std::vector<PackProblem> problems_;
};

}  // namespace

std::vector<PackProblem> problems_with_sense(const Node& pack, const Content& content) {
  return Sense(content, pack).look();
}

}  // namespace touchstone::standard
