#include "people/role.h"

#include <algorithm>
#include <string_view>

namespace touchstone::people {

namespace {

struct Known {
  Role role;
  std::string_view text;
  std::string_view college;
  std::string_view council;
};
constexpr std::array known{
    Known{Role::staff_list_keeper, "staff_list_keeper", "staff-list keeper", "staff-list keeper"},
    Known{Role::quality_manager, "quality_manager", "quality manager", "quality manager"},
    Known{Role::coordinator, "coordinator", "coordinator", "coordinator"},
    Known{Role::editor, "editor", "editor", "editor"},
    Known{Role::head, "head", "head of department", "service lead"},
    Known{Role::writer, "writer", "writer", "writer"},
    Known{Role::can_read, "can_read", "can read", "can read"},
    Known{Role::board_view, "board_view", "board view", "board view"},
    Known{Role::tutor, "tutor", "tutor", "practitioner"},
};
static_assert(known.size() == every_role.size());

const Known& about(Role role) {
  return *std::ranges::find(known, role, &Known::role);
}

constexpr std::array keeps_staff_list{Right::keep_staff_list};
constexpr std::array manages_quality{Right::keep_standards, Right::read, Right::read_figures,
                                     Right::board_view};
constexpr std::array coordinates{Right::keep_standards, Right::read_figures};
constexpr std::array edits{Right::keep_standards};
constexpr std::array heads{Right::judge, Right::read, Right::read_figures};
constexpr std::array writes{Right::judge, Right::read};
constexpr std::array reads{Right::read};
constexpr std::array views{Right::board_view, Right::read_figures};

}  // namespace

std::span<const Right> rights_of(Role role) {
  switch (role) {
    case Role::staff_list_keeper:
      return keeps_staff_list;
    case Role::quality_manager:
      return manages_quality;
    case Role::coordinator:
      return coordinates;
    case Role::editor:
      return edits;
    case Role::head:
      return heads;
    case Role::writer:
      return writes;
    case Role::can_read:
      return reads;
    case Role::board_view:
      return views;
    case Role::tutor:
      return {};
  }
  return {};
}

std::string_view why_not_given(Role role, bool on_everything) {
  if (on_everything || role != Role::editor) return {};
  return "An editor edits the standards of the whole organisation: choose that.";
}

std::string_view to_text(Role role) {
  return about(role).text;
}

std::optional<Role> role_from_text(std::string_view text) {
  const auto* found = std::ranges::find(known, text, &Known::text);
  return found == known.end() ? std::nullopt : std::optional(found->role);
}

std::string_view in_words(Role role, std::string_view words) {
  return words == "council" ? about(role).council : about(role).college;
}

}  // namespace touchstone::people
