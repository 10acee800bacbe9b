#include "self_assessment/institution_figures.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <numeric>

namespace touchstone::self_assessment {
namespace {

using Counts = std::vector<std::int64_t>;

struct Table {
  std::vector<std::string> levels;  // the first is below the lowest
  std::vector<Counts> parts;        // a row for each part, a number for each level
  Counts without;                   // in each part: those who have no level
};

std::optional<int> points_in(std::string_view text) {
  int points = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), points);
  if (text.empty() || read.ptr != text.data() + text.size()) return std::nullopt;
  return points;
}

std::int64_t sum_of(const Counts& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

std::size_t part_of(const ShownParts& parts, Id<people::Team> team) {
  return static_cast<std::size_t>(std::ranges::find(parts.teams, team) - parts.teams.begin());
}

Table empty_table(std::vector<std::string> levels, std::size_t parts) {
  levels.insert(levels.begin(), "below_minimum");
  const auto width = levels.size();
  return {std::move(levels), std::vector<Counts>(parts, Counts(width, 0)), Counts(parts, 0)};
}

void add(Table& table, std::size_t part, std::string_view level, std::int64_t people) {
  const auto found = std::ranges::find(table.levels, level);
  if (found == table.levels.end())
    table.without[part] += people;
  else
    table.parts[part][static_cast<std::size_t>(found - table.levels.begin())] += people;
}

std::string band_of(const standard::Content& content, std::string_view voice, int points) {
  for (const auto& band : content.bands(voice))
    if (points >= band.from && points <= band.to) return band.level;
  return {};
}

Table whole_table(const ShownParts& parts, const std::vector<SpreadCell>& cells,
                  const standard::Content& content, std::string_view voice) {
  std::vector<std::string> levels;
  for (const auto& band : content.bands(voice)) levels.push_back(band.level);
  auto table = empty_table(std::move(levels), parts.teams.size());
  for (const auto& cell : cells) {
    if (!cell.element.empty()) continue;
    const auto points = points_in(cell.level);
    const auto level = points ? band_of(content, voice, *points) : std::string();
    add(table, part_of(parts, cell.team), level, cell.people);
  }
  return table;
}

// Nobody has to have saved every theme: who has no level is who is left.
Table theme_table(const ShownParts& parts, const std::vector<SpreadCell>& cells,
                  const standard::Content& content, const standard::Element& element,
                  const Counts& people) {
  std::vector<std::string> levels;
  for (const auto& level : content.scale_of(element).levels) levels.push_back(level.key);
  auto table = empty_table(std::move(levels), parts.teams.size());
  for (const auto& cell : cells)
    if (cell.element == element.key) add(table, part_of(parts, cell.team), cell.level, cell.people);
  for (std::size_t part = 0; part < table.parts.size(); ++part)
    table.without[part] = people[part] - sum_of(table.parts[part]);
  return table;
}

// The parts that make up a shown team: its own, and those of the shown teams below it.
std::vector<std::size_t> parts_within(const ShownParts& parts, std::size_t team) {
  std::vector<std::size_t> within;
  for (std::size_t i = 0; i < parts.teams.size(); ++i)
    for (std::optional<std::size_t> at = i; at; at = parts.parents[*at])
      if (*at == team) within.push_back(i);
  return within;
}

// The middle of these points, rounded down between two.
int middle_points(const std::map<int, std::int64_t>& totals, std::int64_t people) {
  const auto at = [&](std::int64_t place) {
    for (const auto& [points, number] : totals) {
      place -= number;
      if (place < 0) return points;
    }
    return totals.rbegin()->first;
  };
  return (at((people - 1) / 2) + at(people / 2)) / 2;
}

std::vector<Group> groups_of(const ShownParts& parts) {
  std::vector<Group> groups;
  groups.reserve(parts.parents.size());
  for (const auto& parent : parts.parents) groups.push_back({parent});
  return groups;
}

// The shown teams that show where their middle stands, by who has a level.
std::vector<bool> with_middle(const ShownParts& parts, const Table& table) {
  Counts people;
  for (const auto& part : table.parts) people.push_back(sum_of(part));
  return groups_with_middle(groups_of(parts), people);
}

MiddleHalf half_of(const Table& table, const std::vector<std::size_t>& within) {
  Counts people(table.levels.size(), 0);
  for (const auto part : within)
    std::ranges::transform(people, table.parts[part], people.begin(), std::plus());
  const auto [low, middle, high] = middle_of(people);
  return {table.levels[low], table.levels[middle], table.levels[high]};
}

// Whoever has no level is counted as below the lowest, so that how many have none cannot be worked
// out.
std::vector<ShownBlock> counts_in(const Table& table, const std::vector<std::size_t>& within) {
  auto parts = table.parts;
  for (std::size_t part = 0; part < parts.size(); ++part) parts[part][0] += table.without[part];
  const auto blocks = blocks_to_show(parts);
  std::vector<ShownBlock> shown;
  if (blocks.size() < 2) return shown;
  for (const auto& block : blocks) {
    std::int64_t people = 0;
    for (const auto part : within)
      for (auto level = block.first; level <= block.last; ++level) people += parts[part][level];
    const auto level_at = [&](std::size_t level) {
      return level == 0 ? std::string() : table.levels[level];
    };
    shown.push_back({level_at(block.first), level_at(block.last), people});
  }
  return shown;
}

// Of the totals of each shown team, in points; empty where it is not shown.
std::vector<std::optional<int>> middle_scores(const ShownParts& parts,
                                              const std::vector<SpreadCell>& cells) {
  std::vector<std::map<int, std::int64_t>> totals(parts.teams.size());
  Counts people(parts.teams.size(), 0);
  for (const auto& cell : cells) {
    const auto points = cell.element.empty() ? points_in(cell.level) : std::nullopt;
    if (!points) continue;
    const auto part = part_of(parts, cell.team);
    totals[part][*points] += cell.people;
    people[part] += cell.people;
  }
  const auto shows = groups_with_middle(groups_of(parts), people);
  std::vector<std::optional<int>> middles(parts.teams.size());
  for (std::size_t i = 0; i < middles.size(); ++i) {
    if (!shows[i]) continue;
    std::map<int, std::int64_t> all;
    std::int64_t counted = 0;
    for (const auto part : parts_within(parts, i)) {
      for (const auto& [points, number] : totals[part]) all[points] += number;
      counted += people[part];
    }
    middles[i] = middle_points(all, counted);
  }
  return middles;
}

}  // namespace

