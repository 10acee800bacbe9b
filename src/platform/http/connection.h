#pragma once
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "platform/http/dispatcher.h"
#include "platform/http/guard.h"
#include "platform/http/pace.h"

namespace touchstone::http {

class Loop;

// One client's connection. Lives on the I/O thread; the requests that come on it are answered one
// after another. Without a request it holds no buffer.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  using Clock = std::chrono::steady_clock;
  Connection(Loop& loop, boost::asio::ip::tcp::socket socket, std::string peer);

  void start();
  // Whether its deadline has passed, and what then happens: an answer of 408, or just the end.
  bool late(Clock::time_point now) const;
  void expire();
  // Ends it now when nothing is under way, otherwise after the answer.
  void wind_down();
  void close();
  // What the dispatcher made of the exchange.
  void take(const Shared& exchange);
  const std::string& peer() const { return peer_; }

 private:
  enum class State : std::uint8_t {
    idle,
    head,
    asking,
    body,
    feeding,
    working,
    writing,
    fetching,
    draining,
    closed
  };
  // Whether a worker has the exchange.
  bool with_worker() const {
    return state_ == State::asking || state_ == State::feeding || state_ == State::working ||
           state_ == State::fetching;
  }
  void enter(State state, Clock::duration time);
  void enter_body();
  void enter_writing();
  void wait_to_read();
  void on_readable();
  void examine();
  void begin(std::size_t head_length);
  void ask();
  void begin_body();
  void on_body_bytes();
  void feed(std::size_t bytes);
  void run();
  void refuse(int status, std::string_view sentence);
  void send(Answer answer);
  void write();
  void written();
  void fetch();
  void fetched();
  void account(int status);
  void next();

  Loop& loop_;
  boost::asio::ip::tcp::socket socket_;
  Clock::time_point deadline_;
  State state_ = State::idle;
  bool winding_down_ = false;
  std::string peer_;
  std::string in_;  // bytes not yet used
  guard::Examination examination_;
  Shared exchange_;
  std::size_t left_ = 0;  // of the body, or of what is still thrown away
  std::unique_ptr<Answer> out_;
  std::size_t sent_ = 0;
  Pace pace_;  // of the body that comes, or the answer that goes
};

}  // namespace touchstone::http
