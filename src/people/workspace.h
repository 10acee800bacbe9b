#pragma once
#include <optional>
#include <string>

#include "platform/complaint.h"
#include "platform/date.h"
#include "platform/id.h"

namespace touchstone::people {

inline constexpr std::size_t longest_name = 120;
inline constexpr std::size_t longest_slug = 40;

// One organisation, or one alliance of them: nothing is ever read across two.
struct Workspace {
  Id<Workspace> id{};
  std::string slug{};  // in addresses: "eastmere"
  std::string name{};
  std::string zone = "Europe/London";
  std::string words = "college";          // or "council"
  std::optional<Date> clock_stands_on{};  // a demo: today is always this day
};

Complaints complaints_about(const Workspace& workspace);

// 2 to longest_slug of a to z, 0 to 9 and single hyphens inside, and no word that the program's own
// addresses use.
bool is_slug(std::string_view text);
// What an organisation of that name may be called in addresses; empty when nothing is left of it.
std::string slug_for(std::string_view name);

// Today for everything people plan and date. Sessions, tokens, jobs, ids and history use the real
// clock.
Date today(const Workspace& workspace, Moment real);
// Now by that clock: where it stands, its day with the real time of day. For moments that people
// see.
Moment moment(const Workspace& workspace, Moment real);

}  // namespace touchstone::people
