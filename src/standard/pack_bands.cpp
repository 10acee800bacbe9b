#include "standard/pack_bands.h"

#include <fmt/format.h>

#include <algorithm>

namespace touchstone::standard {
namespace {

int points_of(const Content& content, const Element& element) {
  const auto scale = std::ranges::find(content.scales, element.scale, &Scale::key);
  return scale == content.scales.end() ? 0 : scale->levels.back().points;
}

std::vector<PackProblem> problems_with_voice(const Node& bands, const Content& content,
                                             const std::string& voice) {
  std::vector<PackProblem> problems;
  const auto field = "scoring.bands." + voice;
  const auto& nodes = bands[voice].items;
  const auto counted =
      content.dimensions.empty() ? std::string() : " What is repeated counts once for each value.";
  for (const auto& [band, message] : problems_with(content.bands(voice), most_points(content)))
    problems.push_back({nodes[band].line, fmt::format("{}[{}]", field, band), message + counted});
  return problems;
}

// Whatever the rule: a band that counts for nothing today may count in the next version.
std::vector<PackProblem> problems_with_names(const Node& bands, const Content& content) {
  std::vector<PackProblem> problems;
  for (const auto& [voice, list] : bands.members) {
    const auto field = "scoring.bands." + voice;
    if (!content.has_voice(voice))
      problems.push_back(
          {list.line, field, fmt::format("“{}” is not among the voices of this pack.", voice)});
    for (std::size_t n = 0; n < list.items.size(); ++n)
      if (const auto& level = list.items[n]["level"]; !content.band_level(level.text))
        problems.push_back({level.line, fmt::format("{}[{}].level", field, n),
                            fmt::format("No scale has a level “{}”.", level.text)});
  }
  return problems;
}

}  // namespace

int most_points(const Content& content) {
  int most = 0;
  for (const auto* element : content.elements())
    if (element->scored) most += points_of(content, *element);
  return most;
}

std::vector<BandProblem> problems_with(const std::vector<Band>& bands, int most) {
  std::vector<BandProblem> problems;
  int next = 0;  // the first point that no band has yet
  for (std::size_t n = 0; n < bands.size(); ++n) {
    const auto& [level, from, to] = bands[n];
    if (to < from)
      problems.push_back({n, fmt::format("This band ends at {}, before it begins.", to)});
    else if (from > next)
      problems.push_back(
          {n, fmt::format("There is a gap: no band has {}.",
                          from == next + 1 ? fmt::format("{} points", next)
                                           : fmt::format("{} to {} points", next, from - 1))});
    else if (from < next)
      problems.push_back(
          {n, fmt::format("This band overlaps the one before, which reaches to {}.", next - 1)});
    next = std::max(next, to + 1);
  }
  if (!bands.empty() && next != most + 1)
    problems.push_back({bands.size() - 1, fmt::format("The bands end at {}, but the most that can "
                                                      "be scored is {} points.",
                                                      next - 1, most)});
  return problems;
}

std::vector<PackProblem> problems_with_bands(const Node& pack, const Content& content) {
  const auto& bands = pack["scoring"]["bands"];
  auto problems = problems_with_names(bands, content);
  if (content.scoring.rule != Rule::sum) return problems;
  for (const auto& voice : content.voices) {
    if (!bands.has(voice)) {
      problems.push_back(
          {pack["scoring"].line, "scoring.bands",
           fmt::format("Points are added up, so the voice “{}” needs bands.", voice)});
      continue;
    }
    auto more = problems_with_voice(bands, content, voice);
    problems.insert(problems.end(), more.begin(), more.end());
  }
  return problems;
}

}  // namespace touchstone::standard
