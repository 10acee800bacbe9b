#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "platform/http/server.h"
#include "platform/secret.h"

// For tests of pages: a real server on a free port of this machine, and a client that speaks to it
// through a socket. Link platform_http_testing.
namespace touchstone::http::testing {

using Pairs = std::vector<std::pair<std::string, std::string>>;

struct Answer {
  int status = 0;  // 0: the connection was closed without an answer
  Pairs headers;   // names in lower case
  std::string body;
  std::string_view header(std::string_view name) const;  // the first; empty when absent
};

struct File {
  std::string field;
  std::string name;
  std::string type;
  std::string bytes;
};

// Keeps cookies as a browser does. Fails the test when an answer lacks one of the headers that
// every answer carries.
class Client {
 public:
  Client(std::uint16_t port, Keys keys) : port_(port), keys_(std::move(keys)) {}

  Answer get(std::string_view target, const Pairs& headers = {});
  Answer get_json(std::string_view target, const Pairs& headers = {});
  Answer head(std::string_view target, const Pairs& headers = {});
  // These add the cookies' CSRF token, and Sec-Fetch-Site: same-origin.
  Answer post_form(std::string_view target, const Pairs& fields, const Pairs& headers = {});
  Answer post_json(std::string_view target, std::string_view json, const Pairs& headers = {});
  Answer post_files(std::string_view target, const Pairs& fields, const std::vector<File>& files,
                    const Pairs& headers = {});
  // Sends the bytes as they are on a connection of their own, and reads one answer.
  Answer raw(std::string_view bytes);

  // What a form must carry now. Before sign-in it makes up the form cookie when no page has set it
  // yet.
  std::string csrf();
  bool adds_csrf = true;  // false: forgets the token
  bool adds_site = true;  // false: sends neither Sec-Fetch-Site nor Origin
  std::map<std::string, std::string> cookies;
  std::string from = "127.0.0.1";  // the address it calls from

 private:
  Answer ask(std::string_view method, std::string_view target, Pairs headers,
             std::string_view body);
  void keep_cookies(const Answer& answer);

  std::uint16_t port_;
  Keys keys_;
};

// A server that runs as long as this lives.
class Running {
 public:
  Running(const Routes& routes, sql::Database& database, Hooks hooks, ServerSettings settings = {});
  ~Running();
  std::uint16_t port() const { return server_.port(); }
  Server& server() { return server_; }
  Client client() const { return {port(), keys_}; }

 private:
  Keys keys_;
  Server server_;
  std::thread thread_;
};

// Hooks of a program where nobody ever signs in.
Hooks plain_hooks();

}  // namespace touchstone::http::testing
