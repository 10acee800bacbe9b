#include "good_practice/item_view.h"

#include <algorithm>

#include "good_practice/shown_thing.h"
#include "good_practice/theme_view.h"
#include "platform/text.h"

namespace touchstone::good_practice {
namespace {

constexpr int deepest_family = 8;

std::string team_name(sql::Read& read, const Viewer& viewer, const Practice& practice) {
  const auto team =
      practice.team ? people::team(read, viewer.here(), *practice.team) : std::nullopt;
  return team ? team->name : std::string();
}

// Whether this reader may know of that item of the family too.
bool may_know(const Viewer& viewer, const Practice& practice) {
  if (practice.state == State::withdrawn) return practice.finder == viewer.person();
  return viewer.validator() || practice.finder == viewer.person() || is_listed(practice);
}

bool is_shown_in(const std::vector<Relative>& family, Id<Practice> id) {
  return std::ranges::find(family, id, &Relative::id) != family.end();
}

// Each once: an original may have been put together with a version of itself.
void add_family(sql::Read& read, const Viewer& viewer, const Practice& head, int depth,
                std::vector<Relative>& family) {
  family.push_back({head.id, head.title, depth});
  if (depth == deepest_family) return;
  for (const auto& child : variations_of(read, viewer.workspace(), head.id))
    if (child.state != State::merged && may_know(viewer, child) && !is_shown_in(family, child.id))
      add_family(read, viewer, child, depth + 1, family);
}

std::vector<Relative> family_of(sql::Read& read, const Viewer& viewer, Practice practice) {
  std::vector<Relative> below{{practice.id, {}, 0}};
  for (int up = 0; practice.parent && up < deepest_family; ++up) {
    auto parent = good_practice::practice(read, viewer.workspace(), *practice.parent);
    if (parent && parent->merged_into)
      parent = good_practice::practice(read, viewer.workspace(), *parent->merged_into);
    if (!parent || !may_know(viewer, *parent) || is_shown_in(below, parent->id)) break;
    practice = *std::move(parent);
    below.push_back({practice.id, {}, 0});
  }
  std::vector<Relative> family;
  add_family(read, viewer, practice, 0, family);
  if (family.size() == 1) family.clear();
  return family;
}

class Naming {
 public:
  Naming(sql::Read& read, const Viewer& viewer, ItemView& view)
      : read_(read), viewer_(viewer), view_(view) {}
  // Whoever acted for the quality team is known to everybody; others as E-25 says.
  void add(Id<people::Person> person, bool acts_for_all) {
    if (view_.names.contains(person)) return;
    if (!acts_for_all && !viewer_.may_name(read_, person)) return;
    if (const auto found = people::person(read_, viewer_.here(), person))
      view_.names.emplace(person, found->name);
  }

