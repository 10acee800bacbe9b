#pragma once
#include <compare>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "platform/id.h"

// Privacy of numbers (C-28): which counts of a tree of groups may be shown, so that nobody can be
// worked out from them, neither by adding and subtracting groups nor by comparing with what was
// shown earlier.
namespace touchstone::self_assessment {

// No figure is about fewer people than this, shown or worked out from shown ones.
constexpr std::int64_t fewest_people = 5;
constexpr bool is_large_enough(std::int64_t people) {
  return people == 0 || people >= fewest_people;
}

// A group of a tree; parents stand before their children. One without a parent is a whole: where a
// border stands there are several, which have nobody in common.
struct Group {
  std::optional<std::size_t> parent{};
  bool operator==(const Group&) const = default;
};

// One answer that is counted, in the lowest group that it belongs to. A person who answers again
// gives another one.
struct CountedAnswer {
  Uuid answer{};
  std::size_t group = 0;
  auto operator<=>(const CountedAnswer&) const = default;
};

// What was shown at one time. `part` tells apart what shown groups share: the answers of a shown
// group without those of the shown groups below it are one part. Sorted by answer.
struct PartOfAnswer {
  Uuid answer{};
  std::size_t part = 0;
  auto operator<=>(const PartOfAnswer&) const = default;
};
using Showing = std::vector<PartOfAnswer>;

// Everything that was shown earlier, as what changed from each showing to the next: to compare with
// all of it costs what changed, and not every answer of every week.
class Earlier {
 public:
  // In which part an answer was before and is from then on; empty: in none.
  struct Change {
    Uuid answer{};
    std::optional<std::size_t> before{};
    std::optional<std::size_t> part{};
  };
  using Step = std::vector<Change>;

  Earlier() = default;
  Earlier(std::initializer_list<Showing> showings);
  void add(const Showing& showing);
  // The same step by step: one more showing, like the one before it but for what is put into it.
  void begin();
  void put(const Uuid& answer, std::optional<std::size_t> part);

  const std::vector<Step>& steps() const { return steps_; }
  // The answers of the latest showing, each with its part.
  const std::map<Uuid, std::size_t>& latest() const { return latest_; }

 private:
  std::map<Uuid, std::size_t> latest_;
  std::vector<Step> steps_;
};

// The nearest shown group at or above each group; empty where none is shown.
std::vector<std::optional<std::size_t>> parts_of(const std::vector<Group>& groups,
                                                 const std::vector<bool>& shown);
// The answers that are shown when those groups are, each with its part.
Showing showing_of(const std::vector<Group>& groups, const std::vector<CountedAnswer>& answers,
                   const std::vector<bool>& shown);

// Whether every sum and difference of the groups of a showing, and of these with the groups of each
// earlier one, is about nobody or at least `fewest_people`.
bool hides_everybody(const Showing& showing);
bool hides_everybody(const Showing& showing, const Earlier& earlier);

// How many of those asked have finished shows the asked among the answers of the whole: each part
// in two, those asked and those not.
Showing told_apart(const Showing& showing, const std::set<Uuid>& asked);
// Whether that may be said beside a showing, and everything shown earlier.
bool may_tell(const Showing& told_apart, const Earlier& earlier);

// The whole that each group belongs to, which is itself where it has no parent.
std::vector<std::size_t> wholes_of(const std::vector<Group>& groups);

// Which groups to show, beside everything shown earlier: of each whole itself or nothing, then as
// many of the others as may be, in their order.
std::vector<bool> groups_to_show(const std::vector<Group>& groups,
                                 const std::vector<CountedAnswer>& answers, const Earlier& earlier);

// Neighbouring levels, first and last included, that are counted as one.
struct Block {
  std::size_t first = 0;
  std::size_t last = 0;
  bool operator==(const Block&) const = default;
};

// As many blocks of levels as may be, each with nobody hidden among fewer than `fewest_people` in
// any part. `parts` holds the counts of the same levels, lowest first, of each part; a part with
// nobody in it does not count. One block over all levels says nothing about anybody.
std::vector<Block> blocks_to_show(const std::vector<std::vector<std::int64_t>>& parts);

// Where the middle stands is the answer of somebody. Who knows four of five answers, or made them,
// would read the fifth there; so it is shown from so many people on.
constexpr std::int64_t fewest_for_middle = 10;

// Which groups show where their middle stands. `people`: so many have a level in each group,
// without the groups below it. No group is told from the others by fewer than `fewest_for_middle`
// whose middle may be seen: a part beside a whole would show the rest. Parents go first.
std::vector<bool> groups_with_middle(const std::vector<Group>& groups,
                                     const std::vector<std::int64_t>& people);

// Of levels, lowest first: where a quarter stands lower at most, where the middle one stands, and
// where a quarter stands higher at most.
struct Middle {
  std::size_t low = 0;
  std::size_t middle = 0;
  std::size_t high = 0;
  auto operator<=>(const Middle&) const = default;
};
// `people` stand at each level; somebody does.
Middle middle_of(const std::vector<std::int64_t>& people);

}  // namespace touchstone::self_assessment
