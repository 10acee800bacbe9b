#include "platform/json/flatten.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace touchstone::json {
namespace {

using namespace std::string_view_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;

using Taken = std::vector<std::pair<std::string, std::optional<std::string>>>;

struct Answer {
  Taken taken;
  Complaints complaints;
};

Answer read(std::string_view json) {
  Answer answer;
  flatten(
      json,
      [&](std::string name, std::optional<std::string> value) {
        answer.taken.emplace_back(std::move(name), std::move(value));
      },
      answer.complaints);
  return answer;
}

std::string first_complaint(std::string_view json) {
  const auto answer = read(json);
  if (answer.complaints.empty()) return "";
  return answer.complaints.begin()->field + ": " + answer.complaints.begin()->message;
}

std::string nested(std::size_t levels) {
  std::string text;
  for (std::size_t i = 0; i < levels; ++i) text += R"({"a":)";
  return text + "1" + std::string(levels, '}');
}

TEST(Flatten, gives_dotted_names_and_repeats_those_of_lists) {
  const auto answer = read(R"( {"core_values": {"level": "gold", "ticks": ["a", "b"]},
                               "rows": [{"x": 1}, {"x": 2}], "name": "x"} )");
  EXPECT_THAT(answer.taken,
              ElementsAre(Pair("core_values.level", "gold"), Pair("core_values.ticks", "a"),
                          Pair("core_values.ticks", "b"), Pair("rows.x", "1"), Pair("rows.x", "2"),
                          Pair("name", "x")));
  EXPECT_TRUE(answer.complaints.empty());
}

TEST(Flatten, keeps_numbers_as_they_are_written_and_null_without_a_value) {
  const auto answer =
      read(R"({"a": -1.50e+2, "b": 123456789012345678901234567890, "c": true, "d": null})");
  EXPECT_THAT(answer.taken,
              ElementsAre(Pair("a", "-1.50e+2"), Pair("b", "123456789012345678901234567890"),
                          Pair("c", "true"), Pair("d", std::nullopt)));
}

TEST(Flatten, keeps_on_after_a_list_of_objects_that_ends_in_a_text) {
  EXPECT_THAT(read(R"({"a": [{"b": {"c": 1}}, "x"], "d": {}})").taken,
              ElementsAre(Pair("a.b.c", "1"), Pair("a", "x")));
}

TEST(Flatten, tells_of_a_list_in_which_nothing_is) {
  EXPECT_THAT(read(R"({"a": [], "b": {"c": [ ], "d": 1}, "e": [{"f": []}, {}], "g": [{}]})").taken,
              ElementsAre(Pair("a", std::nullopt), Pair("b.c", std::nullopt), Pair("b.d", "1"),
                          Pair("e.f", std::nullopt), Pair("g", std::nullopt)));
}

TEST(Flatten, undoes_escapes) {
  EXPECT_THAT(read(R"({"a": "\"\\\n\u00e9\ud83c\udf4e"})").taken,
              ElementsAre(Pair("a", "\"\\\né🍎")));
}

TEST(Flatten, refuses_a_member_that_stands_twice) {
  EXPECT_EQ(first_complaint(R"({"a": 1, "a": 2})"), "a: This member stands twice.");
  EXPECT_EQ(first_complaint(R"({"o": {"a": 1, "\u0061": 2}})"), "o.a: This member stands twice.");
  EXPECT_EQ(first_complaint(R"({"o": {"a": 1}, "a": 2, "p": [{"a": 1}, {"a": 1}]})"), "");
}

TEST(Flatten, refuses_names_that_could_be_read_in_two_ways) {
  EXPECT_THAT(first_complaint(R"({"a.b": 1})"), HasSubstr("may not have a dot"));
  EXPECT_THAT(first_complaint(R"({"a\u0000": 1})"), HasSubstr("may not have a dot"));
  EXPECT_THAT(first_complaint(R"({"": 1})"), HasSubstr("without a name"));
}

TEST(Flatten, refuses_nul_and_invalid_utf8) {
  EXPECT_EQ(first_complaint(R"({"a": "x\u0000y"})"), "a: There is a NUL character in this text.");
  for (const auto json :
       {"{\"a\": \"\xff\"}"sv, "{\"a\": \"\xed\xa0\x80\"}"sv, "{\"a\": \"\xc0\xaf\"}"sv,
        "{\"\xff\": 1}"sv, "{\"a\": \"\0\"}"sv, R"({"a": "\ud800"})"sv})
    EXPECT_THAT(first_complaint(json), HasSubstr("not JSON")) << json;
}

