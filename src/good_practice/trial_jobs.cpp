#include "good_practice/trial_jobs.h"

#include <fmt/format.h>

#include "good_practice/spreading_store.h"
#include "people/people.h"
#include "platform/html/url.h"
#include "platform/jobs/daily.h"
#include "platform/mail/mail.h"

namespace touchstone::good_practice {
namespace {

constexpr std::string_view trial_kind = "remind_of_trials";

void mail_reminder(sql::Write& write, const people::Workspace& workspace, const Trial& trial) {
  const auto person = people::person(write, workspace.id, trial.person);
  const auto item = listed_item(write, workspace.id.value, trial.practice);
  if (!item || !person || person->state != people::State::active) return;
  const auto to = mail::Address::from(people::own_address(write, *person));
  if (!to) return;
  const auto& site = mail::public_url();
  const auto where = site.empty()
                         ? std::string("Sign in to Touchstone: it stands in “Your work”.")
                         : site + url("/{}/ideas/trials/{}", workspace.slug, trial.id).text();
  auto housekeeping = write.housekeeping();
  mail::queue(housekeeping, workspace.id.value,
              {*to, "How does it go?",
               fmt::format("You try “{}” since {}, and wanted to look back at it now. Three "
                           "questions, two minutes:\n\n{}\n\nYou are not reminded again.\n",
                           item->practice().title, to_words(trial.since), where)});
}

// The first of those who wait, in a turn of its own. False when nobody does.
bool remind_next_trial(sql::Database& database, const people::Workspace& workspace) {
  const auto today = people::today(workspace, now());
  bool reminded = false;
  database.write([&](sql::Turn& turn) {
    sql::Write write(turn, {.workspace = workspace.id.value, .channel = sql::Channel::job});
    const auto due = trials_to_remind(write, workspace.id.value, today);
    reminded = !due.empty();
    if (!reminded) return sql::Verdict::undo;
    mail_reminder(write, workspace, due.front());
    note_reminder(write, due.front().id, today);
    write.finish(database.keys());
    return sql::Verdict::keep;
  });
  return reminded;
}

}  // namespace

void remind_of_trials(sql::Database& database) {
  if (!mail::is_set_up()) return;
  people::in_each_workspace(database, [&](const people::Workspace& workspace) {
    while (remind_next_trial(database, workspace)) {
    }
  });
}

void remind_of_trials_daily(jobs::Runner& runner) {
  jobs::every_day(runner, std::string(trial_kind), remind_of_trials);
}

void remind_of_trials_by_demo_clock(sql::Write& write, Date) {
  jobs::enqueue(write, trial_kind, "{}", now());
}

void plan_next_trial_reminding(sql::Database& database) {
  jobs::plan_next_day(database, trial_kind);
}

}  // namespace touchstone::good_practice
