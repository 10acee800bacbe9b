#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "self_assessment/institution_figures.h"
#include "standard/standard.h"

namespace touchstone::self_assessment {

// How many were asked to score themselves, and how many of them have finished.
struct Participation {
  std::int64_t asked = 0;
  std::int64_t finished = 0;
  bool operator==(const Participation&) const = default;
};

// The latest of any whole.
struct LastShowing {
  Uuid id{};
  Date on{};
  bool operator==(const LastShowing&) const = default;
};
std::optional<LastShowing> last_showing(sql::Read& read, const Uuid& workspace,
                                        Id<standard::Version> version, std::string_view voice);

// What is shown of one voice in one whole (people::wholes()), from that day on.
struct Shown {
  Uuid id{};
  Date on{};
  std::optional<Participation> participation{};  // of the root; empty: not said
  std::vector<ShownTeam> teams;  // without their spreads, but for the one that was asked for
  const ShownTeam* team(Id<people::Team> wanted) const;  // null: it is not shown
};

// The latest showing in which the whole was shown, without any spread: figures of others may have
// been shown since. Empty when nothing of it was shown yet.
std::optional<Shown> shown_teams(sql::Read& read, const Uuid& workspace,
                                 Id<standard::Version> version, std::string_view voice,
                                 Id<people::Team> whole);
// The same with the spreads of that team of it.
std::optional<Shown> shown_figures(sql::Read& read, const Uuid& workspace,
                                   Id<standard::Version> version, std::string_view voice,
                                   Id<people::Team> whole, Id<people::Team> team);

// Whether anything was ever shown of that version.
bool was_shown(sql::Read& read, const Uuid& workspace, Id<standard::Version> version);

}  // namespace touchstone::self_assessment
