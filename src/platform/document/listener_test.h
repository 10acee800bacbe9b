#pragma once
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace touchstone::document::testing {

// A server on this machine that nobody should call.
class Listener {
 public:
  Listener() {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* general = reinterpret_cast<sockaddr*>(&address);
    if (::bind(file_, general, size) != 0 || ::listen(file_, 16) != 0 ||
        ::getsockname(file_, general, &size) != 0)
      throw std::runtime_error("nothing to listen on");
    port_ = ntohs(address.sin_port);
  }
  ~Listener() { ::close(file_); }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  std::uint16_t port() const { return port_; }
  // Whether one of the callers so far has said this. Others may try this port: what belongs to
  // another test on this machine says something else, or nothing.
  bool heard(std::string_view words) const {
    bool found = false;
    while (can_be_read(file_, 0)) {
      const int caller = ::accept4(file_, nullptr, nullptr, SOCK_CLOEXEC);
      std::string said;
      std::array<char, 4096> some{};
      ssize_t size = 0;
      while (can_be_read(caller, 1000) && (size = ::read(caller, some.data(), some.size())) > 0)
        said.append(some.data(), static_cast<std::size_t>(size));
      found = found || said.contains(words);
      ::close(caller);
    }
    return found;
  }

 private:
  static bool can_be_read(int file, int milliseconds) {
    pollfd waiting{file, POLLIN, 0};
    return ::poll(&waiting, 1, milliseconds) == 1;
  }

  int file_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  std::uint16_t port_ = 0;
};

}  // namespace touchstone::document::testing
