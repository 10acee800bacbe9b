#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "platform/mail/message.h"
#include "platform/mail/outbox_store.h"
#include "platform/mail/smtp.h"
#include "platform/secret.h"
#include "platform/sql/database.h"

// Mail leaves as a row of the same turn as the change that it tells of, and is sent afterwards.
namespace touchstone::mail {

// How mail is sent here.
struct Post {
  Server server{};
  Sender from;
  // "https://touchstone.example", for links; empty: as the request reached us.
  std::string public_url{};
  Digest key{};  // seals what waits
};

// Before anything serves; empty: mail is not set up.
void set_post(std::optional<Post> post);
bool is_set_up();
// Empty as in Post, and when mail is not set up.
const std::string& public_url();

// Puts it into the outbox; SQL only. Sent once, unless the program ends between sending and noting
// that: then again with the same Message-ID. Given up when it could not be sent within
// `useful_for`. Where mail is not set up it does nothing, and says false.
bool queue(sql::Housekeeping& housekeeping, const Uuid& workspace, const Message& message,
           std::chrono::seconds useful_for = std::chrono::hours(48));

struct Pace {
  std::chrono::milliseconds lease{5 * 60'000};    // longer than the server's patience
  std::chrono::milliseconds first_pause{60'000};  // doubles after each try, up to an hour
  std::chrono::milliseconds look_every{1'000};
  std::function<Moment()> clock = now;
};

// Sends what waits, one by one, in a thread of its own, so that a mail server that hangs holds up
// neither pages nor other work.
class PostOffice {
 public:
  explicit PostOffice(sql::Database& database, Pace pace = {});
  ~PostOffice();  // stops

  // Does nothing where mail is not set up.
  void start();
  void stop();  // within a second or two; what was under way is tried again after its lease
  // Sends what is due now, in the calling thread; how many it tried.
  std::size_t send_due();

  // For /metrics: mail_waiting, mail_sent, mail_given_up since the start.
  std::map<std::string, std::int64_t> figures() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace touchstone::mail
