#include "platform/http/loop.h"

#include <boost/asio/ip/address.hpp>
#include <boost/asio/post.hpp>
#include <stdexcept>

#include "platform/log/log.h"

namespace touchstone::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

constexpr auto between_ticks = std::chrono::milliseconds(100);

// The client's address; an IPv4 address inside IPv6 is the IPv4 address.
std::string peer_of(const tcp::socket& socket) {
  error_code error;
  const auto address = socket.remote_endpoint(error).address();
  if (error) return {};
  if (address.is_v6() && address.to_v6().is_v4_mapped())
    return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
  return address.to_string();
}

tcp::endpoint endpoint_of(const ServerSettings& settings) {
  auto host = settings.host == "localhost" ? std::string("127.0.0.1") : settings.host;
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  error_code error;
  const auto address = asio::ip::make_address(host, error);
  if (error)
    throw std::runtime_error("Cannot listen on “" + settings.host + "”: give an IP address.");
  return {address, settings.port};
}

}  // namespace

Loop::Loop(const ServerSettings& settings) : settings_(settings) {
  const auto endpoint = endpoint_of(settings_);
  error_code error;
  acceptor_.open(endpoint.protocol(), error);
  if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor_.bind(endpoint, error);
  if (!error) acceptor_.listen(4096, error);
  if (error)
    throw std::runtime_error("Cannot listen on " + settings_.host + ":" +
                             std::to_string(settings_.port) + ": " + error.message() + ".");
  port_ = acceptor_.local_endpoint().port();
}

Loop::~Loop() = default;

void Loop::run(Dispatcher& dispatcher) {
  dispatcher_ = &dispatcher;
  accept();
  tick();
  run_whatever_happens();
  acceptor_.close();
  for (const auto& connection : std::exchange(connections_, {})) connection->close();
}

// One connection that cannot be served must not end the service of all others.
void Loop::run_whatever_happens() {
  for (;;) {
    try {
      io_.run();
      return;
    } catch (const std::exception& error) {
      log::error("the loop goes on after: {}", error.what());
    }
  }
}

void Loop::stop() {
  asio::post(io_, [this] { wind_down(); });
}

void Loop::accept() {
  accepting_ = true;
  acceptor_.async_accept([this](error_code error, tcp::socket socket) {
    accepting_ = false;
    if (winding_down_) return;
    // Without a free file descriptor or memory the next one waits for the next tick.
    if (error && error != asio::error::connection_aborted) return;
    if (!error) on_accepted(std::move(socket));
    accept();
  });
}

void Loop::on_accepted(tcp::socket socket) {
  auto peer = peer_of(socket);
  if (peer.empty()) return;
  error_code ignored;
  socket.non_blocking(true, ignored);
  if (!admit(peer)) {
    shed(socket);
    return;
  }
  socket.set_option(tcp::no_delay(true), ignored);
  auto connection = std::make_shared<Connection>(*this, std::move(socket), std::move(peer));
  connections_.insert(connection);
  dispatcher_->metrics().connections.store(static_cast<std::int64_t>(connections_.size()));
  connection->start();
}

bool Loop::admit(const std::string& peer) {
  if (connections_.size() >= settings_.connections) return false;
  auto& count = per_address_[peer];
  if (count >= settings_.connections_per_address && !dispatcher_->trusts(peer)) return false;
  ++count;
  return true;
}

void Loop::shed(tcp::socket& socket) {
  dispatcher_->metrics().connections_shed.fetch_add(1);
  const auto answer =
      dispatcher_->refuse(503, "Too many connections are open. Try again in a few seconds.");
  error_code ignored;
  const std::array buffers{asio::buffer(answer.head), asio::buffer(answer.body)};
  socket.write_some(buffers, ignored);
  // Closing with unread bytes would take the answer back.
  socket.read_some(asio::buffer(scratch_), ignored);
  socket.shutdown(tcp::socket::shutdown_send, ignored);
}

void Loop::forget(const std::shared_ptr<Connection>& connection) {
  if (connections_.erase(connection) == 0) return;
  dispatcher_->metrics().connections.store(static_cast<std::int64_t>(connections_.size()));
  const auto count = per_address_.find(connection->peer());
  if (count != per_address_.end() && --count->second == 0) per_address_.erase(count);
  if (winding_down_ && connections_.empty()) io_.stop();
}

void Loop::tick() {
  timer_.expires_after(between_ticks);
  timer_.async_wait([this](error_code error) {
    if (error) return;
    const auto now = Connection::Clock::now();
    std::vector<std::shared_ptr<Connection>> late;
    for (const auto& connection : connections_)
      if (connection->late(now)) late.push_back(connection);
    for (const auto& connection : late) connection->expire();
    if (winding_down_ && now > last_moment_) io_.stop();
    if (!accepting_ && !winding_down_) accept();
    tick();
  });
}

void Loop::wind_down() {
  if (winding_down_) return;
  winding_down_ = true;
  last_moment_ = Connection::Clock::now() + settings_.farewell;
  error_code ignored;
  acceptor_.close(ignored);
  const auto all = std::vector(connections_.begin(), connections_.end());
  for (const auto& connection : all) connection->wind_down();
  if (connections_.empty()) io_.stop();
}

Dispatcher::Done Loop::done_for(const std::shared_ptr<Connection>& connection) {
  return [this, connection = std::weak_ptr(connection)](const Shared& exchange) {
    bool first = false;
    {
      const std::lock_guard lock(mutex_);
      first = finished_.empty();
      finished_.emplace_back(connection, exchange);
    }
    if (first) asio::post(io_, [this] { deliver(); });
  };
}

void Loop::deliver() {
  std::vector<Finished> batch;
  {
    const std::lock_guard lock(mutex_);
    batch.swap(finished_);
  }
  for (auto& [waiting, exchange] : batch)
    if (const auto connection = waiting.lock())
      connection->take(exchange);
    else
      dispatcher_->discard(std::move(exchange));
}

}  // namespace touchstone::http
