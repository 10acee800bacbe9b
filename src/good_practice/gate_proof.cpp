#include "good_practice/gate_proof.h"

#include <algorithm>

#include "people/people.h"

namespace touchstone::good_practice {

bool is_validated(const Practice& practice) {
  return practice.state == State::valid;
}

bool is_listed(const Practice& practice) {
  return is_validated(practice) && practice.listed;
}

std::optional<Validated> Gate::validated(sql::Read& read, const Uuid& workspace, Id<Practice> id) {
  auto found = practice(read, workspace, id);
  if (!found || !is_validated(*found)) return std::nullopt;
  return Validated(*std::move(found));
}

std::optional<Listed> Gate::listed(sql::Read& read, const Uuid& workspace, Id<Practice> id) {
  auto found = practice(read, workspace, id);
  if (!found || !is_listed(*found)) return std::nullopt;
  return Listed(*std::move(found), track_of(read, workspace, id));
}

std::vector<Listed> Gate::listed(sql::Read& read, const Uuid& workspace, const Wanted& wanted) {
  std::vector<Listed> items;
  for (auto& found : practices(read, workspace, wanted)) {
    if (!is_listed(found)) continue;
    const auto track = track_of(read, workspace, found.id);
    items.push_back(Listed(std::move(found), track));
  }
  return items;
}

std::optional<Listed> listed_item(sql::Read& read, const Uuid& workspace, Id<Practice> id) {
  const auto found = practice(read, workspace, id);
  if (!found) return std::nullopt;
  return Gate::listed(read, workspace, found->merged_into.value_or(id));
}

std::vector<Listed> listed_items(sql::Read& read, const Uuid& workspace, const Wanted& wanted) {
  return Gate::listed(read, workspace, wanted);
}

std::string title_for_all(sql::Read& read, const Uuid& workspace, Id<Practice> id) {
  const auto item = listed_item(read, workspace, id);
  return item ? item->practice().title : "something that is not on the list now";
}

std::optional<Validator> Validator::of(sql::Read& read, const Uuid& workspace,
                                       Id<people::Person> person, Date on) {
  const Id<people::Workspace> here{workspace};
  const auto root = people::root_team(read, here);
  const bool keeps =
      std::ranges::any_of(people::roles_of(read, here, person, on), [&](const auto& grant) {
        return grant.team == root && (grant.role == people::Role::quality_manager ||
                                      grant.role == people::Role::coordinator);
      });
  return keeps ? std::optional(Validator(workspace, person)) : std::nullopt;
}

std::expected<Decider, std::string_view> Decider::of(sql::Read& read, const Validator& validator,
                                                     Id<Practice> id) {
  auto found = good_practice::practice(read, validator.workspace(), id);
  if (!found) return std::unexpected("This is not here.");
  if (was_ever_of(read, validator.workspace(), id, validator.person()))
    return std::unexpected(
        "This is your own practice, or was recorded as yours. Somebody else of the quality team "
        "decides about it.");
  return Decider(*std::move(found), validator.person());
}

}  // namespace touchstone::good_practice
