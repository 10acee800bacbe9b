#pragma once
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace touchstone::http::testing {

// A bare connection to this machine, for tests of what happens on the wire.
class Wire {
 public:
  explicit Wire(std::uint16_t port, const char* from = "127.0.0.1");
  ~Wire();
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;

  void send(std::string_view bytes) const;
  // Everything up to the end of the connection, or to the time limit.
  std::string rest(std::chrono::milliseconds at_most = std::chrono::seconds(60));
  // What is there, 16 KB at most; waits for the first byte.
  std::string piece();
  // Until so many answers' heads are there, or the end; returns what came.
  std::string heads(int count);
  bool ended() const { return ended_; }
  void finish_sending() const;

 private:
  bool receive(std::string& into, std::chrono::milliseconds at_most);
  int file_;
  bool ended_ = false;
};

int count_of(std::string_view text, std::string_view part);

}  // namespace touchstone::http::testing
