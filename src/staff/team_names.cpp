#include "staff/team_names.h"

#include <algorithm>

#include "platform/text.h"

namespace touchstone::staff {
namespace {

std::string key_of_path(std::string_view typed) {
  std::string key;
  for (const auto part : split(typed, '/')) {
    if (!key.empty()) key += '/';
    key += trimmed(sort_key(trimmed(part)));
  }
  return key;
}

}  // namespace

TeamNames::TeamNames(const people::Roster& roster) {
  for (const auto& team : roster.teams) {
    const auto above = team.parent ? paths_.find(team.parent->value) : paths_.end();
    const auto* parent =
        team.parent ? &*std::ranges::find(roster.teams, *team.parent, &people::Team::id) : nullptr;
    const bool below_root = parent == nullptr || !parent->parent || above == paths_.end();
    const auto path = below_root ? team.name : above->second + " / " + team.name;
    paths_.emplace(team.id.value, path);
    names_.emplace(team.id.value, team.name);
    if (std::ranges::find(roster.kept, team.id) == roster.kept.end()) continue;
    std::vector keys{key_of_path(team.name), key_of_path(path)};
    if (parent != nullptr) keys.push_back(key_of_path(roster.teams.front().name + "/" + path));
    std::ranges::sort(keys);
    keys.erase(std::ranges::unique(keys).begin(), keys.end());
    for (auto& key : keys) known_.emplace(std::move(key), team.id);
  }
}

std::optional<Id<people::Team>> TeamNames::find(std::string_view typed,
                                                std::string& problem) const {
  const auto [first, last] = known_.equal_range(key_of_path(typed));
  const auto found = std::distance(first, last);
  if (found == 1) return first->second;
  if (found == 0) {
    problem = "There is no team “" + std::string(typed) + "” in your part of the staff list.";
    return std::nullopt;
  }
  for (auto at = first; at != last; ++at)  // a path that is whole goes before names further down
    if (key_of_path(path(at->second)) == first->first && path(at->second) == name(at->second))
      return at->second;
  problem = "Several teams are called “" + std::string(typed) + "”. Write where it belongs: “" +
            path(first->second) + "”.";
  return std::nullopt;
}

std::vector<std::string> parts_of_cell(std::string_view cell) {
  std::vector<std::string> parts;
  for (const auto part : split(cell, '|'))
    if (const auto text = trimmed(part); !text.empty()) parts.emplace_back(text);
  return parts;
}

}  // namespace touchstone::staff
