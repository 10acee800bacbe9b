#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/date.h"
#include "platform/sql/turn.h"

namespace touchstone::mail {

// One mail on its way out.
struct Waiting {
  Uuid workspace{};  // empty: about an account, whichever workspaces it belongs to
  Uuid id{};
  std::string message_id{};
  std::string recipient{};
  std::string subject{};
  std::string sealed_text{};
  Moment made_at{};
  Moment useful_until{};  // not sent later than that
  int attempt = 1;        // 1 for the first
};

void put_out(sql::Housekeeping& housekeeping, const Waiting& mail);

// In the order in which they were put out.
std::vector<Waiting> all_waiting(sql::Read& read);

bool is_any_mail_due(sql::Read& read, Moment now);
// The mail that has waited longest, leased until that moment; nobody else gets it before.
std::optional<Waiting> take_due_mail(sql::Housekeeping& housekeeping, Moment now,
                                     Moment leased_until);

// These change nothing when the lease has passed to another sender.
// Sent: nothing of it is kept, nor of earlier failures to reach the same address.
void mark_sent(sql::Housekeeping& housekeeping, const Waiting& mail);
void put_off(sql::Housekeeping& housekeeping, const Waiting& mail, std::string_view problem,
             Moment send_at);
// Its text is forgotten.
void give_up(sql::Housekeeping& housekeeping, const Waiting& mail, std::string_view problem,
             Moment at);
// Forgets what was given up before that moment.
void sweep_failed_mail(sql::Housekeeping& housekeeping, Moment before);

// Whatever waits for that address, or could not be sent to it.
void forget(sql::Write& write, std::string_view recipient);
// … of that workspace.
void forget(sql::Write& write, const Uuid& workspace, std::string_view recipient);

struct Outbox {
  std::int64_t waiting = 0;
  std::int64_t given_up = 0;
};
Outbox count_outbox(sql::Read& read);

struct Failure {
  Moment at{};
  std::string problem{};  // in the words of the server that refused it
};
// Of the last mail from this workspace to that address, if it was given up.
std::optional<Failure> last_failure(sql::Read& read, const Uuid& workspace,
                                    std::string_view recipient);

}  // namespace touchstone::mail
