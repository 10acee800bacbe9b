#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "platform/files/place.h"
#include "platform/http/routes.h"
#include "platform/sql/database.h"

namespace touchstone::http {

struct ServerSettings {
  std::string host = "127.0.0.1";
  std::uint16_t port = 0;  // 0: any free one
  // "https://touchstone.example"; empty: plain HTTP on this machine
  std::string public_url{};
  // What a Host header may say, besides host:port, localhost and the public address
  std::vector<std::string> hosts{};
  // Addresses whose X-Forwarded-For and -Proto count
  std::vector<std::string> trusted_proxies{};
  unsigned workers = 0;  // 0: as many as cores
  std::size_t connections = 12'000;
  std::size_t connections_per_address = 64;
  // Bytes that one person may send at once, as forms with files: two films
  std::size_t files_of_each = std::size_t{2'200} * 1024 * 1024;
  std::chrono::seconds header_deadline{10};
  std::size_t slowest = 16 * 1024;        // bytes a second, of bodies and answers
  std::chrono::seconds body_grace{10};    // besides, for the whole
  std::chrono::seconds body_silence{60};  // behind that pace at any moment
  std::chrono::seconds write_stall{30};   // the same, and without anything being taken
  std::chrono::seconds idle{60};
  std::chrono::seconds farewell{10};  // for requests under way when the server stops
  // Where files of a form wait; empty: the system's folder for temporary files
  std::filesystem::path uploads{};
  // Where what they bring is kept; empty: nowhere
  std::optional<files::Place> files{};
  // Opens /metrics to its bearer; empty: loopback only
  std::string metrics_token{};
};

// What rooms lend to the server; set up in app.cpp.
struct Hooks {
  // Fills request.visitor from request.session_token and the {workspace} in the path. Reads only.
  std::function<void(sql::Read&, Request&)> identify;
  // A whole page for a refusal; must work without a database.
  std::function<Html(const Request&, int status, const Refusal&)> refusal_page;
  // Further names and values for /metrics, of this moment; empty: none. From any thread, without
  // the database.
  std::function<std::map<std::string, std::int64_t>()> figures{};
};

// Listens from construction; serves while run() runs.
class Server {
 public:
  // Throws std::runtime_error with a sentence when it cannot listen.
  Server(const ServerSettings& settings, const Routes& routes, sql::Database& database,
         Hooks hooks);
  ~Server();
  std::uint16_t port() const;
  void run();   // until stop(); waits for requests under way, as long as `farewell`
  void stop();  // from any thread or a signal handler's thread

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace touchstone::http
