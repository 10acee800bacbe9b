#include "platform/http/guard.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "platform/http/head.h"
#include "platform/http/testing_corpus.h"

namespace touchstone::http {
namespace {

using testing::malformed_http;

// Refused before the parser, or by what comes after it: those speak of names this server does not
// have, or of paths.
bool is_refused_later(std::string_view name) {
  return name.starts_with("target of ") || name.starts_with("query of ") ||
         name.starts_with("Host unknown") || name.starts_with("Host our name") ||
         name == "Host trailing dot";
}

TEST(Guard, refuses_every_malformed_request) {
  const auto cases = malformed_http("must_refuse.txt", 80);
  EXPECT_GE(cases.size(), 200U);
  for (const auto& [name, bytes] : cases) {
    const auto finding = guard::examine(bytes);
    if (is_refused_later(name)) continue;
    EXPECT_EQ(finding.outcome, guard::Outcome::refused) << name;
    EXPECT_GE(finding.status, 400) << name;
    EXPECT_FALSE(finding.reason.empty()) << name;
  }
}

TEST(Guard, accepts_what_is_well_formed) {
  for (const auto& [name, bytes] : malformed_http("must_accept.txt", 80)) {
    const auto finding = guard::examine(bytes);
    EXPECT_EQ(finding.outcome, guard::Outcome::ok) << name << ": " << finding.reason;
    EXPECT_EQ(finding.length, bytes.size()) << name;
  }
}

TEST(Guard, waits_for_the_rest_of_a_good_request) {
  for (const auto& [name, bytes] : malformed_http("must_accept.txt", 80))
    for (std::size_t length = 0; length < std::min<std::size_t>(bytes.size(), 400); ++length)
      EXPECT_EQ(guard::examine(std::string_view(bytes).substr(0, length)).outcome,
                guard::Outcome::need_more)
          << name << " cut to " << length;
}

TEST(Guard, finds_the_same_however_the_bytes_come) {
  for (const auto* corpus : {"must_refuse.txt", "must_accept.txt"})
    for (const auto& [name, bytes] : malformed_http(corpus, 80)) {
      guard::Examination slowly;
      guard::Finding finding;
      for (std::size_t i = 1; i <= bytes.size() && finding.outcome == guard::Outcome::need_more;
           ++i)
        finding = slowly.examine(std::string_view(bytes).substr(0, i));
      const auto at_once = guard::examine(bytes);
      EXPECT_EQ(finding.outcome, at_once.outcome) << name;
      EXPECT_EQ(finding.status, at_once.status) << name;
      EXPECT_EQ(finding.length, at_once.length) << name;
    }
}

TEST(Guard, does_not_begin_again_at_the_start_for_each_byte_that_dribbles_in) {
  std::string bytes = "GET /a HTTP/1.1\r\nHost: localhost\r\n";
  while (bytes.size() < 15'000)
    bytes += "X-Filler-" + std::to_string(bytes.size()) + ": " + std::string(400, 'x') + "\r\n";
  bytes += "\r\n";
  guard::Examination examination;
  guard::Finding finding;
  for (std::size_t i = 1; i <= bytes.size(); ++i)
    finding = examination.examine(std::string_view(bytes).substr(0, i));
  EXPECT_EQ(finding.outcome, guard::Outcome::ok);
  EXPECT_EQ(finding.length, bytes.size());
  EXPECT_LE(examination.effort(), 3 * bytes.size());
}

TEST(Guard, takes_a_request_only_up_to_its_empty_line) {
  const std::string first = "GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n";
  const auto finding = guard::examine(first + "GET /b HTTP/1.1\nHost: \x01");
  EXPECT_EQ(finding.outcome, guard::Outcome::ok);
  EXPECT_EQ(finding.length, first.size());
}

TEST(Guard, says_which_status_belongs_to_which_fault) {
  const auto status = [](std::string_view bytes) { return guard::examine(bytes).status; };
  EXPECT_EQ(status("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"), 411);
  EXPECT_EQ(status("PUT / HTTP/1.1\r\nHost: a\r\n\r\n"), 405);
  EXPECT_EQ(status("BREW / HTTP/1.1\r\nHost: a\r\n\r\n"), 501);
  EXPECT_EQ(status("GET / HTTP/2.0\r\nHost: a\r\n\r\n"), 505);
  EXPECT_EQ(status("GET /" + std::string(20'000, 'a')), 414);
  EXPECT_EQ(status("GET / HTTP/1.1\r\nX: " + std::string(20'000, 'a')), 431);
  EXPECT_EQ(status("GET / HTTP/1.1\r\nHost: a\r\nExpect: 200\r\n\r\n"), 417);
}

// One to four bytes changed, taken out or doubled.
std::string mutated(std::string bytes, std::mt19937& random) {
  constexpr std::string_view interesting("\r\n\t :\0\x7f\xff%/;,0aA\x0b", 16);
  const auto times = 1 + random() % 4;
  for (unsigned i = 0; i < times && !bytes.empty(); ++i) {
    const auto at = random() % bytes.size();
    switch (random() % 4) {
      case 0:
        bytes[at] = interesting[random() % interesting.size()];
        break;
      case 1:
        bytes.erase(at, 1 + random() % 3);
        break;
      case 2:
        bytes.insert(at, 1, interesting[random() % interesting.size()]);
        break;
      default:
        bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 30));
        break;
    }
  }
  return bytes;
}

TEST(Guard, lets_nothing_through_that_the_parser_reads_differently) {
  std::mt19937 random(20261122);
  auto seeds = malformed_http("must_refuse.txt", 80);
  for (auto& more : malformed_http("must_accept.txt", 80)) seeds.push_back(std::move(more));
  int accepted = 0;
  for (int round = 0; round < 100'000; ++round) {
    const auto bytes = mutated(seeds[random() % seeds.size()].bytes, random);
    const auto finding = guard::examine(bytes);
    if (finding.outcome != guard::Outcome::ok) continue;
    ++accepted;
    const auto block = std::string_view(bytes).substr(0, finding.length);
    const auto head = parse_head(block);
    ASSERT_TRUE(head) << block;
    const auto first = block.find(' ');
    EXPECT_EQ(head->target, block.substr(first + 1, block.find(' ', first + 1) - first - 1));
    EXPECT_EQ(head->headers.size() + 2, static_cast<std::size_t>(std::ranges::count(block, '\n')));
    EXPECT_TRUE(head->header("transfer-encoding").empty());
    EXPECT_EQ(head->length > 0,
              head->method == Method::post && head->header("content-length") != "0");
  }
  EXPECT_GT(accepted, 1000);
}

}  // namespace
}  // namespace touchstone::http
