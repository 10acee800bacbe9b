#include "standard/case_scales.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "platform/text.h"
#include "standard/adapted_copy.h"
#include "standard/canonical.h"
#include "standard/case_names.h"
#include "standard/node_builder.h"
#include "standard/pack_tree.h"

namespace touchstone::standard {
namespace {

constexpr std::string_view met_or_not = "met-or-not";
constexpr std::string_view one_voice = "team";
constexpr std::size_t most_levels = 100;
constexpr std::size_t most_voices = 1'000;

// Points are whole numbers of 0 to 10,000; CASE takes any number.
std::optional<int> points_in(const Node& score) {
  if (score.kind != Node::Kind::integer && score.kind != Node::Kind::number) return std::nullopt;
  const auto number = std::strtod(score.text.c_str(), nullptr);
  if (!(number >= 0 && number <= 10'000) || number != std::floor(number)) return std::nullopt;
  return static_cast<int>(number);
}

// Lowest first, as ours stand whatever points they have; elsewhere points tell which end is low.
std::vector<const Node*> levels_in(const Node& criterion, bool ours) {
  std::vector<const Node*> levels;
  for (const auto& level : criterion["CFRubricCriterionLevels"].items) levels.push_back(&level);
  std::ranges::stable_sort(levels, {},
                           [](const Node* level) { return (*level)["position"].integer; });
  if (!ours && levels.size() > 1) {
    const auto first = points_in((*levels.front())["score"]);
    const auto last = points_in((*levels.back())["score"]);
    if (first && last && *first > *last) std::ranges::reverse(levels);
  }
  if (levels.size() > most_levels) levels.resize(most_levels);
  return levels;
}

std::string part_of_uri(const Node& thing, std::size_t n, std::string_view kind) {
  const auto parts = parts_of_case_uri(thing["uri"].text);
  if (!parts || parts->size() <= n || parts->at(1) != kind) return {};
  return is_pack_key(parts->at(n)) ? parts->at(n) : std::string();
}

Node level_node(const Node& level, std::size_t n, FreeKeys& keys) {
  auto key = part_of_uri(level, 4, "level");
  auto name = shortened(text_from_case(level["quality"].text, !key.empty()));
  if (name.empty()) name = fmt::format("Level {}", n + 1);
  auto node = map_node();
  set(node, "key", text_node(keys.take(key.empty() ? key_for(name) : key)));
  set(node, "name", text_node(name));
  if (const auto points = points_in(level["score"])) set(node, "points", integer_node(*points));
  return node;
}

constexpr std::string_view bullet = "• ";

// What a description says of a level.
struct Described {
  std::string in_short{};
  std::vector<std::string> statements{};
};

// The lines with a bullet are statements, the others the short text.
Described described_elsewhere(std::string_view description) {
  Described said;
  for (const auto line : split(description, '\n')) {
    const auto text = trimmed(line);
    if (text.starts_with(bullet))
      said.statements.emplace_back(trimmed(text.substr(bullet.size())));
    else if (!text.empty())
      said.in_short += (said.in_short.empty() ? "" : " ") + std::string(text);
  }
  return said;
}

// Both may have several lines: case_writer.cpp begins each statement with a line of its own.
Described described_by_us(std::string_view description) {
  Described said;
  auto* into = &said.in_short;
  for (const auto line : split(description, '\n')) {
    const bool first = line.data() == description.data();
    if (line.starts_with(bullet)) {
      into = &said.statements.emplace_back(line.substr(bullet.size()));
    } else {
      if (!first) *into += '\n';
      *into += line;
    }
  }
  return said;
}

Node descriptor_node(const Described& said) {
  auto statements = list_node();
  for (const auto& text : said.statements) {
    if (text.empty()) continue;
    auto statement = map_node();
    set(statement, "key", text_node(fmt::format("s{}", statements.items.size() + 1)));
    set(statement, "text", text_node(shortened(text)));
    statements.items.push_back(std::move(statement));
  }
  auto node = map_node();
  set(node, "short", text_node(said.in_short.empty() ? "…" : shortened(said.in_short)));
  if (!statements.items.empty()) set(node, "statements", std::move(statements));
  return node;
}

Node met_levels() {
  auto levels = list_node();
  for (const auto& [key, name] : {std::pair("not-met", "Not met"), {"met", "Met"}}) {
    auto level = map_node();
    set(level, "key", text_node(key));
    set(level, "name", text_node(name));
    levels.items.push_back(std::move(level));
  }
  return levels;
}

}  // namespace

std::string shortened(std::string_view text) {
  if (characters(text) <= longest_text) return std::string(text);
  std::size_t end = 0;
  for (std::size_t n = 0; n + 1 < longest_text; ++n) {
    ++end;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0u) == 0x80) ++end;
  }
  return std::string(text.substr(0, end)) + "…";
}

std::string_view text_from_case(std::string_view text, bool ours) {
  return ours ? text : trimmed(text);
}

CaseScales::CaseScales(const Node& package)
    : ours_(parts_of_case_uri(package["CFDocument"]["uri"].text).has_value()) {
  scale_keys_.take(std::string(met_or_not));
  for (const auto& rubric : package["CFRubrics"].items)
    for (const auto& criterion : rubric["CFRubricCriteria"].items) add_criterion(rubric, criterion);
  if (voices_.empty()) voices_.emplace_back(one_voice);
}

void CaseScales::add_criterion(const Node& rubric, const Node& criterion) {
  const auto& item = criterion["CFItemURI"]["identifier"].text;
  const auto levels = levels_in(criterion, ours_);
  if (item.empty() || levels.empty()) return;
  auto voice = ours_ ? key_for(criterion["category"].text) : std::string();
  if (voice.empty()) voice = one_voice;
  auto nodes = list_node();
  FreeKeys keys;
  auto described = map_node();
  for (std::size_t n = 0; n < levels.size(); ++n) {
    nodes.items.push_back(level_node(*levels[n], n, keys));
    if (const auto& text = (*levels[n])["description"].text; !trimmed(text).empty())
      set(described, nodes.items.back()["key"].text,
          descriptor_node(ours_ ? described_by_us(text) : described_elsewhere(text)));
  }
  const auto scale = scale_with(std::move(nodes), part_of_uri(rubric, 3, "rubric"));
  auto [judged, first] = judged_.try_emplace(item, Judged{scale, map_node()});
  // The same item under two scales, or twice in one voice: the first one counts.
  if (judged->second.scale != scale || judged->second.descriptors.has(voice)) return;
  if (std::ranges::find(voices_, voice) == voices_.end()) {
    if (voices_.size() == most_voices) return;
    voices_.push_back(voice);
  }
  if (!described.members.empty()) set(judged->second.descriptors, voice, std::move(described));
}

std::string CaseScales::scale_with(Node levels, const std::string& wanted) {
  const auto text = canonical_form(levels);
  const bool is_met = text == canonical_form(met_levels());
  if (is_met && (wanted.empty() || wanted == met_or_not)) return std::string(met_or_not);
  if (const auto found = known_.find({text, wanted}); found != known_.end()) return found->second;
  auto key = scale_keys_.take(wanted.empty() ? "levels" : wanted);
  for (const auto& name : {key, wanted, std::string()}) known_.emplace(std::pair(text, name), key);
  scales_.emplace_back(key, std::move(levels));
  return key;
}

bool CaseScales::judges(std::string_view item) const {
  return judged_.contains(item);
}

std::string CaseScales::scale_of(std::string_view item) {
  const auto found = judged_.find(item);
  auto scale = found == judged_.end() ? std::string(met_or_not) : found->second.scale;
  met_is_used_ = met_is_used_ || scale == met_or_not;
  return scale;
}

std::optional<Node> CaseScales::descriptors_of(std::string_view item) const {
  const auto found = judged_.find(item);
  if (found == judged_.end() || found->second.descriptors.members.empty()) return std::nullopt;
  return found->second.descriptors;
}

Node CaseScales::voices() const {
  auto list = list_node();
  for (const auto& voice : voices_) list.items.push_back(text_node(voice));
  return list;
}

Node CaseScales::scales() const {
  auto all = map_node();
  for (const auto& [key, levels] : scales_) {
    auto scale = map_node();
    set(scale, "type", text_node("ordered"));
    set(scale, "levels", levels);
    all.members.push_back({key, std::move(scale)});
  }
  if (!met_is_used_) return all;
  auto met = map_node();
  set(met, "type", text_node("met"));
  set(met, "levels", met_levels());
  set(all, met_or_not, std::move(met));
  return all;
}

}  // namespace touchstone::standard
