#include "self_assessment/due_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "platform/text.h"
#include "self_assessment/address_parts.h"
#include "self_assessment/counted_view.h"
#include "self_assessment/score_sheet_store.h"
#include "self_assessment/shared_thing.h"
#include "self_assessment/target_store.h"

namespace touchstone::self_assessment {
namespace {

constexpr int seconds_per_theme = 36;

bool is_of_oneself(const Counted& counted) {
  return counted.sheet.subject_team.value.empty();
}

Due open_sheet(const http::Request& request, const Counted& counted) {
  return {.what = is_of_oneself(counted) ? fmt::format("Score yourself: {}", counted.sheet.name)
                                         : counted.sheet.name,
          .detail = counted.result.all_answered() ? "All themes have an answer: finish it."
                                                  : how_far(counted.result),
          .where = sheet_url(request, counted.sheet.id),
          .begun = counted.result.answered > 0};
}

Due first_sheet(const http::Request& request) {
  return {.what = "Score yourself for the first time",
          .detail = "Only you can see it. You need not finish in one go.",
          .where = sheets_url(request)};
}

// What the newest sheet of a kind says already.
struct Newest {
  const Counted* counted = nullptr;
  int sheets = 0;
  std::set<std::string> themes{};  // whose target was listed
};

bool is_reached_now(const Newest& newest, const Target& target) {
  const auto& [sheet, content, result] = *newest.counted;
  const auto row = std::ranges::find(result.rows, target.element, &Row::theme);
  return row != result.rows.end() &&
         content->scale_of(*content->element(row->theme)).level(target.level_aimed) &&
         is_reached(target, *content, *row);
}

void add_targets(sql::Read& read, const http::Request& request, const Counted& counted,
                 Newest& newest, std::vector<Due>& dues) {
  const auto& workspace = request.visitor.workspace;
  for (const auto& target : targets_of(read, workspace, counted.sheet.id)) {
    if (!newest.themes.insert(target.element).second) continue;
    if (!target.due_on || is_reached_now(newest, target)) continue;
    const auto* element = counted.content->element(target.element);
    dues.push_back(
        {.what = fmt::format("Your target for {}", element->title),
         .detail = target.text,
         .due_on = target.due_on,
         .where = sheet_url(request, counted.sheet.id, "result").at("target-" + target.element)});
  }
}

// What colleagues show to the member and ask comments on.
void add_shared(sql::Read& read, const http::Request& request, const signin::Member& member,
                std::vector<Due>& dues) {
  const auto workspace = member.workspace();
  for (const auto& share :
       sharing::shares_with(read, workspace.value, member.person(), shared_noun)) {
    const auto sheet = score_sheet(read, workspace.value, Id<ScoreSheet>{share.thing.object});
    const auto maker = people::person(read, workspace, share.made_by);
    if (!sheet || sheet->binned_at || !maker) continue;
    dues.push_back({.what = fmt::format("{} asks for your comments: {}", maker->name, sheet->name),
                    .detail = share.part.empty() ? "The whole score sheet." : "One theme of it.",
                    .where = shared_url(request, share.id),
                    .state = share.looked_at ? "Looked at" : "New"});
  }
}

}  // namespace

std::string how_far(const RollUp& result) {
  const auto all = static_cast<int>(result.rows.size());
  const auto left = all - result.answered;
  if (left == 0) return fmt::format("All {} done.", all);
  const auto minutes = std::max(1, (left * seconds_per_theme + 30) / 60);
  return fmt::format("{} of {} done, about {} left.", result.answered, all,
                     counted(minutes, "minute", "minutes"));
}

std::vector<Due> due_from(sql::Read& read, const http::Request& request,
                          const signin::Member& member) {
  std::vector<Due> dues;
  const auto sheets = own_counted(read, member);
  for (const auto& counted : sheets)
    if (counted.sheet.open()) dues.push_back(open_sheet(request, counted));
  if (std::ranges::none_of(sheets, is_of_oneself)) dues.push_back(first_sheet(request));
  // Targets of the two newest sheets of each kind: the one in hand, and the one it is compared
  // with.
  std::map<std::string, Newest> newest_of;
  for (const auto& counted : sheets) {
    auto& newest = newest_of[counted.sheet.voice];
    if (!newest.counted) newest.counted = &counted;
    if (newest.sheets++ < 2) add_targets(read, request, counted, newest, dues);
  }
  add_shared(read, request, member, dues);
  std::ranges::stable_sort(dues, [](const Due& one, const Due& other) {
    return one.due_on && (!other.due_on || *one.due_on < *other.due_on);
  });
  return dues;
}

}  // namespace touchstone::self_assessment
