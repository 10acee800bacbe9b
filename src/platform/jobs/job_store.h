#pragma once
#include <optional>
#include <string_view>

#include "platform/jobs/jobs.h"

namespace touchstone::jobs {

bool is_any_due(sql::Read& read, Moment now);

// The job that has waited longest, leased until that moment; nobody else gets it before. One whose
// lease ran out counts as waiting. Its attempt tells this lease from all others.
std::optional<Job> take_due(sql::Housekeeping& housekeeping, Moment now, Moment leased_until);

// These change nothing when the lease has passed to another runner.
void finish(sql::Housekeeping& housekeeping, const Job& job);
void put_off(sql::Housekeeping& housekeeping, const Job& job, std::string_view problem,
             Moment run_at);
void give_up(sql::Housekeeping& housekeeping, const Job& job, std::string_view problem, Moment at);

// Jobs that nobody will try again.
std::int64_t dead_jobs(sql::Read& read);

}  // namespace touchstone::jobs