TEST(Flatten, refuses_whatever_is_not_one_object) {
  for (const auto json : {"[1]", "1", "\"a\"", "null", "true"})
    EXPECT_THAT(first_complaint(json), HasSubstr("Send one JSON object")) << json;
  for (const auto json : {"", " ", "{", "{}{}", "{} x", "{'a': 1}", "{\"a\": 1,}", "{\"a\": 01}",
                          "{\"a\": NaN}", "{\"a\": 1} // x", "{\"a\" 1}", "\xef\xbb\xbf{}"})
    EXPECT_THAT(first_complaint(json), HasSubstr("not JSON")) << json;
}

TEST(Flatten, refuses_lists_in_lists) {
  EXPECT_THAT(first_complaint(R"({"a": [[1]]})"), HasSubstr("a: There is a list inside a list"));
}

TEST(Flatten, reads_32_levels_and_no_more) {
  EXPECT_EQ(first_complaint(nested(32)), "");
  EXPECT_THAT(first_complaint(nested(33)), HasSubstr("not JSON"));
  EXPECT_THAT(first_complaint(nested(100'000)), HasSubstr("not JSON"));
}

TEST(Flatten, tells_all_complaints_and_where_reading_stopped) {
  const auto answer = read("{\"a\": 1, \"a\": 2, \"b.c\": 1,\n \"d\": x}");
  ASSERT_EQ(answer.complaints.size(), 3U);
  EXPECT_THAT(answer.complaints.about(""), HasSubstr("at line 2, column 7"));
}

// What comes out of `json`, in bytes: names, values and complaints.
std::size_t weight_of(const std::string& json) {
  const auto answer = read(json);
  std::size_t bytes = 0;
  for (const auto& [name, value] : answer.taken) bytes += name.size() + value.value_or("").size();
  for (const auto& complaint : answer.complaints)
    bytes += complaint.field.size() + complaint.message.size();
  return bytes;
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST(Flatten, makes_no_much_of_a_long_name) {
  const std::string name(60'000, 'k');
  EXPECT_LT(weight_of("{\"" + name + "\": [" + repeated("1,", 1'990) + "1]}"), 1'000U);
  EXPECT_LT(weight_of("{\"" + name + "\": {" + repeated(R"("a":1,)", 5'000) + "\"b\":1}}"), 1'000U);
  const std::string part(500, 'k');
  EXPECT_THAT(first_complaint("{\"" + part + "\": {\"" + part + "\": 1}}"),
              HasSubstr("The name of a member is too long. Reading stopped at line 1, column 1"));
  EXPECT_EQ(first_complaint("{\"" + part + "\": {\"a\": 1}}"), "");
}

TEST(Flatten, stops_after_twenty_complaints) {
  const auto answer = read("{" + repeated(R"("a":1,)", 5'000) + "\"b\":1}");
  EXPECT_EQ(answer.complaints.size(), 21U);
  EXPECT_THAT(answer.complaints.about(""), HasSubstr("There are more mistakes than these."));
  EXPECT_EQ(read("{\"a\": [" + repeated("[", 30) + repeated("]", 30) + "]}").complaints.size(),
            21U);
}

TEST(Flatten, stops_at_too_many_values_and_at_too_many_members_without_one) {
  Complaints complaints;
  std::size_t taken = 0;
  const Take count = [&](const std::string&, const std::optional<std::string>&) { ++taken; };
  flatten("{\"a\": [" + repeated("1,", 9) + "1]}", count, complaints, 10);
  EXPECT_TRUE(complaints.empty());
  flatten("{\"a\": [" + repeated("1,", 10) + "1]}", count, complaints, 10);
  EXPECT_THAT(complaints.about(""), HasSubstr("There are too many members."));
  EXPECT_EQ(taken, 20U);
  Complaints empty_ones;
  std::string members;
  for (int i = 0; i < 50; ++i) members += '"' + std::to_string(i) + "\":{},";
  flatten("{" + members + "\"b\":1}", count, empty_ones, 10);
  EXPECT_THAT(empty_ones.about(""), HasSubstr("There are too many members."));
}

TEST(Flatten, is_quick_with_many_members) {
  std::string json = "{";
  for (int i = 0; i < 50'000; ++i) json += '"' + std::to_string(i) + "\":1,";
  EXPECT_EQ(read(json + "\"x\":1}").taken.size(), 50'001U);
}

}  // namespace
}  // namespace touchstone::json
