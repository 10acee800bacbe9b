#include "load.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <stdexcept>
#include <system_error>

namespace touchstone::bench {
namespace {

constexpr std::size_t longest_reply = 8 * 1024 * 1024;  // bytes

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

double milliseconds(Clock::duration time) {
  return std::chrono::duration<double, std::milli>(time).count();
}

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// As a run of measures of which a share of `part` is smaller. Reorders them.
double quantile(std::vector<double>& measures, double part) {
  if (measures.empty()) return 0;
  const auto at = static_cast<std::ptrdiff_t>(part * static_cast<double>(measures.size() - 1));
  std::nth_element(measures.begin(), measures.begin() + at, measures.end());
  return measures[static_cast<std::size_t>(at)];
}

}  // namespace

struct Clients::Connection {
  int socket = -1;
  std::string buffer = std::string(256 * 1024, '\0');
  std::size_t filled = 0;
  std::size_t head = 0;   // its length, when it is there
  std::size_t whole = 0;  // head and body
  Clock::time_point sent;

  void connect(std::uint16_t port) {
    socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
      fail("connect");
    const int yes = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  }

  void send(std::string_view request) {
    filled = head = whole = 0;
    sent = Clock::now();
    while (!request.empty()) {
      const auto count = ::send(socket, request.data(), request.size(), MSG_NOSIGNAL);
      if (count <= 0) fail("send");
      request.remove_prefix(static_cast<std::size_t>(count));
    }
  }

  // True when the whole reply is there.
  bool receive() {
    const auto count = ::recv(socket, buffer.data() + filled, buffer.size() - filled, 0);
    if (count <= 0) throw std::runtime_error("the server closed a connection");
    filled += static_cast<std::size_t>(count);
    if (head == 0) find_head();
    return head > 0 && filled >= whole;
  }

  void find_head() {
    const std::string_view text(buffer.data(), filled);
    const auto end = text.find("\r\n\r\n");
    if (end == text.npos) return;
    head = end + 4;
    const auto length = header({0, text.substr(0, head), {}}, "Content-Length");
    whole = head + (status() == 304 ? 0 : static_cast<std::size_t>(number(length)));
    if (whole > longest_reply) throw std::runtime_error("a reply is longer than expected");
    if (whole > buffer.size()) buffer.resize(whole);
  }

  int status() const { return number(std::string_view(buffer).substr(9, 3)); }

  Reply reply() const {
    const std::string_view text(buffer.data(), whole);
    return {status(), text.substr(0, head), text.substr(head)};
  }
};

std::string request(std::string_view method, std::string_view target, std::uint16_t port,
                    std::string_view more, std::string_view body) {
  std::string text(method);
  text.append(" ").append(target).append(" HTTP/1.1\r\nHost: 127.0.0.1:");
  text.append(std::to_string(port)).append("\r\n").append(more);
  if (method == "POST")
    text.append("Content-Length: ").append(std::to_string(body.size())).append("\r\n");
  return text.append("\r\n").append(body);
}

std::string_view header(const Reply& reply, std::string_view name) {
  const auto line = "\r\n" + std::string(name) + ": ";
  const auto at = reply.head.find(line);
  if (at == reply.head.npos) return {};
  const auto value = reply.head.substr(at + line.size());
  return value.substr(0, value.find("\r\n"));
}

Clients::Clients(std::uint16_t port, std::size_t count)
    : port_(port), poll_(::epoll_create1(EPOLL_CLOEXEC)) {
  if (poll_ < 0) fail("epoll_create1");
  for (std::size_t i = 0; i < count; ++i) {
    auto& connection = *connections_.emplace_back(std::make_unique<Connection>());
    connection.connect(port);
    epoll_event event{.events = EPOLLIN, .data = {.u64 = i}};
    if (::epoll_ctl(poll_, EPOLL_CTL_ADD, connection.socket, &event) != 0) fail("epoll_ctl");
  }
}

Clients::~Clients() {
  for (const auto& connection : connections_) ::close(connection->socket);
  ::close(poll_);
}

Outcome Clients::run(double seconds, const std::function<std::string_view(std::size_t)>& next,
                     const std::function<void(std::size_t, const Reply&)>& took) {
  std::vector<double> times;
  const auto begin = Clock::now();
  const auto end =
      begin + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
  for (std::size_t i = 0; i < connections_.size(); ++i) connections_[i]->send(next(i));
  std::array<epoll_event, 64> events;
  for (auto under_way = connections_.size(); under_way > 0;) {
    const int count = ::epoll_wait(poll_, events.data(), static_cast<int>(events.size()), 10'000);
    if (count <= 0) throw std::runtime_error("the server answers no more");
    for (int i = 0; i < count; ++i) {
      const auto client = events.at(static_cast<std::size_t>(i)).data.u64;
      auto& connection = *connections_.at(client);
      if (!connection.receive()) continue;
      const auto at = Clock::now();
      times.push_back(milliseconds(at - connection.sent));
      took(client, connection.reply());
      if (at < end)
        connection.send(next(client));
      else
        --under_way;
    }
  }
  const auto all = milliseconds(Clock::now() - begin) / 1000;
  return {static_cast<double>(times.size()) / all, quantile(times, 0.5), quantile(times, 0.99)};
}

Reply Clients::ask(std::string_view request) {
  auto& connection = *connections_.front();
  connection.send(request);
  while (!connection.receive()) continue;
  return connection.reply();
}

}  // namespace touchstone::bench
