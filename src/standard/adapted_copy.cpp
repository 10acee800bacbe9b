#include "standard/adapted_copy.h"

#include <fmt/format.h>

#include <algorithm>
#include <regex>
#include <set>

#include "platform/text.h"
#include "standard/content_words.h"
#include "standard/node_builder.h"
#include "standard/pack_bands.h"
#include "standard/pack_tree.h"
#include "standard/repetition.h"

namespace touchstone::standard {
namespace {

constexpr std::size_t longest_key = 60;

bool is_own(const Content& content, std::string_view slug) {
  return !content.adapted_from.empty() && content.key.ends_with("-" + std::string(slug));
}

const Area* area_with(const std::vector<Area>& areas, std::string_view key) {
  for (const auto& area : areas) {
    if (area.key == key) return &area;
    if (const auto* inner = area_with(area.areas, key)) return inner;
  }
  return nullptr;
}

// The scale that the rows of the area have; the first one where it has none.
const Scale& scale_of_area(const Content& content, const Area& area) {
  return area.elements.empty() ? content.scales.front() : content.scale_of(area.elements.front());
}

Node bands_node(const std::vector<VoiceBands>& all) {
  auto voices = map_node();
  for (const auto& [voice, bands] : all) {
    auto list = list_node();
    for (const auto& [level, from, to] : bands) {
      auto band = map_node();
      set(band, "level", text_node(level));
      set(band, "from", integer_node(from));
      set(band, "to", integer_node(to));
      list.items.push_back(std::move(band));
    }
    set(voices, voice, std::move(list));
  }
  return voices;
}

// Bands that count for nothing, and that the form did not show, stay behind.
Node scoring_node(Node scoring, const Content& content, const AdaptedCopy& copy) {
  if (content.scoring.rule != Rule::sum)
    std::erase_if(scoring.members, [](const NamedNode& each) { return each.name == "bands"; });
  else if (!copy.bands.empty())
    set(scoring, "bands", bands_node(copy.bands));
  return scoring;
}

Node row_node(const OwnRow& row, const Content& parent) {
  auto node = map_node();
  set(node, "key", text_node(key_for(row.title)));
  set(node, "title", text_node(row.title));
  if (!row.guidance.empty()) set(node, "guidance", text_node(row.guidance));
  const auto* area = area_with(parent.areas, row.area);
  set(node, "scale",
      text_node(area ? scale_of_area(parent, *area).key : parent.scales.front().key));
  auto descriptors = map_node();
  for (const auto& [where, text] : row.texts) {
    const auto& [voice, level] = where;
    if (text.empty()) continue;
    auto levels = descriptors[voice].is_null() ? map_node() : descriptors[voice];
    auto descriptor = map_node();
    set(descriptor, "short", text_node(text));
    set(levels, level, std::move(descriptor));
    set(descriptors, voice, std::move(levels));
  }
  if (!descriptors.members.empty()) set(node, "descriptors", std::move(descriptors));
  return node;
}

// False where no area has that key.
bool add_row(Node& areas, const OwnRow& row, const Content& parent) {
  for (auto& area : areas.items) {
    if (area["key"].text == row.area) {
      auto elements = area.has("elements") ? area["elements"] : list_node();
      elements.items.push_back(row_node(row, parent));
      set(area, "elements", std::move(elements));
      return true;
    }
    auto inner = area["areas"];
    if (!inner.items.empty() && add_row(inner, row, parent)) {
      set(area, "areas", std::move(inner));
      return true;
    }
  }
  return false;
}

int points_of_rows(const AdaptedCopy& copy, const Content& parent) {
  int points = 0;
  for (const auto& row : copy.rows)
    if (const auto* area = area_with(parent.areas, row.area))
      points += scale_of_area(parent, *area).levels.back().points *
                static_cast<int>(times_asked(parent, area->key));
  return points;
}

int most_with_rows(const AdaptedCopy& copy, const Content& parent) {
  return most_points(parent) + points_of_rows(copy, parent);
}

void check_bands(Complaints& complaints, const AdaptedCopy& copy, const Content& parent) {
  const auto most = most_with_rows(copy, parent);
  const bool several = copy.bands.size() > 1;
  for (const auto& [voice, bands] : copy.bands)
    for (const auto& [n, message] : problems_with(bands, most))
      complaints.add(fmt::format("bands.{}.{}.from", voice, bands[n].level),
                     fmt::format("{}{}: {}", several ? heading_for(voice) + ", " : std::string(),
                                 parent.band_name(bands[n].level), message));
}

void check_text(Complaints& complaints, const std::string& field, std::string_view text,
                std::size_t longest = longest_text) {
  if (characters(text) > longest)
    complaints.add(field,
                   fmt::format("This is longer than {} characters; make it shorter.", longest));
}

// Whether rows with the scale say anywhere what that level looks like.
bool is_described(const Content& parent, const Scale& scale, std::string_view voice,
                  std::string_view level) {
  return std::ranges::any_of(parent.elements(), [&](const Element* element) {
    return element->scale == scale.key && element->descriptor(voice, level) != nullptr;
  });
}

// All that a voice lacks as one complaint, beside the first.
void check_descriptions(Complaints& complaints, const OwnRow& row, const std::string& field,
                        const Content& parent, const Scale& scale) {
  for (const auto& voice : parent.voices) {
    std::vector<std::string> names;
    std::string first;
    for (const auto& level : scale.levels) {
      if (row.texts.contains({voice, level.key})) continue;
      if (!is_described(parent, scale, voice, level.key)) continue;
      if (names.empty()) first = fmt::format("{}.{}.{}", field, voice, level.key);
      names.push_back(level.name);
    }
    if (names.empty()) continue;
    complaints.add(first,
                   fmt::format("{}, {}: say what it looks like at {}. Other {}s say it, and a "
                               "published version never changes.",
                               row.title.empty() ? "A " + parent.words.element : row.title,
                               heading_for(voice), fmt::join(names, ", "), parent.words.element));
  }
}

void check_row(Complaints& complaints, const OwnRow& row, const std::string& field,
               const Content& parent, std::set<std::string>& keys) {
  const auto key = key_for(row.title);
  if (row.title.empty())
    complaints.add(field + ".title", fmt::format("Give the {} a title.", parent.words.element));
  else if (key.empty())
    complaints.add(field + ".title", "A title has at least one letter.");
  else if (parent.written_element(key) || !keys.insert(key).second)
    complaints.add(field + ".title",
                   fmt::format("There is a {} of this title already.", parent.words.element));
  if (const auto* area = area_with(parent.areas, row.area))
    check_descriptions(complaints, row, field, parent, scale_of_area(parent, *area));
  else
    complaints.add(field + ".area", fmt::format("Choose the {} it belongs to.", parent.words.area));
  check_text(complaints, field + ".title", row.title);
  check_text(complaints, field + ".guidance", row.guidance, longest_guidance);
  for (const auto& [where, text] : row.texts)
    check_text(complaints, fmt::format("{}.{}.{}", field, where.first, where.second), text);
}

}  // namespace

std::string own_key(const Content& parent, std::string_view workspace_slug) {
  if (is_own(parent, workspace_slug)) return parent.key;
  return fmt::format("{}-{}", parent.key, workspace_slug);
}

std::string key_for(std::string_view title) {
  std::string key;
  for (const char c : sort_key(title)) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (kept && key.size() < longest_key - 4)
      key += c;
    else if (!kept && !key.empty() && key.back() != '-')
      key += '-';
  }
  while (!key.empty() && key.back() == '-') key.pop_back();
  if (!key.empty() && key.front() >= '0' && key.front() <= '9') key = "n-" + key;
  return key;
}

