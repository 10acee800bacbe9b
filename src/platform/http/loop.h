#pragma once
#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "platform/http/connection.h"
#include "platform/http/dispatcher.h"
#include "platform/http/server.h"

namespace touchstone::http {

// The one I/O thread: accepts, keeps count and time, and carries finished answers back to their
// connections.
class Loop {
 public:
  // Listens. Throws std::runtime_error with a sentence when it cannot.
  explicit Loop(const ServerSettings& settings);
  // Only connections that are gone may outlive it.
  ~Loop();
  std::uint16_t port() const { return port_; }
  void run(Dispatcher& dispatcher);
  void stop();  // from any thread

  const ServerSettings& settings() const { return settings_; }
  Dispatcher& dispatcher() { return *dispatcher_; }
  std::array<char, 64 * 1024>& scratch() { return scratch_; }
  // What a dispatcher calls when it is done, on any thread. It does not keep the connection, whose
  // socket must not outlive this loop; what comes for one that is gone is thrown away.
  Dispatcher::Done done_for(const std::shared_ptr<Connection>& connection);
  void forget(const std::shared_ptr<Connection>& connection);

 private:
  using Finished = std::pair<std::weak_ptr<Connection>, Shared>;
  void run_whatever_happens();
  void accept();
  void on_accepted(boost::asio::ip::tcp::socket socket);
  bool admit(const std::string& peer);
  void shed(boost::asio::ip::tcp::socket& socket);
  void tick();
  void wind_down();
  void deliver();

  const ServerSettings settings_;
  boost::asio::io_context io_{1};
  boost::asio::ip::tcp::acceptor acceptor_{io_};
  boost::asio::steady_timer timer_{io_};
  std::uint16_t port_ = 0;
  Dispatcher* dispatcher_ = nullptr;
  bool winding_down_ = false;
  bool accepting_ = false;
  Connection::Clock::time_point last_moment_{};
  std::unordered_set<std::shared_ptr<Connection>> connections_;
  std::unordered_map<std::string, std::size_t> per_address_;
  std::array<char, 64 * 1024> scratch_{};
  std::mutex mutex_;
  std::vector<Finished> finished_;  // guarded by mutex_
};

}  // namespace touchstone::http
