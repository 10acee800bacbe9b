#include "platform/control/socket.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <system_error>

namespace touchstone::control {
namespace {

constexpr std::size_t longest = 16 * 1024 * 1024;

std::runtime_error trouble(const char* what) {
  return std::runtime_error(std::string("The control socket ") + what + ": " +
                            std::generic_category().message(errno) + ".");
}

// A path to a socket may have 107 bytes; a data directory's may have more. The descriptor of the
// directory keeps it short.
class Address {
 public:
  explicit Address(const std::filesystem::path& directory)
      : directory_(::open(directory.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)) {
    const auto path = "/proc/self/fd/" + std::to_string(directory_.number()) + "/control";
    address_.sun_family = AF_UNIX;
    std::memcpy(address_.sun_path, path.c_str(), path.size() + 1);
  }
  bool exists() const { return directory_.open(); }
  const char* path() const { return address_.sun_path; }
  const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&address_); }
  static socklen_t size() { return sizeof(sockaddr_un); }

 private:
  Descriptor directory_;
  sockaddr_un address_{};
};

Descriptor unix_socket() {
  return Descriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
}

void send_all(int number, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = ::send(number, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) throw trouble("broke while sending");
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

std::string receive_exactly(int number, std::size_t length) {
  std::string bytes(length, '\0');
  std::size_t at = 0;
  while (at < length) {
    const auto got = ::recv(number, bytes.data() + at, length - at, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got == 0) throw std::runtime_error("The control socket was closed in the middle.");
    if (got < 0) throw trouble("broke while receiving");
    at += static_cast<std::size_t>(got);
  }
  return bytes;
}

}  // namespace

Descriptor listen_in(const std::filesystem::path& directory) {
  const Address address(directory);
  if (!address.exists()) throw trouble("cannot be made");
  ::unlink(address.path());
  auto socket = unix_socket();
  // Nobody can connect before listen(), so nobody comes in before the mode is set.
  const bool listening = socket.open() &&
                         ::bind(socket.number(), address.get(), Address::size()) == 0 &&
                         ::chmod(address.path(), 0600) == 0 && ::listen(socket.number(), 8) == 0;
  if (!listening) throw trouble("cannot be made");
  return socket;
}

Descriptor connect_in(const std::filesystem::path& directory) {
  const Address address(directory);
  if (!address.exists()) return Descriptor();
  auto socket = unix_socket();
  if (socket.open() && ::connect(socket.number(), address.get(), Address::size()) == 0)
    return socket;
  if (errno == EACCES || errno == EPERM) throw trouble("may not be used by you");
  return Descriptor();
}

Descriptor accept_from(const Descriptor& listener) {
  return Descriptor(::accept4(listener.number(), nullptr, nullptr, SOCK_CLOEXEC));
}

bool may_call(const Descriptor& connection) {
  ucred peer{};
  socklen_t size = sizeof peer;
  if (::getsockopt(connection.number(), SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0) return false;
  return peer.uid == ::geteuid() || peer.uid == 0;
}

void limit_silence(const Descriptor& connection, int seconds) {
  const timeval limit{.tv_sec = seconds, .tv_usec = 0};
  ::setsockopt(connection.number(), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  ::setsockopt(connection.number(), SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
}

void send(const Descriptor& connection, std::string_view message) {
  if (message.size() > longest)
    throw std::runtime_error("This is too long for the control socket (16 MiB).");
  std::string length(4, '\0');
  for (std::size_t i = 0; i < 4; ++i)
    length[i] = static_cast<char>(static_cast<unsigned char>(message.size() >> (24 - 8 * i)));
  send_all(connection.number(), length);
  send_all(connection.number(), message);
}

std::string receive(const Descriptor& connection) {
  std::size_t length = 0;
  for (const char byte : receive_exactly(connection.number(), 4))
    length = length << 8 | static_cast<unsigned char>(byte);
  if (length > longest)
    throw std::runtime_error("This is too long for the control socket (16 MiB).");
  return receive_exactly(connection.number(), length);
}

}  // namespace touchstone::control
