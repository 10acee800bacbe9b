#include "good_practice/finder_mail_store.h"

#include <fmt/format.h>

#include "platform/html/url.h"
#include "platform/mail/mail.h"

namespace touchstone::good_practice {
namespace {

void mail_finder(sql::Write& write, const Practice& practice, std::string_view what,
                 std::string_view next) {
  const auto& actor = write.actor();
  if (!mail::is_set_up() || !practice.finder || practice.finder->value == actor.person) return;
  const auto finder = people::person(write, {actor.workspace}, *practice.finder);
  if (!finder || finder->state != people::State::active) return;
  const auto to = mail::Address::from(people::own_address(write, *finder));
  if (!to) return;
  const auto here = people::workspace(write, {actor.workspace});
  const auto& site = mail::public_url();
  const auto where = site.empty()
                         ? std::string("Sign in to Touchstone: it stands in “Ideas that work”.")
                         : site + url("/{}/ideas/{}", here.slug, practice.id).text();
  auto housekeeping = write.housekeeping();
  mail::queue(housekeeping, actor.workspace,
              {*to, fmt::format("Your idea is {}", what),
               fmt::format("Your idea “{}” is {}. {}\n\n{}\n", practice.title, what, next, where)});
}

}  // namespace

void mail_decision(sql::Write& write, const Practice& practice, Verdict verdict, bool is_listed) {
  switch (verdict) {
    case Verdict::agree:
      return mail_finder(
          write, practice, is_listed ? "validated and shared" : "validated",
          is_listed ? "Everybody here finds it now." : "Others find it once it is shared.");
    case Verdict::send_back:
      return mail_finder(write, practice, "sent back to you",
                         "Read why, change it, and send it again.");
    case Verdict::not_good_practice:
      return mail_finder(write, practice, "decided about", "Read what the quality team says.");
    case Verdict::merge:
      return mail_finder(write, practice, "put together with another",
                         "It is found there from now on.");
  }
}

void mail_listing(sql::Write& write, const Practice& practice) {
  mail_finder(write, practice, "shared", "Everybody here finds it now.");
}

}  // namespace touchstone::good_practice
