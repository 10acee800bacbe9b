#include "self_assessment/due_view.h"

#include <fmt/format.h>

#include <algorithm>

#include "platform/text.h"
#include "self_assessment/address_parts.h"
#include "self_assessment/counted_view.h"
#include "self_assessment/first_steps_view.h"
#include "self_assessment/score_sheet_store.h"
#include "self_assessment/shared_thing.h"
#include "self_assessment/waiting_target_view.h"

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

void add_targets(const http::Request& request, const std::vector<WaitingTarget>& targets,
                 std::vector<Due>& dues) {
  for (const auto& waiting : targets)
    dues.push_back(
        {.what = fmt::format("Your target for {}", waiting.theme),
         .detail = waiting.target.text,
         .due_on = waiting.target.due_on,
         .where =
             sheet_url(request, waiting.sheet, "result").at("target-" + waiting.target.element)});
}

// Without what is in the bin of whoever shows it.
std::vector<ShownToOne> shown_of(sql::Read& read, const http::Request& request,
                                 const signin::Member& member,
                                 const std::vector<sharing::Share>& shares) {
  std::vector<ShownToOne> all;
  const auto workspace = member.workspace();
  for (const auto& share : shares) {
    const auto sheet = score_sheet(read, workspace.value, Id<ScoreSheet>{share.thing.object});
    const auto maker = people::person(read, workspace, share.made_by);
    if (!sheet || sheet->binned_at || !maker) continue;
    all.push_back({maker->name, sheet->name, share.part.empty(), share.looked_at,
                   shared_url(request, share.id)});
  }
  return all;
}

// What colleagues show to the member and wait for: their comment, or that they put it away.
void add_shared(sql::Read& read, const http::Request& request, const signin::Member& member,
                std::vector<Due>& dues) {
  const auto waiting =
      sharing::shares_waiting_for(read, member.workspace().value, member.person(), shared_noun);
  for (const auto& shown : shown_of(read, request, member, waiting))
    dues.push_back({.what = fmt::format("{} asks for your comments: {}", shown.maker, shown.sheet),
                    .detail = shown.of_whole ? "The whole score sheet." : "One theme of it.",
                    .where = shown.where,
                    .state = shown.looked_at ? "No comment yet" : "New"});
}

// What colleagues wrote about what the member shows to them.
void add_comments(sql::Read& read, const http::Request& request, const signin::Member& member,
                  std::vector<Due>& dues) {
  const auto workspace = member.workspace();
  for (const auto& [share, comments] :
       sharing::unread_by(read, workspace.value, member.person(), shared_noun)) {
    const auto sheet = score_sheet(read, workspace.value, Id<ScoreSheet>{share.thing.object});
    const auto reader = people::person(read, workspace, share.audience);
    if (!sheet || sheet->binned_at || !reader) continue;
    dues.push_back({.what = fmt::format("{} wrote about {}", reader->name, sheet->name),
                    .detail = counted(static_cast<int>(comments), "comment", "comments"),
                    .where = shared_url(request, share.id),
                    .state = "New"});
  }
}

std::vector<MoreDue>& others_due() {
  static std::vector<MoreDue> all;
  return all;
}

}  // namespace

void also_due_from(MoreDue more) {
  if (std::ranges::find(others_due(), more) == others_due().end()) others_due().push_back(more);
}

bool is_asked(sql::Read& read, const http::Request& request, const signin::Member& member) {
  const auto roles =
      people::roles_of(read, member.workspace(), member.person(), request.visitor.today);
  return std::ranges::find(roles, people::Role::tutor, &people::RoleGrant::role) != roles.end();
}

std::string how_far(const RollUp& result) {
  const auto all = static_cast<int>(result.rows.size());
  const auto left = all - result.answered;
  if (left == 0) return fmt::format("All {} done.", all);
  const auto minutes = std::max(1, (left * seconds_per_theme + 30) / 60);
  return fmt::format("{} of {} done, about {} left.", result.answered, all,
                     counted(minutes, "minute", "minutes"));
}

ShownPage shown_to(sql::Read& read, const http::Request& request, const signin::Member& member,
                   const std::optional<sharing::ShareEnd>& after) {
  const auto page =
      sharing::shares_with(read, member.workspace().value, member.person(), shared_noun, after);
  return {shown_of(read, request, member, page.shares), page.next};
}

std::map<Uuid, std::vector<std::string>> shown_by(sql::Read& read, const signin::Member& member) {
  std::map<Uuid, std::vector<std::string>> names;
  const auto workspace = member.workspace();
  for (const auto& share :
       sharing::shares_by(read, workspace.value, member.person(), shared_noun)) {
    auto& of_sheet = names[share.thing.object];
    const auto reader = people::person(read, workspace, share.audience);
    if (reader && std::ranges::find(of_sheet, reader->name) == of_sheet.end())
      of_sheet.push_back(reader->name);
  }
  return names;
}

std::vector<Due> due_from(sql::Read& read, const http::Request& request,
                          const signin::Member& member) {
  std::vector<Due> dues;
  const auto sheets = own_counted(read, member.workspace().value, member.person());
  for (const auto& counted : sheets)
    if (counted.sheet.open()) dues.push_back(open_sheet(request, counted));
  if (std::ranges::none_of(sheets, is_of_oneself) && is_asked(read, request, member))
    dues.push_back(first_sheet(request));
  add_targets(request, waiting_targets(read, member.workspace().value, sheets), dues);
  // What concerns others is not for a phone that somebody may have found.
  if (!request.visitor.remembered) {
    add_first_steps(read, request, member, dues);
    add_shared(read, request, member, dues);
    add_comments(read, request, member, dues);
    for (const auto more : others_due()) more(read, request, member, dues);
  }
  std::ranges::stable_sort(dues, [](const Due& one, const Due& other) {
    return one.due_on && (!other.due_on || *one.due_on < *other.due_on);
  });
  return dues;
}

}  // namespace touchstone::self_assessment
