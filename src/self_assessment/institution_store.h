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

struct LastShowing {
  Uuid id{};
  Date on{};
  std::optional<Participation> participation{};
  bool operator==(const LastShowing&) const = default;
};
std::optional<LastShowing> last_showing(sql::Read& read, const Uuid& workspace,
                                        Id<standard::Version> version, std::string_view voice);

// What is shown of one voice, from that day on.
struct Shown {
  Date on{};
  std::optional<Participation> participation{};  // of the whole; empty: not said
  std::vector<ShownTeam> teams;  // without their spreads, but for the one that was asked for
  const ShownTeam* team(Id<people::Team> id) const;  // null: it is not shown
};

// The latest showing, with the spreads of one team. Empty when nothing was shown yet.
std::optional<Shown> shown_figures(sql::Read& read, const Uuid& workspace,
                                   Id<standard::Version> version, std::string_view voice,
                                   Id<people::Team> team);

// Whether anything was ever shown of that version.
bool was_shown(sql::Read& read, const Uuid& workspace, Id<standard::Version> version);

}  // namespace touchstone::self_assessment
