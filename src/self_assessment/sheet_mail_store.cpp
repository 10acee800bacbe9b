#include "self_assessment/sheet_mail_store.h"

#include <fmt/format.h>

#include "platform/html/url.h"
#include "platform/mail/mail.h"
#include "platform/text.h"

namespace touchstone::self_assessment {
namespace {

void queue_to(sql::Write& write, std::string_view to, std::string_view subject, std::string text) {
  const auto address = mail::Address::from(to);
  if (!address) return;
  auto housekeeping = write.housekeeping();
  mail::queue(housekeeping, write.actor().workspace, {*address, subject, std::move(text)});
}

// "2 of your targets are due within a week, and 1 is late."
std::string in_words(const TargetsDue& due) {
  const auto soon = fmt::format("{} due within a week",
                                counted(due.soon, "of your targets is", "of your targets are"));
  if (due.late == 0) return soon + ".";
  if (due.soon == 0)
    return counted(due.late, "of your targets is late.", "of your targets are late.");
  return fmt::format("{}, and {} late.", soon, counted(due.late, "is", "are"));
}

}  // namespace

void mail_receipt(sql::Write& write, std::string_view to, const ScoreSheet& sheet, Date today,
                  std::string_view link) {
  queue_to(
      write, to, "Your score sheet is finished",
      fmt::format("You finished “{}” on {}. It is kept as it is now; for 24 hours you can open "
                  "it again.\n\n{}\n\nThis mail does not say how you scored: only you, and "
                  "those you share the sheet with, can see that.\n",
                  sheet.name, to_words(today), link));
}

void mail_request(sql::Write& write, std::string_view to, std::string_view maker,
                  std::string_view link) {
  queue_to(write, to, "Your comments on a score sheet",
           fmt::format("{} shares a score sheet with you and asks for your comments.\n\n{}\n\nYou "
                       "can read it for as long as it is shared with you. You are written to once "
                       "about each score sheet.\n",
                       maker, link));
}

void mail_targets_due(sql::Write& write, const people::Workspace& workspace, std::string_view to,
                      const TargetsDue& due) {
  const auto& site = mail::public_url();
  const auto where = site.empty() ? std::string("Sign in to Touchstone: they stand in “Your work”.")
                                  : fmt::format("They stand in “Your work”: {}{}", site,
                                                url("/{}", workspace.slug).text());
  queue_to(write, to, "A date that you set yourself",
           fmt::format("{} {}\n\nNobody else was told, and this mail does not say what they are "
                       "about. A target that you drop, or give another date, is not written about "
                       "again.\n",
                       in_words(due), where));
}

}  // namespace touchstone::self_assessment
