#pragma once
#include <string>
#include <string_view>

#include "platform/jobs/jobs.h"
#include "signin/account_link.h"

namespace touchstone::signin {

inline constexpr std::string_view link_job = "account_link";

// Who asked for a link, as typed, known or not.
struct LinkRequest {
  Purpose purpose{};
  std::string email{};
  std::string site{};  // "https://touchstone.example"
  std::string next{};  // where they wanted to go; empty: nowhere in particular
};

// Asks for it later, so that the answer says and costs the same whether or not there is such an
// account.
void ask_for_link(sql::Housekeeping& housekeeping, const LinkRequest& asked);

// Teaches the runner to make and mail those links. Before it starts.
void add_link_jobs(jobs::Runner& runner);

}  // namespace touchstone::signin