Node adapted(const Node& parent, const Content& content, const AdaptedCopy& copy,
             std::string_view workspace_slug, std::string_view owner) {
  auto pack = parent;
  const auto own = is_own(content, workspace_slug);
  set(pack, "adapted_from", text_node(own ? content.adapted_from : content.address()));
  set(pack, "standard", text_node(own_key(content, workspace_slug)));
  set(pack, "version", text_node(copy.version));
  set(pack, "title", text_node(copy.title));
  if (!copy.summary.empty()) set(pack, "summary", text_node(copy.summary));
  set(pack, "owner", text_node(owner));
  if (pack.has("scoring")) set(pack, "scoring", scoring_node(pack["scoring"], content, copy));
  auto areas = pack["areas"];
  for (const auto& row : copy.rows) add_row(areas, row, content);
  set(pack, "areas", std::move(areas));
  return pack;
}

std::vector<VoiceBands> fitted_bands(const AdaptedCopy& copy, const Content& parent) {
  const std::int64_t before = most_points(parent) + 1;
  const std::int64_t after = most_with_rows(copy, parent) + 1;
  const auto stretched = [&](std::int64_t points) {
    return static_cast<int>((points * after + before / 2) / before);
  };
  auto all = parent.scoring.bands;
  for (auto& voice : all)
    for (auto& band : voice.bands) {
      band.from = stretched(band.from);
      band.to = stretched(band.to + 1) - 1;
    }
  return all;
}

Complaints complaints_about(const AdaptedCopy& copy, const Content& parent,
                            std::string_view workspace_slug) {
  static const std::regex version("[0-9A-Za-z][0-9A-Za-z.-]{0,19}");
  Complaints complaints;
  if (copy.title.empty()) complaints.add("title", "Give it a title.");
  check_text(complaints, "title", copy.title);
  check_text(complaints, "summary", copy.summary);
  if (!std::regex_match(copy.version, version))
    complaints.add("version",
                   "Give it a version such as 1 or 2027-01: at most 20 digits, letters, dots and "
                   "hyphens.");
  if (own_key(parent, workspace_slug).size() > longest_key)
    complaints.add("title",
                   "The names of this standard and of the organisation are together longer than "
                   "60 characters; download it and choose a key by hand.");
  std::set<std::string> keys;
  for (std::size_t n = 0; n < copy.rows.size(); ++n)
    check_row(complaints, copy.rows[n], fmt::format("rows.{}", n + 1), parent, keys);
  check_bands(complaints, copy, parent);
  return complaints;
}

}  // namespace touchstone::standard
