#include "platform/http/form.h"

#include <gtest/gtest.h>

#include "platform/http/body.h"
#include "platform/http/head.h"

namespace touchstone::http {
namespace {

std::string read(std::string_view form) {
  Fields fields;
  if (!add_form(form, fields)) return "refused";
  std::string out;
  for (const auto& [name, value] : fields) out += name + "=" + *value + ";";
  return out;
}

TEST(Form, is_read_in_its_order_with_repeated_names) {
  EXPECT_EQ(read("a=1&b=2&a=3"), "a=1;b=2;a=3;");
  EXPECT_EQ(read("a=1+2%2B3&b=%C3%A9"), "a=1 2+3;b=é;");
  EXPECT_EQ(read("a&b=&=c&&"), "a=;b=;=c;");
  EXPECT_EQ(read("a=b=c"), "a=b=c;");
  EXPECT_EQ(read(""), "");
}

TEST(Form, is_refused_when_it_cannot_be_decoded) {
  for (const auto* bad :
       {"a=%", "a=%4", "a=%zz", "a=%ff", "a=%00", "%c0%af=1", "a=\xff", "a=%ed%a0%80"})
    EXPECT_EQ(read(bad), "refused") << bad;
}

TEST(Form, is_refused_with_too_many_fields) {
  std::string form;
  for (std::size_t i = 0; i < most_form_fields; ++i) form += "a=1&";
  EXPECT_NE(read(form), "refused");
  EXPECT_EQ(read(form + "a=1"), "refused");
}

TEST(Reader, complains_about_everything_at_once) {
  Fields fields;
  fields.add("name", " \tÉlodie\r\n");
  fields.add("note", "abcdef");
  fields.add("due", "2026-02-30");
  fields.add("version", "-1");
  fields.add("stray", "x");
  fields.add("csrf", "x");
  fields.add("agree", "on");
  Complaints complaints;
  Reader reader(fields, complaints);
  EXPECT_EQ(reader.text("name", 6), "Élodie");
  EXPECT_EQ(reader.text("note", 5), "abcdef");
  EXPECT_EQ(reader.required_text("title", 10, "Enter a title."), "");
  EXPECT_EQ(reader.date("due"), std::nullopt);
  EXPECT_EQ(reader.version("version"), 0);
  EXPECT_TRUE(reader.flag("agree"));
  reader.refuse_unknown();
  EXPECT_TRUE(complaints.about("note").contains("5"));
  EXPECT_EQ(complaints.about("title"), "Enter a title.");
  EXPECT_FALSE(complaints.about("due").empty());
  EXPECT_FALSE(complaints.about("version").empty());
  EXPECT_TRUE(complaints.about("stray").contains("stray"));
  EXPECT_EQ(complaints.size(), 5U);
}

TEST(Reader, refuses_one_value_that_comes_twice_and_takes_a_list_of_many) {
  Fields fields;
  for (const auto* name : {"title", "due_on", "version", "sure", "items", "once"})
    for (int n = 0; n < (std::string_view(name) == "once" ? 1 : 2); ++n)
      fields.add(name, std::string_view(name) == "items" ? std::to_string(n) : "");
  Complaints complaints;
  Reader reader(fields, complaints);
  for (int again = 0; again < 2; ++again) reader.text("title", 20);
  reader.date("due_on");
  reader.flag("sure");
  reader.text("once", 20);
  EXPECT_EQ(reader.list("items").size(), 2U);
  EXPECT_EQ(complaints.size(), 3U);
  for (const auto* name : {"title", "due_on", "sure"})
    EXPECT_EQ(complaints.about(name), "This came more than once.");
  reader.version("version");
  EXPECT_EQ(complaints.about("version"), "This came more than once.");
}

TEST(Reader, takes_no_date_and_many_values) {
  Fields fields;
  fields.add("due", " ");
  fields.add("tag", "a");
  fields.add("tag", std::nullopt);
  fields.add("tag", " b ");
  fields.add("tag", "a ");
  Complaints complaints;
  Reader reader(fields, complaints);
  EXPECT_EQ(reader.date("due"), std::nullopt);
  EXPECT_EQ(reader.list("tag"), (std::vector<std::string>{"a", "b"}))
      << "what is ticked twice is ticked";
  EXPECT_TRUE(reader.has("tag"));
  reader.refuse_unknown();
  EXPECT_TRUE(complaints.empty());
}

TEST(Reader, takes_whole_numbers_within_bounds_and_nothing_like_them) {
  const auto read = [](const std::string& typed) -> std::optional<std::int64_t> {
    Fields fields;
    fields.add("cost", typed);
    Complaints complaints;
    Reader reader(fields, complaints);
    const auto cost = reader.whole("cost", 1, 1000, "Give the cost as a whole number.");
    reader.refuse_unknown();
    if (complaints.empty()) return cost;
    EXPECT_EQ(complaints.about("cost"), "Give the cost as a whole number.") << typed;
    EXPECT_EQ(complaints.size(), 1U) << typed;
    EXPECT_EQ(cost, 1) << typed;
    return std::nullopt;
  };
  EXPECT_EQ(read("1"), 1);
  EXPECT_EQ(read(" 1000 "), 1000);
  for (const auto* wrong :
       {"", "0", "1001", "-5", "+5", "5x", "5.0", "1 000", "0x10", "five", "99999999999999999999"})
    EXPECT_EQ(read(wrong), std::nullopt) << wrong;
}

TEST(Accept, is_weighed) {
  EXPECT_TRUE(prefers_json("application/json"));
  EXPECT_TRUE(prefers_json("application/problem+json, text/html;q=0.5"));
  EXPECT_FALSE(prefers_json("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"));
  EXPECT_FALSE(prefers_json("text/html, application/json"));
  EXPECT_FALSE(prefers_json("application/json;q=0, text/html"));
  EXPECT_FALSE(prefers_json("*/*"));
  EXPECT_FALSE(prefers_json(""));
}

TEST(Target, is_split_before_it_is_decoded) {
  const auto address = parse_target("/a%2Fb/c%20d?x=1&y=a+b");
  ASSERT_TRUE(address);
  EXPECT_EQ(address->segments, (std::vector<std::string>{"a/b", "c d"}));
  EXPECT_EQ(address->query.text("y"), "a b");
  EXPECT_EQ(parse_target("/")->segments, std::vector<std::string>{""});
}

TEST(Target, is_refused_when_it_climbs_or_is_not_text) {
  for (const auto* bad :
       {"/..", "/a/../b", "/%2e%2e/a", "/.%2E", "/.", "/a/%2e", "/%ff", "/?a=%ff", "/a?b=%00"})
    EXPECT_FALSE(parse_target(bad)) << bad;
  EXPECT_TRUE(parse_target("/..."));
}

}  // namespace
}  // namespace touchstone::http
