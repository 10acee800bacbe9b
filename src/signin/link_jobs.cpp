#include "signin/link_jobs.h"

#include <map>

#include "platform/html/url.h"
#include "platform/http/fields.h"
#include "platform/json/described.h"
#include "platform/json/flatten.h"
#include "signin/account_link_store.h"
#include "signin/account_mail_store.h"

namespace touchstone::signin {
namespace {

LinkRequest request_from(std::string_view payload) {
  http::Fields fields;
  Complaints complaints;
  json::flatten(
      payload,
      [&](std::string name, std::optional<std::string> value) {
        fields.add(std::move(name), std::move(value));
      },
      complaints);
  return {purpose_from_text(fields.text("purpose")), std::string(fields.text("email")),
          std::string(fields.text("site")), std::string(fields.text("next"))};
}

std::string link_address(const LinkRequest& asked, std::string_view secret) {
  if (asked.purpose == Purpose::password)
    return asked.site + url("/sign-in/password/{}", secret).text();
  const auto link = url("/sign-in/link/{}", secret);
  return asked.site + (asked.next.empty() ? link : link.with("next", asked.next)).text();
}

// Whoever made an account may have chosen its password without having the address. So its first
// link asks for a password, and what was chosen before ends with it.
Purpose purpose_for(const people::Account& account, Purpose asked) {
  return account.proved_at ? asked : Purpose::password;
}

void send_link(sql::Database& database, const jobs::Job& job) {
  auto asked = request_from(job.payload);
  database.write([&](sql::Turn& turn) {
    sql::Housekeeping housekeeping(turn);
    sweep_links(housekeeping, now());
    const auto account = people::account_by_email(housekeeping, asked.email);
    if (!account || account->state != people::State::active) return sql::Verdict::keep;
    asked.purpose = purpose_for(*account, asked.purpose);
    const auto secret = make_link(housekeeping, account->id, asked.purpose, account->email, now());
    mail_link(housekeeping, asked.purpose, account->email, link_address(asked, secret));
    return sql::Verdict::keep;
  });
}

}  // namespace

void ask_for_link(sql::Housekeeping& housekeeping, const LinkRequest& asked) {
  const std::map<std::string, std::string> payload{{"purpose", std::string(to_text(asked.purpose))},
                                                   {"email", asked.email},
                                                   {"site", asked.site},
                                                   {"next", asked.next}};
  jobs::enqueue(housekeeping, {}, link_job, json::text_of(payload), now());
}

void add_link_jobs(jobs::Runner& runner) {
  runner.on(std::string(link_job), send_link);
}

}  // namespace touchstone::signin
