#include "good_practice/digest_view.h"

#include "good_practice/digest_store.h"
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

// What was shared in that month, and what was noted in it as shared earlier, too late for the mail
// of that earlier month.
std::vector<Id<Practice>> in_the_digest(sql::Read& read, const people::Workspace& workspace,
                                        std::chrono::year_month month) {
  const Date first = month / std::chrono::day(1);
  const Date last = month / std::chrono::last;
  auto items = first_shared_between(read, workspace.id.value, first, last);
  for (const auto& [practice, shared_on, noted] :
       first_noted_between(read, workspace, first, last)) {
    const auto earlier = digest_sent(read, workspace.id.value, to_text(month_of(shared_on)));
    if (shared_on < first && !(earlier && earlier->at >= noted)) items.push_back(practice);
  }
  return items;
}

}  // namespace

MonthlyDigest monthly_digest(sql::Read& read, const people::Workspace& workspace,
                             std::chrono::year_month month, std::string_view site) {
  MonthlyDigest digest{.month = month};
  const Date last = month / std::chrono::last;
  for (const auto id : in_the_digest(read, workspace, month)) {
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
