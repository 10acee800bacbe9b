#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "platform/mail/message.h"

// One conversation with a mail server.
namespace touchstone::mail {

struct Server {
  // "smtps://HOST", or "smtp://HOST:587", which must offer STARTTLS; only on this machine itself
  // may it go without.
  std::string url{};
  std::string user{};  // empty: none is asked for
  std::string password{};
  std::string authorities{};          // a file of CA certificates; empty: those of the system
  std::chrono::seconds patience{60};  // for the whole conversation
};
// A sentence about what is wrong with the address; empty when nothing is.
std::string complaint_about_smtp(std::string_view url);

enum class Outcome : std::uint8_t {
  sent,
  later,  // not reached, busy, or it does not accept our password: may do better another time
  never   // refused for good
};
struct Delivery {
  Outcome outcome = Outcome::later;
  std::string problem{};  // one line for the log and for people; without the recipient's mail
};

// `bytes` as as_sent() makes them. Ends early, as `later`, when asked to stop. Never throws.
Delivery deliver(const Server& server, const Sender& from, const Address& to,
                 std::string_view bytes, const std::stop_token& stop);

// Greets the server, with TLS and password, and sends nothing. Why that did not work.
std::optional<std::string> why_not_reached(const Server& server, const Sender& from);

}  // namespace touchstone::mail
