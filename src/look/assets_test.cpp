#include <gtest/gtest.h>

#include <algorithm>

#include "platform/embedded.h"

namespace touchstone::look {
namespace {

std::string_view bytes(std::string_view name) {
  const auto found = std::ranges::find(embedded::assets, name, &Embedded::name);
  return found == embedded::assets.end() ? std::string_view() : found->bytes;
}

TEST(Assets, style_and_script_stay_within_what_a_page_may_weigh) {
  for (const std::string kind : {".gz", ".br"}) {
    ASSERT_FALSE(bytes("style.css" + kind).empty());
    ASSERT_FALSE(bytes("touchstone.js" + kind).empty());
    EXPECT_LE(bytes("style.css" + kind).size(), 20U * 1024) << kind;
    EXPECT_LE(bytes("touchstone.js" + kind).size(), 25U * 1024) << kind;
  }
}

TEST(Assets, nothing_is_fetched_from_elsewhere_and_no_brand_is_borrowed) {
  for (const std::string word :
       {"url(http", "url(//", "@import", "@font-face", "GDS Transport", "crown"})
    EXPECT_EQ(bytes("style.css").find(word), std::string_view::npos) << word;
}

TEST(Assets, the_script_makes_no_markup_from_text) {
  for (const std::string word :
       {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function("})
    EXPECT_EQ(bytes("touchstone.js").find(word), std::string_view::npos) << word;
}

}  // namespace
}  // namespace touchstone::look
