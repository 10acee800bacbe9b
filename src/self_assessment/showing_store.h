#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "self_assessment/institution_store.h"
#include "self_assessment/spread_store.h"

// Showing the figures of everybody anew: what may be shown is worked out from one view of the
// database, and kept in a short turn later if that view still holds.
namespace touchstone::self_assessment {

// Figures are shown anew at most once in so many days.
constexpr std::chrono::days showing_lasts{7};

// The teams as counts.h has groups: a team with a border is a whole of its own. One that is closed
// counts as the whole that it belongs to, and nowhere where that is closed too.
struct TeamTree {
  std::vector<Group> groups;
  std::vector<Id<people::Team>> teams;  // the first is the root
  std::map<Uuid, std::size_t> places;
  std::optional<std::size_t> place(Id<people::Team> team) const;
};

// Who is asked in the whole that the root is: whoever has the role of a tutor there, and of those
// who left only whose answer counts there.
struct AskedPeople {
  std::int64_t people = 0;
  std::set<Uuid> answers;
  bool operator==(const AskedPeople&) const = default;
};

// What a showing rests on.
struct ShowingBasis {
  std::optional<LastShowing> last;
  TeamTree tree;
  std::vector<TeamAnswer> counted;
  AskedPeople asked;
};

// An answer that is in another part than in the showing before; no team: not in it any more.
struct ShownChange {
  Uuid answer{};
  std::optional<Id<people::Team>> team{};
  bool asked = false;
};

struct FiguresToShow {
  Id<standard::Version> version{};
  std::string voice;
  Date on{};
  ShowingBasis basis;
  std::vector<bool> shown;  // of the tree
  bool tells_participation = false;
  std::vector<ShownChange> changes;
};

// The standards and voices that anybody has finished a sheet of.
struct CountedVoice {
  Id<standard::Version> version{};
  std::string voice;
};
std::vector<CountedVoice> counted_voices(sql::Read& read, const Uuid& workspace);

// Empty while the last figures have not lasted, where nothing changed since, or where new ones of
// no whole may be shown, because they would give somebody away. On that day of the workspace's
// clock.
std::optional<FiguresToShow> figures_to_show(sql::Read& read, const Uuid& workspace,
                                             const CountedVoice& counted, Date on);
// False when something they rest on has changed since: nothing is shown then.
bool show_figures(sql::Write& write, const FiguresToShow& figures);
// All that may be shown, worked out and kept in one turn: for small organisations such as a demo.
void show_all_figures(sql::Write& write, Date on);

}  // namespace touchstone::self_assessment
