#include "self_assessment/reminder_jobs.h"

#include <algorithm>
#include <set>
#include <vector>

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

struct Waiting {
  TargetsDue due{};  // in words for the mail
  std::vector<Id<Target>> targets{};
};

// Which of the targets still wait; none when all were reached meanwhile.
Waiting still_waiting(sql::Read& read, const Uuid& workspace, Id<people::Person> maker,
                      const std::set<Id<Target>>& asked, Date today) {
  Waiting still;
  const auto sheets = own_counted(read, workspace, maker);
  for (const auto& waiting : waiting_targets(read, workspace, sheets)) {
    if (!asked.contains(waiting.target.id)) continue;
    ++(*waiting.target.due_on < today ? still.due.late : still.due.soon);
    still.targets.push_back(waiting.target.id);
  }
  return still;
}

// Whether there was anything to write about. What was reached is not noted: it may wait again.
bool remind_one(sql::Write& write, const people::Workspace& workspace, Id<people::Person> maker,
                const std::set<Id<Target>>& asked, Date today) {
  const auto person = people::person(write, workspace.id, maker);
  if (!person || person->state != people::State::active) return false;
  const auto still = still_waiting(write, workspace.id.value, maker, asked, today);
  if (still.targets.empty()) return false;
  mail_targets_due(write, workspace, people::own_address(write, *person), still.due);
  for (const auto target : still.targets) note_reminder(write, target, today);
  return true;
}

// In a turn for each maker, so that others wait little; what was changed meanwhile counts.
void remind_maker(sql::Database& database, const people::Workspace& workspace,
                  Id<people::Person> maker, Date today) {
  database.write([&](sql::Turn& turn) {
    sql::Write write(turn, {.workspace = workspace.id.value, .channel = sql::Channel::job});
    std::set<Id<Target>> asked;
    for (const auto& each : targets_to_remind(write, workspace.id.value, today, maker))
      asked.insert(each.target);
    if (asked.empty() || !remind_one(write, workspace, maker, asked, today))
      return sql::Verdict::undo;
    write.finish(database.keys());
    return sql::Verdict::keep;
  });
}

void remind_in(sql::Database& database, const people::Workspace& workspace) {
  const auto today = people::today(workspace, now());
  std::set<Id<people::Person>> makers;
  database.read([&](sql::Read& read) {
    for (const auto& each : targets_to_remind(read, workspace.id.value, today))
      makers.insert(each.maker);
  });
  for (const auto maker : makers) remind_maker(database, workspace, maker, today);
}

}  // namespace

void remind_of_targets(sql::Database& database) {
  if (!mail::is_set_up()) return;
  people::in_each_workspace(
      database, [&](const people::Workspace& workspace) { remind_in(database, workspace); });
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
