#include "platform/web_address.h"

#include <gtest/gtest.h>

namespace touchstone {
namespace {

TEST(WebAddress, gets_its_scheme_where_it_begins_with_www) {
  EXPECT_EQ(with_its_scheme("www.example.org/a"), "https://www.example.org/a");
  EXPECT_EQ(with_its_scheme("WWW.example.org"), "https://WWW.example.org");
  for (const auto* stays : {"http://www.example.org", "example.org", "javascript:www.", "www", ""})
    EXPECT_EQ(with_its_scheme(stays), stays);
}

}  // namespace
}  // namespace touchstone
