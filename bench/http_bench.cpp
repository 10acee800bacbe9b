// Serves pages of a given size that cost nothing to make, through the hop to a worker and back:
// what the server itself can do. `http_bench PORT BYTES`; /page is made anew each time, /healthz
// needs no worker. For wrk.
#include <charconv>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

#include "platform/http/server.h"

namespace {

namespace http = touchstone::http;
namespace sql = touchstone::sql;

std::string text;  // of every page

struct Pass {};
std::expected<Pass, http::Response> anybody(sql::Read&, const http::Request&, http::Verb) {
  return Pass{};
}

http::Response show(sql::Read&, const http::Request&, const Pass&) {
  http::Response response;
  response.body = text;
  return response;
}

std::size_t number(const char* word) {
  std::size_t value = 0;
  const std::string_view digits(word);
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) {
    std::fputs("http_bench PORT BYTES\n", stderr);
    return 2;
  }
  text = std::string(number(words[2]), 'x');
  auto folder = (std::filesystem::temp_directory_path() / "http-bench").string();
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  const auto database =
      sql::Database::open({.directory = folder, .url = {}, .readers = 4, .group = 64});
  http::Routes routes;
  routes.get("/page", http::may(http::Verb::visit, anybody), show);
  http::Hooks hooks{
      [](sql::Read&, http::Request&) {},
      [](const http::Request&, int, const http::Refusal&) { return touchstone::Html(); }};
  http::Server server(
      {.port = static_cast<std::uint16_t>(number(words[1])), .connections_per_address = 12'000},
      routes, *database, hooks);
  std::printf("http://127.0.0.1:%d/page\n", server.port());
  std::fflush(stdout);
  server.run();
}
