#include "good_practice/ideas_view.h"

#include <algorithm>

#include "good_practice/address_parts.h"
#include "good_practice/digest_store.h"
#include "good_practice/item_view.h"
#include "good_practice/shown_thing.h"
#include "platform/text.h"

namespace touchstone::good_practice {
namespace {

Wanted wanted_by(const http::Request& request) {
  Wanted wanted;
  wanted.search = request.query.text("search").substr(0, 4 * longest_line);
  while (!is_utf8(wanted.search)) wanted.search.pop_back();  // of the character that was cut
  wanted.theme = request.query.text("theme");
  wanted.subject = request.query.text("subject");
  wanted.stand_out = request.query.text("stand_out") == "yes";
  wanted.before = Id<Practice>::from_text(request.query.text("before"));
  wanted.at_most = ideas_on_a_page + 1;
  return wanted;
}

Url next_page(const http::Request& request, const Wanted& wanted, Id<Practice> last) {
  auto next = ideas_url(request);
  if (!wanted.search.empty()) next = next.with("search", wanted.search);
  if (!wanted.theme.empty()) next = next.with("theme", wanted.theme);
  if (!wanted.subject.empty()) next = next.with("subject", wanted.subject);
  if (wanted.stand_out) next = next.with("stand_out", "yes");
  return next.with("before", to_text(last));
}

void add_list(sql::Read& read, const http::Request& request, const Viewer& viewer,
              IdeasView& view) {
  const auto wanted = wanted_by(request);
  view.search = wanted.search;
  view.theme = wanted.theme;
  view.subject = wanted.subject;
  view.stand_out = wanted.stand_out;
  for (auto& item : listed_items(read, viewer.workspace(), wanted)) {
    const auto& practice = item.practice();
    const auto theme = std::ranges::find(view.themes, practice.theme, &Theme::key);
    auto by = whose(read, viewer, practice);
    view.ideas.push_back({.item = std::move(item),
                          .by = std::move(by),
                          .theme = theme == view.themes.end() ? std::string() : theme->title});
  }
  if (std::ssize(view.ideas) <= ideas_on_a_page) return;
  view.ideas.pop_back();
  view.next = next_page(request, wanted, view.ideas.back().item.practice().id);
}

void add_subjects(sql::Read& read, const Viewer& viewer, IdeasView& view) {
  view.subjects = listed_subjects(read, viewer.workspace());
  // A theme about which there is nothing need not be offered.
  const auto used = listed_themes(read, viewer.workspace());
  std::erase_if(view.themes, [&](const Theme& theme) {
    return std::ranges::find(used, theme.key) == used.end() && theme.key != view.theme;
  });
}

void add_own(sql::Read& read, const Viewer& viewer, IdeasView& view) {
  const auto& workspace = viewer.workspace();
  for (auto& practice : recorded_by(read, workspace, viewer.person())) {
    const auto track = track_of(read, workspace, practice.id);
    view.own.push_back({std::move(practice), track});
  }
  for (auto& trial : trials_by(read, workspace, viewer.person()))
    if (!trial.reported_on) view.trials.push_back(std::move(trial));
  for (auto& question : questions_to(read, workspace, viewer.person()))
    if (!question.answered_at) view.asked.push_back(std::move(question));
  for (auto& share : sharing::shares_with(read, workspace, viewer.person(), shown_noun).shares) {
    const auto shown = practice(read, workspace, {share.thing.object});
    if (shown && shown->state != State::withdrawn) view.shown.push_back(std::move(share));
  }
  if (viewer.validator()) view.waiting = count_of_queue(read, workspace);
}

}  // namespace

IdeasView ideas_view(sql::Read& read, const http::Request& request, const Viewer& viewer) {
  IdeasView view;
  view.themes = themes(read, viewer.workspace());
  add_list(read, request, viewer, view);
  add_subjects(read, viewer, view);
  add_own(read, viewer, view);
  view.digest_by_mail = wants_digest(read, viewer.workspace(), viewer.person());
  return view;
}

}  // namespace touchstone::good_practice
