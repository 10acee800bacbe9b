#include "platform/html/html.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <chrono>
#include <map>

namespace touchstone {
namespace {

// What a browser reads where `escape` wrote: the five references, and nothing else that begins with
// "&".
std::string read_back(std::string_view markup) {
  static const std::map<std::string_view, char> references{
      {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
  std::string out;
  while (!markup.empty()) {
    std::size_t length = 1;
    char c = markup.front();
    for (const auto& [reference, meant] : references)
      if (markup.starts_with(reference)) {
        length = reference.size();
        c = meant;
      }
    EXPECT_FALSE(length == 1 && c == '&') << markup;
    out += c;
    markup.remove_prefix(length);
  }
  return out;
}

std::string_view between(std::string_view text, std::string_view from, std::string_view to) {
  const auto begin = text.find(from) + from.size();
  return text.substr(begin, text.find(to, begin) - begin);
}

TEST(Html, text_is_escaped_in_content_and_in_both_kinds_of_quotes) {
  const std::string nasty = R"(</p><script>a('b' & "c")</script>)";
  EXPECT_EQ(html(R"(<p a="{}" b='{}'>{}</p>)", nasty, nasty, nasty).text(),
            "<p a=\"&lt;/p&gt;&lt;script&gt;a(&#39;b&#39; &amp; &quot;c&quot;)&lt;/script&gt;\""
            " b='&lt;/p&gt;&lt;script&gt;a(&#39;b&#39; &amp; &quot;c&quot;)&lt;/script&gt;'>"
            "&lt;/p&gt;&lt;script&gt;a(&#39;b&#39; &amp; &quot;c&quot;)&lt;/script&gt;</p>");
}

TEST(Html, markup_goes_in_as_it_is_and_numbers_as_digits) {
  const auto inner = html("<b>{}</b>", -12);
  EXPECT_EQ(html("<p>{}{}</p>", inner, std::uint64_t{18446744073709551615U}).text(),
            "<p><b>-12</b>18446744073709551615</p>");
}

TEST(Html, pieces_are_appended_to_one_buffer) {
  Html page;
  page.add("<ul>");
  for (int i = 1; i < 3; ++i) page.add("<li>{}</li>", i);
  page.add("</ul>").add(html("<p>{}</p>", "&"));
  EXPECT_EQ(page.text(), "<ul><li>1</li><li>2</li></ul><p>&amp;</p>");
}

TEST(Html, addresses_are_escaped_for_the_attribute_that_they_stand_in) {
  EXPECT_EQ(html(R"(<a href="{}">a</a>)", url("/a").with("b", "'").with("c", "&")).text(),
            R"(<a href="/a?b=%27&amp;c=%26">a</a>)");
}

TEST(Html, attributes_stand_inside_a_tag_with_their_values_escaped) {
  Attributes attributes;
  attributes.set("title", "a\"b")
      .set("hidden")
      .set("rows", 3)
      .maybe("id", "")
      .set("data-x", url("/a"));
  EXPECT_EQ(html("<p{}>a</p>", attributes).text(),
            R"(<p title="a&quot;b" hidden rows="3" data-x="/a">a</p>)");
}

TEST(Html, names_of_attributes_that_are_not_literals_obey_the_same_rules) {
  EXPECT_TRUE(AttributeName::checked("data-x"));
  for (const auto* name :
       {"onclick", "style", "href", "a b", "a=b", "A", "", "srcdoc", "formaction"})
    EXPECT_FALSE(AttributeName::checked(name)) << name;
}

RC_GTEST_PROP(Html, what_is_written_is_what_is_read_in_content_and_attributes, (std::string text)) {
  const auto page = html(R"(<p title="{}">{}</p>)", text, text).text();
  RC_ASSERT(read_back(between(page, "title=\"", "\"")) == text);
  RC_ASSERT(read_back(between(page, "\">", "</p>")) == text);
}

// Text made of what matters, since random text seldom has it.
RC_GTEST_PROP(Html, no_text_ends_the_place_it_stands_in, ()) {
  const auto text = *rc::gen::container<std::string>(
      rc::gen::element('<', '>', '&', '"', '\'', ';', 'a', '#', '3', '9'));
  const auto page = html(R"(<p title="{}" lang='{}'>{}</p>)", text, text, text).text();
  RC_ASSERT(read_back(between(page, "title=\"", "\"")) == text);
  RC_ASSERT(read_back(between(page, "lang='", "'")) == text);
  RC_ASSERT(std::ranges::count(page, '<') == 2);
  RC_ASSERT(std::ranges::count(page, '"') == 2);
}

Html large_page() {
  Html page;
  page.reserve(64 * 1024);
  const std::string title = "Working with colleagues & others on what tutoring could become";
  const std::string key = "silver.reflect";
  for (int i = 0; i < 260; ++i)
    page.add(
        R"(<li class="ts-step"><label for="{}-{}"><input type="checkbox" id="{}-{}" name="holds" value="{}"> )"
        R"({}</label></li>)",
        key, i, key, i, key, title);
  return page;
}

TEST(Html, a_page_of_57_kilobytes_takes_no_noticeable_time) {
  const auto size = large_page().size();
  EXPECT_GT(size, 45'000U);
  auto best = std::chrono::nanoseconds::max();
  for (int i = 0; i < 50; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    const auto page = large_page();
    best = std::min(best, std::chrono::nanoseconds(std::chrono::steady_clock::now() - begin));
    ASSERT_EQ(page.size(), size);
  }
  RecordProperty("bytes", static_cast<int>(size));
  RecordProperty("best_microseconds", static_cast<int>(best.count() / 1000));
  // Optimised it is 60 µs at the most; this build may be neither optimised nor alone on its
  // machine.
  EXPECT_LT(best, std::chrono::milliseconds(20));
}

}  // namespace
}  // namespace touchstone
