#include "self_assessment/counts.h"

#include <algorithm>
#include <map>

namespace touchstone::self_assessment {
namespace {

using Pair = std::pair<std::optional<std::size_t>, std::optional<std::size_t>>;

// How many answers stand in each pair of a part of one showing and a part of the other; empty where
// the other does not have the answer.
std::map<Pair, std::int64_t> crossing(const Showing& one, const Showing& other) {
  std::map<Pair, std::int64_t> people;
  auto left = one.begin();
  auto right = other.begin();
  while (left != one.end() || right != other.end()) {
    const bool only_left =
        right == other.end() || (left != one.end() && left->answer < right->answer);
    const bool only_right =
        left == one.end() || (right != other.end() && right->answer < left->answer);
    ++people[{only_right ? std::nullopt : std::optional(left->part),
              only_left ? std::nullopt : std::optional(right->part)}];
    if (!only_right) ++left;
    if (!only_left) ++right;
  }
  return people;
}

std::int64_t at(const std::map<Pair, std::int64_t>& people, const Pair& pair) {
  const auto found = people.find(pair);
  return found == people.end() ? 0 : found->second;
}

std::vector<std::int64_t> people_in(const std::vector<Group>& groups,
                                    const std::vector<CountedAnswer>& answers) {
  std::vector<std::int64_t> people(groups.size(), 0);
  for (const auto& answer : answers) ++people[answer.group];
  for (auto i = groups.size(); i-- > 0;)
    if (groups[i].parent) people[*groups[i].parent] += people[i];
  return people;
}

bool fits(const Showing& showing, const std::vector<Showing>& earlier) {
  return hides_everybody(showing) && std::ranges::all_of(earlier, [&](const Showing& before) {
           return hides_everybody(showing, before);
         });
}

}  // namespace

std::vector<std::optional<std::size_t>> parts_of(const std::vector<Group>& groups,
                                                 const std::vector<bool>& shown) {
  std::vector<std::optional<std::size_t>> parts(groups.size());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (shown[i])
      parts[i] = i;
    else if (groups[i].parent)
      parts[i] = parts[*groups[i].parent];
  }
  return parts;
}

Showing showing_of(const std::vector<Group>& groups, const std::vector<CountedAnswer>& answers,
                   const std::vector<bool>& shown) {
  const auto parts = parts_of(groups, shown);
  Showing showing;
  for (const auto& [answer, group] : answers)
    if (parts[group]) showing.push_back({answer, *parts[group]});
  std::ranges::sort(showing);
  return showing;
}

bool hides_everybody(const Showing& showing) {
  std::map<std::size_t, std::int64_t> people;
  for (const auto& [answer, part] : showing) ++people[part];
  return std::ranges::all_of(people, [](const auto& each) { return is_large_enough(each.second); });
}

// A union of parts of one showing without a union of parts of the other is a sum of crossings, each
// at a part of the first. It is small only if a crossing in it is, and is kept from being small
// only by what its part has outside of the other showing altogether, which is always in the sum.
bool hides_everybody(const Showing& showing, const Showing& earlier) {
  const auto people = crossing(showing, earlier);
  return std::ranges::all_of(people, [&](const auto& each) {
    const auto& [pair, number] = each;
    if (is_large_enough(number)) return true;
    if (!pair.first || !pair.second) return false;
    return at(people, {pair.first, std::nullopt}) >= fewest_people &&
           at(people, {std::nullopt, pair.second}) >= fewest_people;
  });
}

Showing told_apart(const Showing& showing, const std::set<Uuid>& asked) {
  auto apart = showing;
  for (auto& [answer, part] : apart) part = 2 * part + (asked.contains(answer) ? 1 : 0);
  return apart;
}

bool may_tell(const Showing& told_apart, const std::vector<Showing>& earlier) {
  return fits(told_apart, earlier);
}

std::vector<bool> groups_to_show(const std::vector<Group>& groups,
                                 const std::vector<CountedAnswer>& answers,
                                 const std::vector<Showing>& earlier) {
  const auto people = people_in(groups, answers);
  std::vector<bool> shown(groups.size(), false);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    shown[i] = people[i] >= fewest_people;
    if (shown[i] && !fits(showing_of(groups, answers, shown), earlier)) shown[i] = false;
    if (i == 0 && !shown[i]) break;
  }
  return shown;
}

std::vector<Block> blocks_to_show(const std::vector<std::vector<std::int64_t>>& parts) {
  const auto levels = parts.empty() ? 0 : parts.front().size();
  std::vector<Block> blocks;
  if (levels == 0) return blocks;
  const auto reaches = [&](std::size_t first, std::size_t last) {
    return std::ranges::all_of(parts, [&](const std::vector<std::int64_t>& part) {
      std::int64_t within = 0, all = 0;
      for (std::size_t level = 0; level < levels; ++level) {
        all += part[level];
        if (level >= first && level <= last) within += part[level];
      }
      return all == 0 || within >= fewest_people;
    });
  };
  std::size_t first = 0;
  for (std::size_t level = 0; level < levels; ++level)
    if (reaches(first, level)) {
      blocks.push_back({first, level});
      first = level + 1;
    }
  if (blocks.empty()) return {{0, levels - 1}};
  blocks.back().last = levels - 1;
  return blocks;
}

}  // namespace touchstone::self_assessment
