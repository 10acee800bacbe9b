// The static twin of a page: the bytes of a file, served from memory through the same connections,
// the same hop to a worker and back, and with the same headers as a page of somebody who is signed
// in. `static_twin FILE` prints the address.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "platform/http/server.h"

namespace {

namespace http = touchstone::http;
namespace sql = touchstone::sql;

std::string text;  // of the page

struct Pass {};
std::expected<Pass, http::Response> anybody(sql::Read&, const http::Request&, http::Verb) {
  return Pass{};
}

http::Response show(sql::Read&, const http::Request&, const Pass&) {
  http::Response response;
  response.body = text;
  return response;
}

// Whoever sends a token is somebody, so that the answer is that of a page in a workspace.
void identify(sql::Read&, http::Request& request) {
  if (request.session_token.empty()) return;
  static const auto somebody = touchstone::new_uuid();
  auto& visitor = request.visitor;
  visitor.account = visitor.person = visitor.workspace = visitor.session = somebody;
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) {
    std::fputs("static_twin FILE\n", stderr);
    return 2;
  }
  std::ifstream file(words[1], std::ios::binary);
  text.assign(std::istreambuf_iterator(file), {});
  const auto folder = std::filesystem::path(words[1]).replace_extension("data");
  std::filesystem::create_directories(folder);
  const auto database = sql::Database::open({.directory = folder, .url = {}});
  http::Routes routes;
  routes.get("/page", http::may(http::Verb::visit, anybody), show);
  const http::Hooks hooks{
      identify, [](const http::Request&, int, const http::Refusal&) { return touchstone::Html(); }};
  http::Server server({}, routes, *database, hooks);
  std::printf("http://127.0.0.1:%d/page\n", server.port());
  std::fflush(stdout);
  server.run();
}
