#pragma once
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "self_assessment/institution_figures.h"
#include "standard/standard.h"

namespace touchstone::self_assessment {

// Figures are shown anew at most once in so many days.
constexpr std::chrono::days showing_lasts{7};

// How many were asked to score themselves, and how many of them have finished.
struct Participation {
  std::int64_t asked = 0;
  std::int64_t finished = 0;
};

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

// Shows the figures of one voice anew as they are now, where that gives nobody away and the last
// ones have lasted. Whether it did. In the actor's workspace, on that day of its clock.
bool show_figures(sql::Write& write, const standard::Published& against, std::string_view voice,
                  Date on);
// As show_figures() for every standard and voice that anybody has finished a sheet of.
void show_all_figures(sql::Write& write, Date on);

}  // namespace touchstone::self_assessment
