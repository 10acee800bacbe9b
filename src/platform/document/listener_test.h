#pragma once
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <stdexcept>

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
  bool was_called() const {
    pollfd waiting{file_, POLLIN, 0};
    return ::poll(&waiting, 1, 0) == 1;
  }

 private:
  int file_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  std::uint16_t port_ = 0;
};

}  // namespace touchstone::document::testing
