#include "signin/turnstile.h"

#include <gtest/gtest.h>

namespace touchstone::signin {
namespace {

using namespace std::chrono_literals;

constexpr Moment then = std::chrono::sys_days(2027y / 1 / 19);

TEST(Turnstiles, let_a_network_in_so_often_and_again_later_and_others_meanwhile) {
  Turnstile turnstile({.readings = 2, .window = 5min, .networks = 5});
  const Uuid feed{{1}};
  const Uuid other_feed{{2}};
  EXPECT_TRUE(turnstile.lets_in(feed, "192.0.2.1", then));
  EXPECT_TRUE(turnstile.lets_in(feed, "192.0.2.2", then));
  EXPECT_FALSE(turnstile.lets_in(feed, "192.0.2.3", then + 4min));
  EXPECT_TRUE(turnstile.lets_in(feed, "198.51.100.1", then));
  EXPECT_TRUE(turnstile.lets_in(other_feed, "192.0.2.1", then));
  EXPECT_TRUE(turnstile.lets_in(feed, "192.0.2.1", then + 5min));
}

TEST(Turnstiles, remember_no_more_networks_than_they_have_room_for) {
  Turnstile turnstile({.readings = 1, .window = 5min, .networks = 2});
  for (const auto* network : {"192.0.2.1", "198.51.100.1", "203.0.113.1"})
    EXPECT_TRUE(turnstile.lets_in({}, network, then));
  EXPECT_TRUE(turnstile.lets_in({}, "192.0.2.1", then)) << "all began anew";
}

}  // namespace
}  // namespace touchstone::signin
