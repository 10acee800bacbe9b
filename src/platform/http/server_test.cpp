#include "platform/http/server.h"

#include <gtest/gtest.h>

#include "platform/http/assets.h"
#include "platform/http/noticeboard_test.h"
#include "platform/http/raw_test.h"
#include "platform/http/testing_corpus.h"
#include "platform/secret.h"
#include "platform/sql/testing.h"

namespace touchstone::http {
namespace {

using testing::Client;
using testing::count_of;
using testing::malformed_http;
using testing::Noticeboard;
using testing::Running;
using testing::Wire;

class Served : public ::testing::Test {
 protected:
  Client stranger() { return running.client(); }
  Client ada() {
    auto client = running.client();
    client.cookies["touchstone"] = random_token();
    return client;
  }
  Noticeboard board;
  Running running{board.routes(), board.database(), Noticeboard::hooks()};
};

TEST_F(Served, gives_pages_and_json_at_the_same_address) {
  auto client = ada();
  const auto page = client.get("/eastmere/hello/you%20%C3%A9");
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.body, "<p>hello you é</p>");
  EXPECT_EQ(page.header("content-type"), "text/html; charset=utf-8");
  EXPECT_EQ(client.get_json("/eastmere/hello/you").body, "{\"hello\":\"world\"}");
}

TEST_F(Served, answers_head_as_get_without_the_body) {
  auto client = ada();
  const auto got = client.get("/eastmere/hello/you");
  const auto head = client.head("/eastmere/hello/you");
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("content-length"), got.header("content-length"));
  EXPECT_EQ(head.header("etag"), got.header("etag"));
  Wire wire(running.port());
  wire.send("HEAD /open HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  EXPECT_TRUE(wire.rest().ends_with("\r\n\r\n"));
}

TEST_F(Served, says_404_405_and_400_with_every_header) {
  auto client = stranger();
  EXPECT_EQ(client.get("/nothing").status, 404);
  EXPECT_EQ(client.get("/nothing/").status, 404);
  EXPECT_EQ(client.get("/assets/nothing.css").status, 404);
  const auto wrong = client.get("/sign-in");
  EXPECT_EQ(wrong.status, 405);
  EXPECT_EQ(wrong.header("allow"), "POST");
  EXPECT_EQ(client.post_form("/open", {}).header("allow"), "GET, HEAD");
  EXPECT_EQ(client.get("/../open").status, 400);
  EXPECT_EQ(client.get("/open?a=%ff").status, 400);
  EXPECT_EQ(client.get("/open", {{"Host", "evil.example"}}).status, 421);
}

TEST_F(Served, leads_to_the_address_that_was_meant_and_to_nobody_else) {
  const auto led_to = [&](const std::string& target) {
    const auto answer = stranger().get(target);
    return answer.status == 301 ? std::string(answer.header("location"))
                                : std::to_string(answer.status);
  };
  EXPECT_EQ(led_to("/open/"), "/open");
  EXPECT_EQ(led_to("/open///?a=1&b=%2F"), "/open?a=1&b=%2F");
  EXPECT_EQ(led_to("/EastMere/hello/Board"), "/eastmere/hello/Board");
  EXPECT_EQ(led_to("/Eastmere/hello/a%2Fb/"), "/eastmere/hello/a%2Fb");
  EXPECT_EQ(led_to("/\\evil.example/hello/x/"), "/%5Cevil.example/hello/x");
  EXPECT_EQ(led_to("//evil.example/"), "404");
  EXPECT_EQ(led_to("//evil.example/hello/x/"), "404");
  EXPECT_EQ(led_to("/nowhere/"), "404");
  EXPECT_EQ(led_to("/Open"), "/open");
  EXPECT_EQ(led_to("/eastmere/HELLO/Board"), "/eastmere/hello/Board");
  EXPECT_EQ(led_to("/eastmere/hello/01JGFJJZ00E0G1R40R40M30E20"),
            "/eastmere/hello/01jgfjjz00e0g1r40r40m30e20");
  EXPECT_EQ(ada().post_form("/Eastmere/notices", {{"text", "a"}}).status, 303);
}

TEST_F(Served, gives_problems_as_json_to_those_who_want_json) {
  const auto answer = ada().post_json("/eastmere/notices", R"({"text":"refuse me"})");
  EXPECT_EQ(answer.status, 422);
  EXPECT_EQ(answer.header("content-type"), "application/problem+json");
  EXPECT_TRUE(answer.body.contains("\"detail\":\"Not that one.\"")) << answer.body;
  EXPECT_TRUE(answer.body.contains(answer.header("x-request-id")));
}

TEST_F(Served, shows_the_request_id_when_something_broke) {
  const auto answer = stranger().get("/broken");
  EXPECT_EQ(answer.status, 500);
  EXPECT_TRUE(answer.body.contains(answer.header("x-request-id")));
  EXPECT_FALSE(answer.body.contains("pipe"));
}

TEST_F(Served, asks_the_not_signed_in_to_sign_in) {
  auto client = stranger();
  const auto page = client.get("/eastmere/hello/you");
  EXPECT_EQ(page.status, 303);
  EXPECT_TRUE(page.header("location").starts_with("/sign-in?next="));
  EXPECT_EQ(client.get_json("/eastmere/hello/you").status, 401);
}

TEST_F(Served, keeps_what_was_written_and_rolls_back_what_was_refused) {
  auto client = ada();
  const auto before = board.notices();
  EXPECT_EQ(client.post_form("/eastmere/notices", {{"text", "Fête & fun"}}).status, 303);
  EXPECT_EQ(board.notices(), before + 1);
  EXPECT_EQ(client.post_form("/eastmere/notices", {{"text", "refuse me"}}).status, 422);
  EXPECT_EQ(client.post_form("/eastmere/notices", {{"text", "break"}}).status, 500);
  EXPECT_EQ(board.notices(), before + 1);
  EXPECT_EQ(client.post_form("/eastmere/notices", {{"text", "count me"}}).status, 422);
  EXPECT_EQ(board.notices(), before + 2);
}

TEST_F(Served, prepares_slow_work_before_the_turn) {
  EXPECT_EQ(ada().post_form("/eastmere/weights", {{"text", "feather"}}).body,
            "<p>weighed feather</p>");
}

TEST_F(Served, reads_forms_json_and_parts_into_the_same_fields) {
  auto client = stranger();
  EXPECT_EQ(client.post_form("/echo", {{"a", "1 é"}, {"b", ""}}).body, "a=1 é;b=;");
  EXPECT_EQ(client.post_json("/echo", R"({"a":{"b":"x"},"c":[1,2],"d":null})").body,
            "a.b=x;c=1;c=2;d=(null);");
  EXPECT_EQ(client.post_files("/echo", {{"a", "1"}, {"b", "two\r\nlines"}}, {}).body,
            "a=1;b=two\r\nlines;");
}

TEST_F(Served, refuses_bodies_it_cannot_read) {
  auto client = stranger();
  EXPECT_EQ(client.post_json("/echo", R"({"a":1,"a":2})").status, 400);
  EXPECT_EQ(client.post_json("/echo", "{\"a\":\"\xff\"}").status, 400);
  EXPECT_EQ(client.post_json("/echo", "{").status, 400);
  EXPECT_EQ(client.post_files("/echo", {}, {{"f", "a.txt", "text/plain", "abc"}}).status, 400);
  EXPECT_EQ(client.post_json("/echo", "{}", {{"Content-Encoding", "gzip"}}).status, 415);
  const std::string head =
      "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Type: ";
  EXPECT_EQ(client.raw(head + "text/plain\r\n\r\nabc").status, 415);
  EXPECT_EQ(client.raw(head + "application/x-www-form-urlencoded\r\n\r\na=%").status, 400);
}

TEST_F(Served, refuses_too_large_a_body_before_it_comes) {
  auto client = stranger();
  const auto answer = client.raw(
      "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 65537\r\nExpect: "
      "100-continue\r\n\r\n");
  EXPECT_EQ(answer.status, 413);
  EXPECT_EQ(answer.header("connection"), "close");
}

TEST_F(Served, holds_no_more_in_memory_where_files_may_come) {
  auto client = stranger();
  const std::string head =
      "POST /files HTTP/1.1\r\nHost: localhost\r\nContent-Length: 6000000\r\n"
      "Expect: 100-continue\r\nContent-Type: ";
  EXPECT_EQ(client.raw(head + "application/x-www-form-urlencoded\r\n\r\n").status, 413);
  EXPECT_EQ(client.raw(head + "application/json\r\n\r\n").status, 413);
  const auto sent =
      client.post_files("/files", {}, {{"f", "a.txt", "text/plain", std::string(6'000'000, 'a')}});
  EXPECT_EQ(sent.status, 200) << sent.body;
}

TEST_F(Served, streams_uploads_to_disk_and_deletes_them_afterwards) {
  const std::string bytes = std::string("\x89PNG", 4) + std::string(3'000'000, '\r');
  auto client = stranger();
  const auto answer =
      client.post_files("/files", {{"a", "1"}}, {{"f", "../../evil.png", "image/png", bytes}});
  EXPECT_EQ(answer.body, "a=1;f:../../evil.png:image/png:3000004:89504e47;");
  EXPECT_EQ(client.post_files("/files", {}, {{"f", "", "application/octet-stream", ""}}).body, "");
}

TEST_F(Served, says_continue_to_those_who_wait_for_it) {
  Wire wire(running.port());
  wire.send(
      "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nExpect: 100-continue\r\n"
      "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\n");
  EXPECT_TRUE(wire.heads(1).starts_with("HTTP/1.1 100 Continue\r\n\r\n"));
  wire.send("a=b");
  EXPECT_TRUE(wire.rest().starts_with("HTTP/1.1 403"));
}

TEST_F(Served, does_not_make_a_page_again_that_the_browser_has) {
  auto client = ada();
  const auto first = client.get("/eastmere/hello/you");
  const auto tag = std::string(first.header("etag"));
  EXPECT_TRUE(tag.starts_with("W/\""));
  EXPECT_EQ(first.header("cache-control"), "private, no-cache");
  const int made = Noticeboard::made;
  const auto second = client.get("/eastmere/hello/you", {{"If-None-Match", "\"x\", " + tag}});
  EXPECT_EQ(second.status, 304);
  EXPECT_EQ(second.header("etag"), tag);
  EXPECT_TRUE(second.body.empty());
  EXPECT_EQ(Noticeboard::made, made);
  const testing::Pairs same{{"If-None-Match", tag}};
  EXPECT_EQ(client.get("/eastmere/hello/me", same).status, 200);
  EXPECT_EQ(client.get_json("/eastmere/hello/you", same).status, 200);
  EXPECT_EQ(ada().get("/eastmere/hello/you", same).status, 200);
  ++Noticeboard::revision;
  EXPECT_EQ(client.get("/eastmere/hello/you", same).status, 200);
}

TEST_F(Served, compares_the_body_where_there_is_no_workspace) {
  auto client = ada();
  const auto tag = std::string(client.get("/account").header("etag"));
  EXPECT_EQ(client.get("/account", {{"If-None-Match", tag}}).status, 304);
}

TEST_F(Served, lets_nobody_keep_what_is_secret_or_signed_out) {
  EXPECT_EQ(stranger().get("/open").header("cache-control"), "no-store");
  const auto secret = ada().get("/eastmere/secret");
  EXPECT_EQ(secret.header("cache-control"), "no-store");
  EXPECT_TRUE(secret.header("etag").empty());
}

TEST_F(Served, sets_and_clears_the_session_cookie) {
  auto client = stranger();
  const auto in = client.post_form("/sign-in", {});
  EXPECT_EQ(in.status, 303);
  EXPECT_TRUE(in.header("set-cookie").ends_with("; Path=/; HttpOnly; SameSite=Lax; Max-Age=43200"));
  EXPECT_EQ(client.get("/eastmere/hello/you").status, 200);
  const auto out = client.post_form("/sign-out", {});
  EXPECT_TRUE(out.header("clear-site-data").contains("\"cache\""));
  EXPECT_EQ(client.get("/eastmere/hello/you").status, 303);
}

TEST_F(Served, serves_its_own_files_for_ever_and_compressed) {
  auto client = stranger();
  const auto address = asset("style.css").text();
  const auto plain = client.get(address);
  EXPECT_EQ(plain.status, 200);
  EXPECT_EQ(plain.header("content-type"), "text/css; charset=utf-8");
  EXPECT_EQ(plain.header("cache-control"), "public, max-age=31536000, immutable");
  const auto brotli = client.get(address, {{"Accept-Encoding", "gzip, deflate, br"}});
  EXPECT_EQ(brotli.header("content-encoding"), "br");
  EXPECT_LT(brotli.body.size(), plain.body.size());
  EXPECT_EQ(client.get(address, {{"Accept-Encoding", "gzip, br;q=0"}}).header("content-encoding"),
            "gzip");
  EXPECT_EQ(client.get(address, {{"If-None-Match", std::string(plain.header("etag"))}}).status,
            304);
  EXPECT_EQ(client.head(address).header("content-length"), plain.header("content-length"));
}

TEST_F(Served, P11_a_page_whose_database_is_away_is_asked_for_again_later) {
  ::testing::internal::CaptureStderr();
  const auto answer = stranger().get("/lost");
  EXPECT_TRUE(::testing::internal::GetCapturedStderr().contains("the server is away"));
  EXPECT_EQ(answer.status, 503);
  EXPECT_FALSE(answer.header("retry-after").empty());
  EXPECT_TRUE(answer.body.contains("The database cannot be reached just now."));
}

TEST_F(Served, tells_how_it_is) {
  auto client = stranger();
  EXPECT_EQ(client.get("/healthz").body, "alive\n");
  EXPECT_TRUE(client.get("/readyz").body.starts_with("ready: SQLite"));
  const auto metrics = client.get("/metrics");
  EXPECT_TRUE(
      metrics.body.contains("touchstone_requests_total{route=\"/healthz\",status=\"200\"} 1"));
  EXPECT_EQ(client.get("/metrics", {{"X-Forwarded-For", "192.0.2.1"}}).status, 404);
  client.from = "127.0.0.2";
  EXPECT_EQ(client.get("/metrics").status, 404);
}

TEST_F(Served, is_ready_only_while_a_row_can_be_read_and_another_written) {
  auto client = stranger();
  const auto change = [&](std::string_view how) {
    sql::testing::housekeep(board.database(), [&](sql::Housekeeping& turn) { turn.execute(how); });
  };
  const auto refused = [&](const char* why) {
    const auto answer = client.get("/readyz");
    EXPECT_EQ(answer.status, 503);
    EXPECT_TRUE(answer.body.starts_with(why)) << answer.body;
  };
  change("CREATE TRIGGER full BEFORE UPDATE ON pulse BEGIN SELECT RAISE(ABORT, 'full'); END");
  refused("cannot write: SQLite");
  change("DROP TRIGGER full");
  change("ALTER TABLE pulse RENAME TO gone");
  refused("cannot read: SQLite");
  change("ALTER TABLE gone RENAME TO pulse");
  EXPECT_EQ(client.get("/readyz").status, 200);
  const auto proved = [&] {
    std::int64_t at = 0;
    board.database().read([&](sql::Read& read) {
      for (const auto& row : read.rows("SELECT at FROM pulse")) at = row.integer(0);
    });
    return at;
  };
  const auto once = proved();
  EXPECT_EQ(client.get("/readyz").status, 200);
  if (to_number(now()) - once < 900) {
    EXPECT_EQ(proved(), once) << "nobody makes the disk work by asking";
  }
}

TEST_F(Served, answers_requests_that_come_together_one_after_another) {
  Wire wire(running.port());
  std::string bytes;
  for (int i = 0; i < 300; ++i) bytes += "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
  bytes +=
      "GET /open HTTP/1.1\r\nHost: localhost\r\n\r\nGET /nothing HTTP/1.1\r\nHost: "
      "localhost\r\nConnection: close\r\n\r\n";
  wire.send(bytes);
  const auto all = wire.rest();
  EXPECT_EQ(count_of(all, "HTTP/1.1 200 OK"), 301);
  EXPECT_EQ(count_of(all, "HTTP/1.1 404 Not Found"), 1);
  EXPECT_LT(all.find("<form"), all.find("HTTP/1.1 404"));
}

TEST_F(Served, takes_a_request_in_single_bytes) {
  Wire wire(running.port());
  const std::string_view request =
      "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
  for (const char c : request) wire.send({&c, 1});
  EXPECT_TRUE(wire.rest().starts_with("HTTP/1.1 200"));
}

TEST_F(Served, closes_after_every_malformed_request_and_answers_it_once) {
  for (const auto& [name, bytes] : malformed_http("must_refuse.txt", running.port())) {
    Wire wire(running.port());
    wire.send(bytes + "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    wire.finish_sending();
    const auto answer = wire.rest();
    EXPECT_TRUE(wire.ended()) << name;
    EXPECT_EQ(count_of(answer, "X-Request-Id: "), 1) << name << ": " << answer;
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 4") || answer.starts_with("HTTP/1.1 5"))
        << name << ": " << answer;
    EXPECT_TRUE(answer.contains("Content-Security-Policy: default-src 'none'")) << name;
    EXPECT_TRUE(answer.contains("\r\nConnection: close\r\n")) << name;
    EXPECT_FALSE(answer.contains("alive")) << name;
  }
}

TEST_F(Served, answers_every_well_formed_request) {
  for (const auto& [name, bytes] : malformed_http("must_accept.txt", running.port()))
    EXPECT_EQ(stranger().raw(bytes).status, 200) << name;
}

}  // namespace
}  // namespace touchstone::http
