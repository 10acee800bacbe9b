#include "good_practice/finder_mail_store.h"

#include <fmt/format.h>

#include "platform/html/url.h"
#include "platform/mail/mail.h"

namespace touchstone::good_practice {
namespace {

// Their address, unless they did it themselves or cannot be reached.
std::optional<mail::Address> reached_at(sql::Write& write,
                                        const std::optional<Id<people::Person>>& whom) {
  const auto& actor = write.actor();
  if (!mail::is_set_up() || !whom || whom->value == actor.person) return std::nullopt;
  const auto person = people::person(write, {actor.workspace}, *whom);
  if (!person || person->state != people::State::active) return std::nullopt;
  return mail::Address::from(people::own_address(write, *person));
}

// The page's address, or where it is found by those who are told none.
std::string where_to_find(const Url& page, std::string_view in) {
  const auto& site = mail::public_url();
  return site.empty() ? fmt::format("Sign in to Touchstone: it stands in “{}”.", in)
                      : site + page.text();
}

void send(sql::Write& write, const mail::Message& message) {
  auto housekeeping = write.housekeeping();
  mail::queue(housekeeping, write.actor().workspace, message);
}

std::string slug_here(sql::Write& write) {
  return people::workspace(write, {write.actor().workspace}).slug;
}

void mail_finder(sql::Write& write, const Practice& practice, std::string_view what,
                 std::string_view next) {
  const auto to = reached_at(write, practice.finder);
  if (!to) return;
  const auto where =
      where_to_find(url("/{}/ideas/{}", slug_here(write), practice.id), "Ideas that work");
  send(write, {*to, fmt::format("Your idea is {}", what),
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

void mail_tutor(sql::Write& write, const Practice& practice,
                const std::optional<Id<people::Person>>& before) {
  if (practice.tutor == before || practice.tutor == practice.finder) return;
  const auto to = reached_at(write, practice.tutor);
  if (!to) return;
  const auto where = where_to_find(url("/{}/your-data", slug_here(write)), "Your data");
  send(write,
       {*to, "Something that works was recorded as your teaching",
        fmt::format(
            "A colleague recorded something that works, and said that it is your teaching. The "
            "quality team reads it first; once it is validated you find it in “Ideas that work”. "
            "Nobody outside of your team reads your name with it unless you agree to that. What "
            "was written stands in “Your data” already. If it is not yours, tell the quality "
            "team.\n\n{}\n",
            where)});
}

void mail_listing(sql::Write& write, const Practice& practice) {
  mail_finder(write, practice, "shared", "Everybody here finds it now.");
}

}  // namespace touchstone::good_practice
