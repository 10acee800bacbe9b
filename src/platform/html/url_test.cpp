#include "platform/html/url.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "platform/id.h"

namespace touchstone {
namespace {

struct Theme;

TEST(Url, arguments_stay_inside_their_segment) {
  EXPECT_EQ(url("/{}/standards/{}", "east mere", "a/b?c#d@1.0").text(),
            "/east%20mere/standards/a%2Fb%3Fc%23d@1.0");
  EXPECT_EQ(url("/sheets/{}", 12).text(), "/sheets/12");
  const auto id = Id<Theme>::fresh();
  EXPECT_EQ(url("/sheets/{}", id).text(), "/sheets/" + to_text(id));
}

TEST(Url, an_argument_cannot_climb_or_lead_to_another_site) {
  for (const auto* text : {"", ".", ".."})
    EXPECT_THROW(url("/{}/{}", text, "example.com"), std::invalid_argument) << text;
}

TEST(Url, query_and_fragment_are_encoded_and_keep_their_order) {
  EXPECT_EQ(url("/a").at("x y").with("n", "1&2").with("m", "é").text(),
            "/a?n=1%262&m=%C3%A9#x%20y");
  EXPECT_EQ(Url::here("core-values.level").text(), "#core-values.level");
}

TEST(Url, outside_addresses_are_http_https_or_mailto) {
  for (const auto* good :
       {"https://example.com/a?b=c", "HTTP://example.com", "mailto:a@example.com"})
    EXPECT_EQ(Url::outside(good)->text(), good);
  for (const auto* bad : {"javascript:alert(1)", "JavaScript:alert(1)", "java\nscript:alert(1)",
                          " https://a", "data:text/html,a", "//example.com", "/a", "https:a",
                          "https://", "https:///a", "https://a b", "https://a\"b", "https://a\\b",
                          "vbscript:a", "file:///etc/passwd", "", "mailto:"})
    EXPECT_FALSE(Url::outside(bad)) << bad;
}

TEST(Url, outside_addresses_keep_letters_of_every_language_as_browsers_send_them) {
  EXPECT_EQ(Url::outside("https://müller.example/ä?ö=ü")->text(),
            "https://m%C3%BCller.example/%C3%A4?%C3%B6=%C3%BC");
  EXPECT_FALSE(Url::outside("https://ä b"));
}

TEST(Url, an_address_sent_to_us_must_be_a_path_of_ours) {
  for (const auto* good : {"/", "/a/b?c=d", "/a#b"}) EXPECT_EQ(Url::ours(good)->text(), good);
  for (const auto* bad : {"", "a", "//example.com", "/\\example.com", "/a\nb", "/\texample.com",
                          "https://example.com", "/a b", "\\\\example.com", "/é"})
    EXPECT_FALSE(Url::ours(bad)) << bad;
}

RC_GTEST_PROP(Url, no_argument_makes_another_segment_query_or_fragment, (std::string text)) {
  RC_PRE(!text.empty() && text != "." && text != "..");
  const auto made = url("/a/{}/b", text).text();
  RC_ASSERT(std::ranges::count(made, '/') == 3);
  RC_ASSERT(made.find_first_of("?#\\\"'<>& ") == std::string::npos);
}

}  // namespace
}  // namespace touchstone
