#include "signin/personal_store.h"

#include "platform/jobs/jobs.h"
#include "platform/mail/mail.h"
#include "signin/account_link_store.h"
#include "signin/device_store.h"
#include "signin/link_jobs.h"
#include "signin/session_store.h"

namespace touchstone::signin {
namespace {

void tell_of_phones(sql::Read& read, Id<people::Workspace> workspace, Id<people::Person> id,
                    std::vector<people::PersonalPart>& parts) {
  const auto person = people::person(read, workspace, id);
  if (!person || !person->account) return;
  people::PersonalPart part{.title = "Phones remembered"};
  for (const auto& row :
       read.rows("SELECT name, made_at FROM remembered_device WHERE account = ? ORDER BY made_at",
                 *person->account))
    part.facts.push_back({row.get<std::string>(0), "since " + to_rfc3339(row.get<Moment>(1))});
  if (!part.facts.empty()) parts.push_back(std::move(part));
}

void erase_invitations(sql::Write& write, Id<people::Person> person, std::vector<sql::Thing>&) {
  const auto workspace = write.actor().workspace;
  if (const auto who = people::person(write, {workspace}, person); who) {
    mail::forget(write, workspace, who->email);
    mail::forget(write, workspace, people::own_address(write, *who));
  }
  write.execute("DELETE FROM invitation WHERE ws = ? AND person = ?", workspace, person);
}

void forget_ways_in(sql::Write& write, const people::Account& account) {
  write.execute("DELETE FROM account_session WHERE account = ?", account.id);
  write.execute("DELETE FROM remembered_device WHERE account = ?", account.id);
  write.execute("DELETE FROM account_link WHERE account = ?", account.id);
  write.execute("DELETE FROM credential WHERE account = ?", account.id);
  mail::forget(write, account.email);
  jobs::forget_given_up(write, link_job);
}

}  // namespace

void end_ways_in(sql::Housekeeping& housekeeping, const people::Person& person) {
  if (!person.account) return;
  end_all(housekeeping, *person.account);
  forget_all(housekeeping, *person.account);
  use_up_all_links(housekeeping, *person.account);
}

people::PersonalRoom personal_room() {
  return {.tell = tell_of_phones, .erase = erase_invitations, .forget_account = forget_ways_in};
}

}  // namespace touchstone::signin
