#include "signin/account_mail_store.h"

#include <fmt/format.h>

#include <stdexcept>

#include "platform/mail/mail.h"

namespace touchstone::signin {
namespace {

constexpr std::string_view not_you =
    "If this was not you, tell the person who keeps the staff list in your organisation at once.\n";

void put_in_post(sql::Housekeeping& housekeeping, std::string_view to, std::string_view subject,
                 std::string text, std::chrono::seconds useful_for = std::chrono::hours(48)) {
  if (auto address = mail::Address::from(to))
    mail::queue(housekeeping, {}, {*std::move(address), subject, std::move(text)}, useful_for);
}

}  // namespace

void mail_link(sql::Housekeeping& housekeeping, Purpose purpose, std::string_view to,
               std::string_view address) {
  const auto minutes = lifetime_of(purpose);
  const auto send = [&](std::string_view subject, std::string_view what, std::string_view how,
                        std::string_view otherwise) {
    put_in_post(housekeeping, to, subject,
                fmt::format("Somebody, probably you, {}.\n\n{}\n\nThe link works once, within {} "
                            "minutes. {}\n\nIf it was not you, {}\n",
                            what, address, minutes.count(), how, otherwise),
                minutes);
  };
  switch (purpose) {
    case Purpose::sign_in:
      return send("Your link to sign in to Touchstone",
                  fmt::format("asked to sign in to Touchstone as {} without a password", to),
                  "The page that it opens has a button that signs you in.",
                  "do nothing: without this mail nobody can use the link.");
    case Purpose::password:
      return send("Choose a new password for Touchstone",
                  fmt::format("forgot the password of {} for Touchstone", to),
                  "The page that it opens asks for your new password.",
                  "do nothing: your password stays as it is.");
    case Purpose::email:
      return send("Confirm your email address for Touchstone",
                  fmt::format("wants to sign in to Touchstone as {} from now on", to),
                  "The page that it opens has a button that confirms it.",
                  "do nothing: nothing changes.");
    case Purpose::slip:
      throw std::logic_error("a slip goes by no mail");
  }
}

void mail_address_in_use(sql::Housekeeping& housekeeping, std::string_view to) {
  put_in_post(housekeeping, to, "You have an account in Touchstone already",
              fmt::format("Somebody, probably you, wanted another account of Touchstone to use the "
                          "address {}. There is an account with it already, so nothing was "
                          "changed. Sign in with it as it is.\n",
                          to));
}

bool mail_invitation(sql::Write& write, std::string_view to, std::string_view organisation,
                     std::string_view link, Date until) {
  const auto address = mail::Address::from(to);
  if (!address) return false;
  const auto text = fmt::format(
      "{} uses Touchstone, and you are invited to come in as {}.\n\n{}\n\nThe page that it opens "
      "asks you for a password: one that you choose, or that of the account you have. The link "
      "works once, until {}.\n\nIf this is not for you, "
      "delete this mail.\n",
      organisation, to, link, to_words(until));
  auto housekeeping = write.housekeeping();
  return mail::queue(housekeeping, write.actor().workspace,
                     {*address, "Come in to Touchstone", text}, std::chrono::days(7));
}

void mail_password_changed(sql::Housekeeping& housekeeping, std::string_view to) {
  put_in_post(housekeeping, to, "Your password for Touchstone was changed",
              fmt::format("The password of {} for Touchstone was changed just now, and all other "
                          "devices were signed out.\n\n{}",
                          to, not_you));
}

void mail_slip_used(sql::Housekeeping& housekeeping, std::string_view to) {
  put_in_post(housekeeping, to, "Your slip for Touchstone was used",
              fmt::format("Somebody signed in to Touchstone as {} just now by the slip that you "
                          "made for next time. It does not work any more; make another on “Your "
                          "account”.\n\nIf this was not you, choose a new password at once: that "
                          "signs them out. {}",
                          to, not_you));
}

void mail_address_changed(sql::Housekeeping& housekeeping, std::string_view to,
                          std::string_view new_address) {
  put_in_post(housekeeping, to, "Your email address for Touchstone was changed",
              fmt::format("You sign in to Touchstone as {} from now on, and no longer as {}.\n\n{}",
                          new_address, to, not_you));
}

}  // namespace touchstone::signin
