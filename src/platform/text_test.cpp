#include "platform/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <stdexcept>

namespace touchstone {
namespace {

using namespace std::string_view_literals;
using ::testing::ElementsAre;

TEST(Utf8, refuses_what_is_malformed_or_has_a_nul) {
  EXPECT_TRUE(is_utf8(""));
  EXPECT_TRUE(is_utf8("naïve 漢字 🍎"));
  for (const auto text : {"\0"sv, "a\0b"sv, "\xff"sv, "\xc3"sv, "\xc0\xaf"sv, "\xed\xa0\x80"sv,
                          "\xf4\x90\x80\x80"sv, "\xe2\x82"sv, "\x80"sv, "\xe0\x80\xaf"sv})
    EXPECT_FALSE(is_utf8(text)) << to_hex(text);
}

TEST(Text, counts_code_points) {
  EXPECT_EQ(characters("naïve 🍎"), 7U);
}

TEST(Text, is_cut_between_characters) {
  EXPECT_EQ(first_characters("naïve 🍎", 3), "naï");
  EXPECT_EQ(first_characters("naïve 🍎", 7), "naïve 🍎");
  EXPECT_EQ(first_characters("naïve 🍎", 0), "");
}

TEST(Text, loses_white_space_at_both_ends_only) {
  EXPECT_EQ(trimmed(" \t a b\r\n"), "a b");
  EXPECT_EQ(trimmed("  "), "");
}

TEST(Text, is_split_keeping_empty_parts) {
  EXPECT_THAT(split("a,,b,", ','), ElementsAre("a", "", "b", ""));
  EXPECT_THAT(split("", ','), ElementsAre(""));
}

TEST(SortKey, knows_neither_case_nor_accents) {
  EXPECT_EQ(sort_key("Élodie"), "elodie");
  EXPECT_EQ(sort_key("E\u0301lodie"), "elodie");
  EXPECT_EQ(sort_key("Straße"), "strasse");
  EXPECT_EQ(sort_key("ﬁve Ⅳ"), "five iv");
  EXPECT_EQ(sort_key("Siân O’Neill"), "sian o’neill");
  EXPECT_THROW(sort_key("\xff"), std::invalid_argument);
}

TEST(Nfc, gives_one_spelling) {
  EXPECT_EQ(nfc("e\u0301"), "é");
  EXPECT_EQ(nfc("é"), "é");
  EXPECT_EQ(nfc("ﬁ"), "ﬁ");
  EXPECT_THROW(nfc("\xc3"), std::invalid_argument);
}

TEST(Cleaned, folds_line_ends_and_drops_controls) {
  EXPECT_EQ(cleaned(" one\r\ntwo\rthree\n\n"), "one\ntwo\nthree");
  EXPECT_EQ(cleaned("a\tb\x01\x1b[0m\x7f"), "a\tb[0m");
  EXPECT_EQ(cleaned(" \u200b\ufeff\u2060 "), "");
  EXPECT_EQ(cleaned("\u202egpj.\u202c \u2067x\u2069"), "gpj. x");
  EXPECT_EQ(cleaned("\u0645\u06cc\u200c\u062e"), "\u0645\u06cc\u200c\u062e") << "joiners stay";
  EXPECT_EQ(cleaned("a\xef\xbf\xbe"
                    "b\xef\xbf\xbf"
                    "c\xef\xbf\xbd"),
            "abc\xef\xbf\xbd");
}

TEST(Base64url, is_strict) {
  EXPECT_EQ(to_base64url("\xfb\xff\xfe"), "-__-");
  EXPECT_EQ(to_base64url("a"), "YQ");
  EXPECT_EQ(from_base64url("YQ"), "a");
  EXPECT_EQ(from_base64url(""), "");
  for (const auto* text : {"YQ==", "Y", "YR", "Y Q", "+/+/", "YQ\n", "YQ."})
    EXPECT_FALSE(from_base64url(text)) << text;
}

TEST(Hex, is_lower_case) {
  EXPECT_EQ(to_hex("\x0f\xf0"), "0ff0");
}

TEST(LoweredAscii, leaves_all_but_A_to_Z_as_it_is) {
  EXPECT_EQ(lowered_ascii("Content-TYPE @[`{ É"), "content-type @[`{ É");
}

TEST(Counted, knows_one_from_many) {
  EXPECT_EQ(counted(1, "theme", "themes"), "1 theme");
  EXPECT_EQ(counted(0, "theme", "themes"), "0 themes");
  EXPECT_EQ(counted(3, "theme", "themes"), "3 themes");
}

RC_GTEST_PROP(Base64url, leads_back_to_the_same_bytes, (const std::string& bytes)) {
  RC_ASSERT(from_base64url(to_base64url(bytes)) == bytes);
}

RC_GTEST_PROP(Base64url, has_one_spelling_for_each_text, (const std::string& text)) {
  if (const auto bytes = from_base64url(text)) RC_ASSERT(to_base64url(*bytes) == text);
}

RC_GTEST_PROP(Cleaned, changes_nothing_the_second_time, (const std::string& typed)) {
  RC_ASSERT(cleaned(cleaned(typed)) == cleaned(typed));
}

}  // namespace
}  // namespace touchstone