std::vector<ShownTeam> figures_of(const ShownParts& parts, const std::vector<SpreadCell>& cells,
                                  const standard::Content& content, std::string_view voice) {
  std::vector<std::pair<std::string, Table>> tables;
  tables.emplace_back("", whole_table(parts, cells, content, voice));
  Counts people;
  for (std::size_t part = 0; part < parts.teams.size(); ++part)
    people.push_back(sum_of(tables.front().second.parts[part]) +
                     tables.front().second.without[part]);
  for (const auto* element : content.elements())
    tables.emplace_back(element->key, theme_table(parts, cells, content, *element, people));
  std::vector<std::vector<bool>> shows;
  shows.reserve(tables.size());
  for (const auto& each : tables) shows.push_back(with_middle(parts, each.second));
  const auto middles = content.adds_points() ? middle_scores(parts, cells)
                                             : std::vector<std::optional<int>>(parts.teams.size());
  std::vector<ShownTeam> shown;
  for (std::size_t i = 0; i < parts.teams.size(); ++i) {
    const auto within = parts_within(parts, i);
    ShownTeam team{parts.teams[i], 0, middles[i], {}};
    for (const auto part : within) team.people += people[part];
    for (std::size_t theme = 0; theme < tables.size(); ++theme) {
      const auto& [element, table] = tables[theme];
      team.spreads.push_back(
          {element, shows[theme][i] ? std::optional(half_of(table, within)) : std::nullopt,
           counts_in(table, within)});
    }
    shown.push_back(std::move(team));
  }
  return shown;
}

}  // namespace touchstone::self_assessment
