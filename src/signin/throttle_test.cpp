#include "signin/throttle.h"

#include <gtest/gtest.h>

namespace touchstone::signin {

TEST(Network, is_the_24_of_an_ipv4_address) {
  EXPECT_EQ(network_of("192.0.2.1"), network_of("192.0.2.254"));
  EXPECT_NE(network_of("192.0.2.1"), network_of("192.0.3.1"));
}

TEST(Network, is_the_64_of_an_ipv6_address_however_it_is_written) {
  EXPECT_EQ(network_of("2001:db8:0:1::1"), network_of("2001:db8::1:ffff:0:0:2"));
  EXPECT_NE(network_of("2001:db8:0:1::1"), network_of("2001:db8:0:2::1"));
}

TEST(Network, is_the_same_for_ipv4_inside_ipv6) {
  EXPECT_EQ(network_of("::ffff:192.0.2.9"), network_of("192.0.2.1"));
}

TEST(Network, of_what_is_no_address_is_that_text) {
  EXPECT_EQ(network_of("unknown"), "unknown");
}

TEST(Throttle, counts_every_spelling_of_an_address_together) {
  EXPECT_EQ(counted_against(" Ada@Marlow.example", "192.0.2.1"),
            counted_against("ada@marlow.example", "192.0.2.7"));
  EXPECT_NE(counted_against("ada@marlow.example", "192.0.2.1").front(),
            counted_against("eve@marlow.example", "192.0.2.1").front());
}

}  // namespace touchstone::signin
