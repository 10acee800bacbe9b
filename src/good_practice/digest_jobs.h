#pragma once
#include "good_practice/digest_view.h"
#include "platform/jobs/jobs.h"

namespace touchstone::good_practice {

// The digest to everybody who wants it, noted as sent and logged as shared with them (E-12), in one
// turn. Empty when that month was mailed before; otherwise how many got it.
std::optional<std::int64_t> mail_to_readers(sql::Write& write, const people::Workspace& workspace,
                                            const MonthlyDigest& digest, Moment at);

// Of each organisation the digest of the month before, on the first working day of a month, once
// (E-14). Nothing where mail is not set up, nothing was shared or nobody wants it.
void mail_digests(sql::Database& database, Moment at);
// The same, every day.
void mail_digests_daily(jobs::Runner& runner);
// … and when a demo's clock goes on.
void mail_digests_by_demo_clock(sql::Write& write, Date today);
void plan_next_digests(sql::Database& database);

}  // namespace touchstone::good_practice
