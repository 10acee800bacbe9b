#include "good_practice/gate_proof.h"

#include <algorithm>

#include "people/people.h"

namespace touchstone::good_practice {

std::optional<Validated> Gate::validated(Practice practice) {
  if (practice.state != State::valid) return std::nullopt;
  return Validated(std::move(practice));
}

std::optional<Listed> Gate::listed(Practice practice, const Track& track) {
  if (practice.state != State::valid || track.sharings == 0) return std::nullopt;
  return Listed(std::move(practice), track);
}

std::optional<Listed> listed_item(sql::Read& read, const Uuid& workspace, Id<Practice> id) {
  auto found = practice(read, workspace, id);
  if (!found) return std::nullopt;
  return Gate::listed(*std::move(found), track_of(read, workspace, id));
}

std::vector<Listed> listed_items(sql::Read& read, const Uuid& workspace, Wanted wanted) {
  wanted.state = State::valid;
  wanted.shared = true;
  const auto all = tracks(read, workspace);
  std::vector<Listed> items;
  for (auto& found : practices(read, workspace, wanted)) {
    const auto track = all.find(found.id);
    auto item = Gate::listed(std::move(found), track == all.end() ? Track{} : track->second);
    if (item) items.push_back(*std::move(item));
  }
  return items;
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

std::expected<Decider, std::string_view> Decider::of(const Validator& validator,
                                                     Practice practice) {
  if (owner_of(practice) == validator.person())
    return std::unexpected(
        "This is your own practice. Somebody else of the quality team decides about it.");
  return Decider(std::move(practice), validator.person());
}

}  // namespace touchstone::good_practice
