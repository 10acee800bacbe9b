#include "platform/http/raw_test.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

namespace touchstone::http::testing {
namespace {

sockaddr_in address_of(const char* host, std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  ::inet_pton(AF_INET, host, &address.sin_addr);
  return address;
}

}  // namespace

Wire::Wire(std::uint16_t port, const char* from)
    : file_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  auto address = address_of(from, 0);
  if (::bind(file_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    throw std::runtime_error("no such address here");
  address = address_of("127.0.0.1", port);
  if (::connect(file_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    throw std::runtime_error("the server does not listen");
}

Wire::~Wire() {
  ::close(file_);
}

void Wire::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const auto sent = ::send(file_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

void Wire::finish_sending() const {
  ::shutdown(file_, SHUT_WR);
}

bool Wire::receive(std::string& into, std::chrono::milliseconds at_most) {
  pollfd wait{file_, POLLIN, 0};
  if (::poll(&wait, 1, static_cast<int>(at_most.count())) <= 0) return false;
  char piece[16 * 1024];
  const auto got = ::recv(file_, piece, sizeof piece, 0);
  if (got > 0) into.append(piece, static_cast<std::size_t>(got));
  ended_ = got <= 0;
  return got > 0;
}

std::string Wire::rest(std::chrono::milliseconds at_most) {
  std::string bytes;
  const auto end = std::chrono::steady_clock::now() + at_most;
  for (auto now = std::chrono::steady_clock::now(); now < end;
       now = std::chrono::steady_clock::now())
    if (!receive(bytes, std::chrono::duration_cast<std::chrono::milliseconds>(end - now)) && ended_)
      break;
  return bytes;
}

std::string Wire::piece() {
  std::string bytes;
  receive(bytes, std::chrono::seconds(60));
  return bytes;
}

std::string Wire::heads(int count) {
  std::string bytes;
  while (count_of(bytes, "\r\n\r\n") < count && receive(bytes, std::chrono::seconds(60))) {
  }
  return bytes;
}

int count_of(std::string_view text, std::string_view part) {
  int count = 0;
  for (auto at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size()))
    ++count;
  return count;
}

}  // namespace touchstone::http::testing
