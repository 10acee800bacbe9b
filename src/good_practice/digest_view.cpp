#include "good_practice/digest_view.h"

#include "good_practice/item_view.h"
#include "good_practice/spreading_store.h"
#include "platform/html/url.h"

namespace touchstone::good_practice {
namespace {

// It goes to the whole organisation (E-25).
std::string by_for_all(sql::Read& read, const Uuid& workspace, const Practice& practice, Date on) {
  const auto owner = owner_of(practice);
  const auto person = practice.named_at && owner ? people::person(read, {workspace}, *owner)
                                                 : std::optional<people::Person>();
  if (!person) return somebody_of(read, workspace, practice, on);
  const auto team = practice.team ? people::team(read, {workspace}, *practice.team)
                                  : std::optional<people::Team>();
  return team ? person->name + ", " + team->name : person->name;
}

}  // namespace

MonthlyDigest monthly_digest(sql::Read& read, const people::Workspace& workspace,
                             std::chrono::year_month month, std::string_view site) {
  MonthlyDigest digest{.month = month};
  const Date last = month / std::chrono::last;
  for (const auto id :
       first_shared_between(read, workspace.id.value, month / std::chrono::day(1), last)) {
    auto item = Gate::listed(read, workspace.id.value, id);
    if (!item) continue;
    const auto& practice = item->practice();
    digest.lines.push_back(
        {.title = practice.title,
         .changed = practice.changed,
         .by = by_for_all(read, workspace.id.value, practice, last),
         .link = std::string(site) + url("/{}/ideas/{}", workspace.slug, practice.id).text(),
         .stand_out = practice.stand_out});
    digest.items.push_back(*std::move(item));
  }
  return digest;
}

}  // namespace touchstone::good_practice
