#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace touchstone::people {

// What somebody is trusted with on a team and everything below it, down to the next border.
enum class Role : std::uint8_t {
  staff_list_keeper,  // people, teams and roles; sees no data
  quality_manager,
  coordinator,
  editor,
  head,
  writer,
  can_read,
  board_view,
  tutor,  // is asked to score themselves; opens nothing
};
inline constexpr std::array every_role{Role::staff_list_keeper,
                                       Role::quality_manager,
                                       Role::coordinator,
                                       Role::editor,
                                       Role::head,
                                       Role::writer,
                                       Role::can_read,
                                       Role::board_view,
                                       Role::tutor};

// What a role allows; the same words as http::Verb, which a bare noun does not know.
enum class Right : std::uint8_t {
  read,
  read_figures,
  judge,
  keep_staff_list,
  keep_standards,
  board_view
};
std::span<const Right> rights_of(Role role);
// Whether it counts only where a role was granted on the whole organisation: a standard belongs to
// everybody.
constexpr bool is_of_the_whole(Right right) {
  return right == Right::keep_standards;
}
// Why that role is not given on a team, or on the whole organisation; empty: it may be.
std::string_view why_not_given(Role role, bool on_everything);

std::string_view to_text(Role role);  // "staff_list_keeper"
std::optional<Role> role_from_text(std::string_view text);
// As people call it: "staff-list keeper", "head of department" or "service lead" by the workspace's
// words.
std::string_view in_words(Role role, std::string_view words);

}  // namespace touchstone::people
