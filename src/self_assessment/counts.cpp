#include "self_assessment/counts.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace touchstone::self_assessment {
namespace {

using Pair = std::pair<std::optional<std::size_t>, std::optional<std::size_t>>;

// How many answers stand in each pair of a part of one showing and a part of another; empty where
// it does not have the answer.
class Crossing {
 public:
  void add(const Pair& pair, std::int64_t number) {
    if (!pair.first && !pair.second) return;
    const auto people = people_[pair] += number;
    if (is_large_enough(people))
      few_.erase(pair);
    else
      few_.insert(pair);
  }
  // A union of parts of one showing without a union of parts of the other is a sum of crossings,
  // each at a part of the first. It is small only if a crossing in it is, and is kept from being
  // small only by what its part has outside of the other showing altogether, which is always in the
  // sum.
  bool hides_everybody() const {
    return std::ranges::all_of(few_, [&](const Pair& pair) {
      return pair.first && pair.second && at({pair.first, std::nullopt}) >= fewest_people &&
             at({std::nullopt, pair.second}) >= fewest_people;
    });
  }

 private:
  std::int64_t at(const Pair& pair) const {
    const auto found = people_.find(pair);
    return found == people_.end() ? 0 : found->second;
  }

  std::map<Pair, std::int64_t> people_;
  std::set<Pair> few_;
};

std::optional<std::size_t> part_in(const Showing& showing, const Uuid& answer) {
  const auto found = std::ranges::lower_bound(showing, answer, {}, &PartOfAnswer::answer);
  if (found == showing.end() || found->answer != answer) return std::nullopt;
  return found->part;
}

std::vector<std::int64_t> people_in(const std::vector<Group>& groups,
                                    const std::vector<CountedAnswer>& answers) {
  std::vector<std::int64_t> people(groups.size(), 0);
  for (const auto& answer : answers) ++people[answer.group];
  for (auto i = groups.size(); i-- > 0;)
    if (groups[i].parent) people[*groups[i].parent] += people[i];
  return people;
}

bool fits(const Showing& showing, const Earlier& earlier) {
  return hides_everybody(showing) && hides_everybody(showing, earlier);
}

}  // namespace

Earlier::Earlier(std::initializer_list<Showing> showings) {
  for (const auto& showing : showings) add(showing);
}

void Earlier::add(const Showing& showing) {
  std::vector<Uuid> gone;
  for (const auto& [answer, part] : latest_)
    if (!part_in(showing, answer)) gone.push_back(answer);
  begin();
  for (const auto& answer : gone) put(answer, std::nullopt);
  for (const auto& [answer, part] : showing) put(answer, part);
}

void Earlier::begin() {
  steps_.emplace_back();
}

void Earlier::put(const Uuid& answer, std::optional<std::size_t> part) {
  const auto found = latest_.find(answer);
  const auto before = found == latest_.end() ? std::nullopt : std::optional(found->second);
  if (part == before) return;
  steps_.back().push_back({answer, before, part});
  if (part)
    latest_[answer] = *part;
  else
    latest_.erase(found);
}

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

bool hides_everybody(const Showing& showing, const Earlier& earlier) {
  Crossing crossing;
  for (const auto& [answer, part] : showing) crossing.add({part, std::nullopt}, 1);
  for (const auto& step : earlier.steps()) {
    for (const auto& [answer, before, part] : step) {
      const auto now = part_in(showing, answer);
      crossing.add({now, before}, -1);
      crossing.add({now, part}, 1);
    }
    if (!crossing.hides_everybody()) return false;
  }
  return true;
}

Showing told_apart(const Showing& showing, const std::set<Uuid>& asked) {
  auto apart = showing;
  for (auto& [answer, part] : apart) part = 2 * part + (asked.contains(answer) ? 1 : 0);
  return apart;
}

bool may_tell(const Showing& told_apart, const Earlier& earlier) {
  return fits(told_apart, earlier);
}

std::vector<std::size_t> wholes_of(const std::vector<Group>& groups) {
  std::vector<std::size_t> wholes;
  wholes.reserve(groups.size());
  for (std::size_t i = 0; i < groups.size(); ++i)
    wholes.push_back(groups[i].parent ? wholes[*groups[i].parent] : i);
  return wholes;
}

std::vector<bool> groups_to_show(const std::vector<Group>& groups,
                                 const std::vector<CountedAnswer>& answers,
                                 const Earlier& earlier) {
  const auto people = people_in(groups, answers);
  const auto wholes = wholes_of(groups);
  std::vector<bool> shown(groups.size(), false);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    shown[i] = people[i] >= fewest_people;
    if (wholes[i] != i && !shown[wholes[i]]) shown[i] = false;
    if (shown[i] && !fits(showing_of(groups, answers, shown), earlier)) shown[i] = false;
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

namespace {

// Whether the parts that these groups make of each other are nobody, or enough for a middle.
bool rest_is_large_enough(const std::vector<Group>& groups, const std::vector<std::int64_t>& people,
                          const std::vector<bool>& shown) {
  const auto parts = parts_of(groups, shown);
  std::vector<std::int64_t> sums(groups.size(), 0);
  for (std::size_t i = 0; i < groups.size(); ++i)
    if (parts[i]) sums[*parts[i]] += people[i];
  return std::ranges::all_of(sums,
                             [](std::int64_t sum) { return sum == 0 || sum >= fewest_for_middle; });
}

}  // namespace

std::vector<bool> groups_with_middle(const std::vector<Group>& groups,
                                     const std::vector<std::int64_t>& people) {
  std::vector<std::int64_t> within(people);
  for (std::size_t i = groups.size(); i-- > 0;)
    if (groups[i].parent) within[*groups[i].parent] += within[i];
  std::vector<bool> shown(groups.size(), false);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    shown[i] = within[i] >= fewest_for_middle;
    if (shown[i] && !rest_is_large_enough(groups, people, shown)) shown[i] = false;
  }
  return shown;
}

Middle middle_of(const std::vector<std::int64_t>& people) {
  const auto all = std::accumulate(people.begin(), people.end(), std::int64_t{0});
  const auto at = [&](std::int64_t place) {
    std::size_t level = 0;
    while ((place -= people[level]) >= 0) ++level;
    return level;
  };
  const auto quarter = (all - 1) / 4;
  return {at(quarter), at((all - 1) / 2), at(all - 1 - quarter)};
}

}  // namespace touchstone::self_assessment
