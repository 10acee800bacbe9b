#include "signin/unkept_session.h"

#include <gtest/gtest.h>

#include <array>
#include <vector>

#include "signin/throttle.h"

namespace touchstone::signin {
namespace {

using namespace std::chrono_literals;

Session session_at(Moment start, Id<people::Account> account = Id<people::Account>::fresh()) {
  return new_session(account, random_token(), start);
}

// Each test at a day of its own, because the memory is the program's.
TEST(UnkeptSessions, end_half_an_hour_after_they_started) {
  const auto start = now() + 24h;
  const auto session = session_at(start);
  ASSERT_TRUE(keep_in_memory(session));
  EXPECT_TRUE(session_in_memory(session.token_hash, start + 29min));
  EXPECT_FALSE(session_in_memory(session.token_hash, start + 30min));
  EXPECT_FALSE(session_in_memory(digest_of("other"), start));
}

TEST(UnkeptSessions, end_when_somebody_signs_out_here_or_everywhere) {
  const auto start = now() + 48h;
  const auto account = Id<people::Account>::fresh();
  const auto one = session_at(start, account);
  const auto two = session_at(start, account);
  ASSERT_TRUE(keep_in_memory(one) && keep_in_memory(two));
  end_in_memory(one.token_hash);
  EXPECT_FALSE(session_in_memory(one.token_hash, start));
  EXPECT_TRUE(session_in_memory(two.token_hash, start));
  end_all_in_memory(account);
  EXPECT_FALSE(session_in_memory(two.token_hash, start));
}

TEST(UnkeptSessions, are_no_more_than_a_thousand_and_make_room_when_they_end) {
  const auto start = now() + 72h;
  std::size_t kept = 0;
  while (kept < 2 * most_unkept && keep_in_memory(session_at(start))) ++kept;
  EXPECT_EQ(kept, most_unkept);
  EXPECT_TRUE(keep_in_memory(session_at(start + 31min)));
}

TEST(UnkeptSessions, are_throttled_as_those_in_the_database) {
  const auto start = now() + 96h;
  const std::array about{Tally{digest_of("somebody")}, network_tally("192.0.2.1")};
  for (int i = 0; i < failure_limit; ++i) {
    EXPECT_FALSE(is_throttled_in_memory(about, start));
    note_failure_in_memory(about, start);
  }
  EXPECT_TRUE(is_throttled_in_memory(about, start));
  EXPECT_FALSE(is_throttled_in_memory(std::array{network_tally("192.0.2.9")}, start));
  EXPECT_FALSE(is_throttled_in_memory(std::array{Tally{digest_of("somebody else")}}, start));
  EXPECT_FALSE(is_throttled_in_memory(about, start + failure_window));
}

TEST(UnkeptSessions, are_refused_to_all_when_the_failures_are_too_many_to_remember) {
  const auto start = now() + 120h;
  for (std::size_t i = 0; i < most_unkept; ++i)
    note_failure_in_memory(std::array{Tally{digest_of(std::to_string(i))}}, start);
  EXPECT_TRUE(is_throttled_in_memory(std::array{Tally{digest_of("somebody else")}}, start));
  EXPECT_FALSE(is_throttled_in_memory(std::array{Tally{digest_of("somebody else")}},
                                      start + failure_window));
}

}  // namespace
}  // namespace touchstone::signin
