#include "good_practice/digest_jobs.h"

#include "good_practice/digest_store.h"
#include "good_practice/spreading_store.h"
#include "platform/jobs/daily.h"
#include "platform/mail/mail.h"
#include "platform/text.h"

namespace touchstone::good_practice {
namespace {

constexpr std::string_view digest_kind = "mail_digests";
constexpr std::string_view why_they_get_it =
    "\nYou get this because you asked for it on the page “Ideas that work”. You can stop it "
    "there.\n";

void log_as_shared(sql::Write& write, const Listed& item, std::int64_t people, Date on, Moment at) {
  const auto by = write.actor().person;
  Sharing sharing{.id = Id<Sharing>::fresh(),
                  .practice = item.practice().id,
                  .channel = "digest",
                  .audience = counted(people, "person who asked for it", "people who asked for it"),
                  .shared_on = on};
  if (!by.empty()) sharing.made_by = Id<people::Person>{by};
  log_sharing(write, item, sharing, at);
}

void mail_one(sql::Database& database, const people::Workspace& workspace, Moment at) {
  const auto month = month_to_mail(people::today(workspace, at));
  if (!month) return;
  database.write([&](sql::Turn& turn) {
    sql::Write write(turn, {.workspace = workspace.id.value, .channel = sql::Channel::job});
    const auto digest = monthly_digest(write, workspace, *month, mail::public_url());
    if (digest.items.empty() || digest_readers(write, workspace.id.value).empty() ||
        !mail_to_readers(write, workspace, digest, at))
      return sql::Verdict::undo;
    write.finish(database.keys());
    return sql::Verdict::keep;
  });
}

}  // namespace

std::optional<std::int64_t> mail_to_readers(sql::Write& write, const people::Workspace& workspace,
                                            const MonthlyDigest& digest, Moment at) {
  const auto month = to_text(digest.month);
  if (digest_sent(write, workspace.id.value, month)) return std::nullopt;
  const auto subject = "Ideas that work, " + in_words(digest.month);
  const auto text = digest_text(workspace.name, digest.month, digest.lines).append(why_they_get_it);
  std::int64_t people = 0;
  auto housekeeping = write.housekeeping();
  for (const auto& reader : digest_readers(write, workspace.id.value))
    if (const auto to = mail::Address::from(people::own_address(write, reader)))
      people += mail::queue(housekeeping, workspace.id.value, {*to, subject, text}) ? 1 : 0;
  note_digest(write, month, people, at);
  const auto today = people::today(workspace, at);
  for (const auto& item : digest.items) log_as_shared(write, item, people, today, at);
  return people;
}

void mail_digests(sql::Database& database, Moment at) {
  if (!mail::is_set_up()) return;
  people::in_each_workspace(
      database, [&](const people::Workspace& workspace) { mail_one(database, workspace, at); });
}

void mail_digests_daily(jobs::Runner& runner) {
  jobs::every_day(runner, std::string(digest_kind),
                  [](sql::Database& database) { mail_digests(database, now()); });
}

void mail_digests_by_demo_clock(sql::Write& write, Date) {
  jobs::enqueue(write, digest_kind, "{}", now());
}

void plan_next_digests(sql::Database& database) {
  jobs::plan_next_day(database, digest_kind);
}

}  // namespace touchstone::good_practice
