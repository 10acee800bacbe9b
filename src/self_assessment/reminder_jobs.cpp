#include "self_assessment/reminder_jobs.h"

#include <algorithm>
#include <set>

#include "people/people.h"
#include "platform/jobs/daily.h"
#include "platform/mail/mail.h"
#include "self_assessment/counted_view.h"
#include "self_assessment/sheet_mail_store.h"
#include "self_assessment/target_store.h"
#include "self_assessment/waiting_target_view.h"

namespace touchstone::self_assessment {
namespace {

constexpr std::string_view reminder_kind = "remind_of_targets";

// Which of the targets still wait, in words for the mail; empty when all were reached meanwhile.
TargetsDue still_waiting(sql::Read& read, const Uuid& workspace, Id<people::Person> maker,
                         const std::set<Id<Target>>& asked, Date today) {
  TargetsDue due;
  const auto sheets = own_counted(read, workspace, maker);
  for (const auto& waiting : waiting_targets(read, workspace, sheets)) {
    if (!asked.contains(waiting.target.id)) continue;
    ++(*waiting.target.due_on < today ? due.late : due.soon);
  }
  return due;
}

void remind_one(sql::Write& write, const people::Workspace& workspace, Id<people::Person> maker,
                const std::set<Id<Target>>& asked, Date today) {
  const auto due = still_waiting(write, workspace.id.value, maker, asked, today);
  const auto person = people::person(write, workspace.id, maker);
  if (person && person->state == people::State::active && due.soon + due.late > 0)
    mail_targets_due(write, workspace, person->email, due);
  for (const auto target : asked) note_reminder(write, target, today);
}

// The first of those who wait, in a turn of its own, so that others wait little. False when nobody
// does.
bool remind_next(sql::Database& database, const people::Workspace& workspace) {
  const auto today = people::today(workspace, now());
  bool reminded = false;
  database.write([&](sql::Turn& turn) {
    sql::Write write(turn, {.workspace = workspace.id.value, .channel = sql::Channel::job});
    const auto found = targets_to_remind(write, workspace.id.value, today);
    reminded = !found.empty();
    if (!reminded) return sql::Verdict::undo;
    std::set<Id<Target>> asked;
    for (const auto& each : found)
      if (each.maker == found.front().maker) asked.insert(each.target);
    remind_one(write, workspace, found.front().maker, asked, today);
    write.finish(database.keys());
    return sql::Verdict::keep;
  });
  return reminded;
}

}  // namespace

void remind_of_targets(sql::Database& database) {
  if (!mail::is_set_up()) return;
  std::vector<people::Workspace> workspaces;
  database.read([&](sql::Read& read) { workspaces = people::all_workspaces(read); });
  for (const auto& workspace : workspaces)
    while (remind_next(database, workspace)) {
    }
}

void remind_of_targets_daily(jobs::Runner& runner) {
  jobs::every_day(runner, std::string(reminder_kind), remind_of_targets);
}

void remind_by_demo_clock(sql::Write& write, Date) {
  jobs::enqueue(write, reminder_kind, "{}", now());
}

void plan_next_reminding(sql::Database& database) {
  jobs::plan_next_day(database, reminder_kind);
}

}  // namespace touchstone::self_assessment