 private:
  sql::Read& read_;
  const Viewer& viewer_;
  ItemView& view_;
};

void add_meetings(sql::Read& read, const SeenPractice& seen, ItemView& view) {
  const auto& workspace = seen.viewer().workspace();
  const auto add_one = [&](const std::optional<Id<Meeting>>& id) {
    if (!id || view.meetings.contains(*id)) return;
    if (auto found = meeting(read, workspace, *id)) view.meetings.emplace(*id, *std::move(found));
  };
  add_one(seen.practice().meeting);
  for (const auto& decision : view.decisions) add_one(decision.meeting);
  for (const auto& sharing : view.sharings) add_one(sharing.meeting);
  for (const auto& impact : view.impacts) add_one(impact.meeting);
}

void add_names(sql::Read& read, const SeenPractice& seen, ItemView& view) {
  Naming naming(read, seen.viewer(), view);
  for (const auto& decision : view.decisions) naming.add(decision.made_by, true);
  for (const auto& sharing : view.sharings)
    if (sharing.made_by) naming.add(*sharing.made_by, true);
  for (const auto& impact : view.impacts) naming.add(impact.made_by, true);
  for (const auto& decision : view.decisions)
    if (decision.undone_by) naming.add(*decision.undone_by, true);
  for (const auto& trial : view.trials) naming.add(trial.person, false);
  for (const auto& question : view.questions) {
    naming.add(question.adviser, true);
    naming.add(question.asked_by, question.adviser == seen.viewer().person());
  }
  for (const auto& share : view.shown_to) naming.add(share.audience, true);
}

void add_what_validators_see(sql::Read& read, const SeenPractice& seen, ItemView& view) {
  if (seen.viewer().validator() == nullptr) return;
  for (auto& other : validated_ones(read, seen.viewer().workspace(), 200))
    if (other.id != seen.practice().id) view.others.push_back(std::move(other));
  view.taken_in = put_into(read, seen.viewer().workspace(), seen.practice().id);
}

}  // namespace

std::string ItemView::name(Id<people::Person> person) const {
  const auto found = names.find(person);
  return found == names.end() ? "A colleague" : found->second;
}

const Trial* ItemView::trial_of(Id<people::Person> person) const {
  const auto found = std::ranges::find(trials, person, &Trial::person);
  return found == trials.end() ? nullptr : &*found;
}

std::string whose(sql::Read& read, const Viewer& viewer, const Practice& practice) {
  const auto owner = owner_of(practice);
  if (!owner) return viewer.validator() ? "Sent by " + practice.sent_by : "Sent by a partner";
  if (!practice.named_at && !viewer.may_name(read, *owner))
    return somebody_of(read, viewer.workspace(), practice, viewer.today());
  const auto person = people::person(read, viewer.here(), *owner);
  const auto team = team_name(read, viewer, practice);
  const auto words = person ? person->name : std::string("A colleague");
  return team.empty() ? words : words + ", " + team;
}

std::string somebody_of(sql::Read& read, const Uuid& workspace, const Practice& practice, Date on) {
  std::string nobody = "A colleague";
  if (!practice.team || people::members(read, {workspace}, *practice.team, on) < fewest_unnamed)
    return nobody;
  const auto team = people::team(read, {workspace}, *practice.team);
  return team ? nobody + ", " + team->name : nobody;
}

ItemView view_of(sql::Read& read, const SeenPractice& seen) {
  const auto& viewer = seen.viewer();
  const auto& practice = seen.practice();
  const auto& workspace = viewer.workspace();
  ItemView view;
  view.by = whose(read, viewer, practice);
  view.theme = theme_title(read, workspace, practice.theme);
  if (practice.finder && practice.finder != owner_of(practice) &&
      viewer.may_name(read, *practice.finder))
    if (const auto finder = people::person(read, viewer.here(), *practice.finder))
      view.found_by = finder->name;
  if (viewer.validator() || seen.is_finder() || seen.is_tutor())
    view.decisions = decisions_of(read, workspace, practice.id);
  // What is not on the list any more tells nobody else what came of it.
  if (practice.state == State::valid || viewer.validator()) {
    view.sharings = sharings_of(read, workspace, practice.id);
    view.impacts = impacts_of(read, workspace, practice.id);
  }
  if (seen.is_listed() || viewer.validator()) view.trials = trials_of(read, workspace, practice.id);
  view.files = files_shown(read, workspace, practice.id);
  for (auto& question : questions_of(read, workspace, practice.id))
    if (question.asked_by == viewer.person() || question.adviser == viewer.person())
      view.questions.push_back(std::move(question));
  if (seen.is_finder())
    view.shown_to = sharing::shares_of(read, workspace, shown_thing(practice.id));
  view.family = family_of(read, viewer, practice);
  if (seen.is_listed()) view.advisers = advisers(read, workspace, viewer.today());
  if (practice.merged_into)
    if (const auto into = good_practice::practice(read, workspace, *practice.merged_into))
      if (may_know(viewer, *into)) view.merged_into = Relative{into->id, into->title, 0};
  add_meetings(read, seen, view);
  add_names(read, seen, view);
  add_what_validators_see(read, seen, view);
  return view;
}

std::vector<people::Person> advisers(sql::Read& read, const Uuid& workspace, Date on) {
  const auto root = people::root_team(read, {workspace});
  auto found = people::holders_of(read, {workspace}, {people::Role::quality_manager, root}, on);
  for (auto& person : people::holders_of(read, {workspace}, {people::Role::coordinator, root}, on))
    if (std::ranges::find(found, person.id, &people::Person::id) == found.end())
      found.push_back(std::move(person));
  return found;
}

std::string answer_time(sql::Read& read, const Uuid& workspace, Id<people::Person> adviser) {
  std::vector<std::int64_t> days;
  for (const auto& question : questions_to(read, workspace, adviser))
    if (question.answered_at)
      days.push_back(
          std::chrono::ceil<std::chrono::days>(*question.answered_at - question.asked_at).count());
  if (days.empty()) return "has not been asked here yet";
  const auto middle = days.begin() + static_cast<std::ptrdiff_t>(days.size() / 2);
  std::ranges::nth_element(days, middle);
  return "usually answers within " + counted(std::max<std::int64_t>(*middle, 1), "day", "days");
}

}  // namespace touchstone::good_practice
