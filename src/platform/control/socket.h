#pragma once
#include <sys/types.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

namespace touchstone::control {

// An open descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor();
  int number() const { return number_; }
  bool open() const { return number_ >= 0; }

 private:
  int number_;
};

// The socket `control` of a directory. Throws std::runtime_error.
Descriptor listen_in(const std::filesystem::path& directory);
// Not open when nobody listens there.
Descriptor connect_in(const std::filesystem::path& directory);
Descriptor accept_from(const Descriptor& listener);
bool may_call(const Descriptor& connection);  // the same user as ours, or root

// A message is its length in four bytes, the highest first, and as many bytes; 16 MiB at the most.
// These throw std::runtime_error for a longer one, and when the other side goes away or is silent
// for so many seconds.
void limit_silence(const Descriptor& connection, int seconds);
void send(const Descriptor& connection, std::string_view message);
std::string receive(const Descriptor& connection);

}  // namespace touchstone::control
