#include "signin/personal_store.h"

#include "platform/jobs/jobs.h"
#include "platform/mail/mail.h"
#include "signin/account_link_store.h"
#include "signin/device_store.h"
#include "signin/link_jobs.h"
#include "signin/session_store.h"
#include "signin/slip_store.h"

namespace touchstone::signin {
namespace {

void tell_of_phones(sql::Read& read, Id<people::Workspace> workspace, Id<people::Account> account,
                    std::vector<people::PersonalPart>& parts) {
  people::PersonalPart part{.title = "Phones remembered"};
  for (const auto& row :
       read.rows("SELECT name, made_at FROM remembered_device WHERE account = ? ORDER BY made_at",
                 account))
    part.facts.push_back({row.get<std::string>(0),
                          "since " + people::in_words(read, workspace, row.get<Moment>(1))});
  if (!part.facts.empty()) parts.push_back(std::move(part));
}

void tell_of_slip(sql::Read& read, Id<people::Workspace> workspace, Id<people::Account> account,
                  std::vector<people::PersonalPart>& parts) {
  if (const auto slip = slip_of(read, account, now()))
    parts.push_back(
        {.title = "A slip for next time",
         .facts = {{"Made", people::in_words(read, workspace, slip->made_at)},
                   {"Works once, until", people::in_words(read, workspace, slip->expires)}}});
}

void tell_of_ways_in(sql::Read& read, Id<people::Workspace> workspace, Id<people::Person> id,
                     std::vector<people::PersonalPart>& parts) {
  const auto person = people::person(read, workspace, id);
  if (!person || !person->account) return;
  tell_of_phones(read, workspace, *person->account, parts);
  tell_of_slip(read, workspace, *person->account, parts);
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

bool is_let_in_nowhere(sql::Read& read, const people::Person& person) {
  return person.account && people::workspaces_of(read, *person.account).empty();
}

}  // namespace

void end_ways_in(sql::Write& write, const people::Person& person) {
  if (!person.account) return;
  end_slip_of_the_closed(write, *person.account);
  auto housekeeping = write.housekeeping();
  forget_all(housekeeping, *person.account);
  use_up_all_links(housekeeping, *person.account);
  if (!is_let_in_nowhere(write, person)) end_all(housekeeping, *person.account);
}

void end_sessions_of_the_closed(sql::Write& write, const people::Person& person) {
  if (!is_let_in_nowhere(write, person)) return;
  auto housekeeping = write.housekeeping();
  end_all(housekeeping, *person.account);
}

people::PersonalRoom personal_room() {
  return {.tell = tell_of_ways_in, .erase = erase_invitations, .forget_account = forget_ways_in};
}

}  // namespace touchstone::signin
