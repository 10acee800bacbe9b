#include <gtest/gtest.h>

#include "platform/http/noticeboard_test.h"
#include "platform/http/raw_test.h"
#include "platform/secret.h"

namespace touchstone::http {
namespace {

using testing::Noticeboard;
using testing::Pairs;
using testing::Running;
using testing::Wire;

TEST(Tls, makes_cookies_host_bound_and_is_remembered_by_browsers) {
  Noticeboard board;
  const Running running(board.routes(), board.database(), Noticeboard::hooks(),
                        {.public_url = "https://touchstone.example"});
  auto client = running.client();
  const Pairs host{{"Host", "touchstone.example"}};
  const auto page = client.get("/open", host);
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.header("strict-transport-security"), "max-age=31536000");
  const auto in = client.post_form("/sign-in", {}, host);
  EXPECT_TRUE(in.header("set-cookie").starts_with("__Host-touchstone="));
  EXPECT_TRUE(in.header("set-cookie").contains("; Secure"));
  client.adds_site = false;
  auto from = host;
  from.emplace_back("Origin", "https://touchstone.example");
  EXPECT_EQ(client.post_form("/echo", {}, from).status, 200);
  from.back().second = "http://touchstone.example";
  EXPECT_EQ(client.post_form("/echo", {}, from).status, 403);
  EXPECT_EQ(client.raw("nonsense\r\n\r\n").header("strict-transport-security"), "max-age=31536000");
}

TEST(Forwarded, headers_count_only_from_our_own_proxies) {
  Noticeboard board;
  const Running running(board.routes(), board.database(), Noticeboard::hooks(),
                        {.trusted_proxies = {"127.0.0.5"}, .connections_per_address = 3});
  const Pairs forwarded{{"X-Forwarded-Proto", "https"},
                        {"X-Forwarded-For", "192.0.2.1, 127.0.0.5"}};
  auto client = running.client();
  EXPECT_TRUE(client.get("/open", forwarded).header("strict-transport-security").empty());
  client.from = "127.0.0.5";
  EXPECT_FALSE(client.get("/open", forwarded).header("strict-transport-security").empty());
  EXPECT_EQ(client.get("/metrics", forwarded).status, 404);
}

TEST(Forwarded, a_line_of_the_clients_own_before_the_proxys_counts_for_nothing) {
  Noticeboard board;
  const Running running(board.routes(), board.database(), Noticeboard::hooks(),
                        {.trusted_proxies = {"127.0.0.5"}});
  auto client = running.client();
  client.from = "127.0.0.5";
  EXPECT_EQ(client.get("/from", {{"X-Forwarded-For", "198.51.100.7"}}).body, "198.51.100.7");
  EXPECT_EQ(
      client.get("/from", {{"X-Forwarded-For", "198.51.100.7"}, {"X-Forwarded-For", "192.0.2.1"}})
          .body,
      "192.0.2.1");
  const Pairs two{{"X-Forwarded-Proto", "https"}, {"X-Forwarded-Proto", "http"}};
  EXPECT_TRUE(client.get("/open", two).header("strict-transport-security").empty());
}

TEST(Forwarded, clients_share_the_proxys_connections) {
  Noticeboard board;
  const Running running(board.routes(), board.database(), Noticeboard::hooks(),
                        {.trusted_proxies = {"127.0.0.5"}, .connections_per_address = 3});
  std::vector<std::unique_ptr<Wire>> wires;
  for (int i = 0; i < 10; ++i) {
    wires.push_back(std::make_unique<Wire>(running.port(), "127.0.0.5"));
    wires.back()->send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    EXPECT_TRUE(wires.back()->heads(1).starts_with("HTTP/1.1 200"));
  }
}

TEST(Metrics, are_open_to_the_bearer_of_their_token) {
  Noticeboard board;
  const Running running(board.routes(), board.database(), Noticeboard::hooks(),
                        {.metrics_token = "let me see"});
  auto client = running.client();
  client.from = "127.0.0.2";
  EXPECT_EQ(client.get("/metrics").status, 404);
  EXPECT_EQ(client.get("/metrics", {{"Authorization", "Bearer let me se"}}).status, 404);
  EXPECT_EQ(client.get("/metrics", {{"Authorization", "Bearer let me see"}}).status, 200);
}

TEST(Busy, slow_pool_turns_away_what_it_cannot_hold_while_pages_go_on) {
  Noticeboard board;
  const Running running(board.routes(), board.database(), Noticeboard::hooks());
  auto client = running.client();
  client.cookies["touchstone"] = random_token();
  const auto body = "text=a&csrf=" + client.csrf();
  const auto request = "POST /eastmere/weights HTTP/1.1\r\nHost: localhost\r\nCookie: touchstone=" +
                       client.cookies["touchstone"] +
                       "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
                       std::to_string(body.size()) + "\r\n\r\n" + body;
  Noticeboard::hold = true;
  std::vector<std::unique_ptr<Wire>> wires;
  for (int i = 0; i < 40; ++i) {
    wires.push_back(std::make_unique<Wire>(running.port()));
    wires.back()->send(request);
  }
  EXPECT_EQ(client.get("/open").status, 200);
  Noticeboard::hold = false;
  int turned_away = 0;
  int done = 0;
  for (const auto& wire : wires) {
    const auto answer = wire->heads(1);
    turned_away += answer.starts_with("HTTP/1.1 503") ? 1 : 0;
    done += answer.starts_with("HTTP/1.1 200") ? 1 : 0;
  }
  EXPECT_EQ(turned_away + done, 40);
  EXPECT_GE(turned_away, 1);
  EXPECT_GE(done, 32);
}

}  // namespace
}  // namespace touchstone::http
