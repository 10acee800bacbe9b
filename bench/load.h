#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

// A client for servers on this machine: one thread, many connections that stay open, each with one
// request under way.
namespace touchstone::bench {

struct Reply {
  int status = 0;
  std::string_view head;
  std::string_view body;
};

// "GET /healthz HTTP/1.1" and the headers every request needs; `more` are whole lines with CRLF.
std::string request(std::string_view method, std::string_view target, std::uint16_t port,
                    std::string_view more, std::string_view body = {});

// The value of a header, empty when there is none. `name` as the server writes it.
std::string_view header(const Reply& reply, std::string_view name);

struct Outcome {
  double per_second = 0;
  double p50_ms = 0;
  double p99_ms = 0;
};

class Clients {
 public:
  // Connects at once. Throws std::runtime_error when the server does not take them all.
  Clients(std::uint16_t port, std::size_t count);
  ~Clients();

  std::uint16_t port() const { return port_; }

  // Keeps every client busy for that time, then waits for what is under way. `next` gives the whole
  // request of a client; `took` looks at what came back, and throws when it is not what was wanted.
  Outcome run(double seconds, const std::function<std::string_view(std::size_t client)>& next,
              const std::function<void(std::size_t client, const Reply&)>& took);

  // One request of the first client.
  Reply ask(std::string_view request);

 private:
  struct Connection;
  std::uint16_t port_;
  std::vector<std::unique_ptr<Connection>> connections_;
  int poll_ = -1;
};

}  // namespace touchstone::bench
