#include "platform/json/described.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "platform/json/flatten.h"
#include "platform/text.h"

namespace touchstone::json {

namespace orchard {

enum class Ripeness : std::uint8_t { green, nearly_there, ripe };
BOOST_DESCRIBE_ENUM(Ripeness, green, nearly_there, ripe)

struct Apple {
  std::string name;
  std::optional<std::int64_t> grams;
  bool operator==(const Apple&) const = default;
};
BOOST_DESCRIBE_STRUCT(Apple, (), (name, grams))

struct Tree {
  Id<Tree> id{};
  Date planted{};
  Moment pruned{};
  Ripeness ripeness = Ripeness::green;
  bool old = false;
  double height = 0;
  std::vector<Apple> apples;
  std::map<std::string, int> by_year;
  std::vector<Tree> grafts;
};
BOOST_DESCRIBE_STRUCT(Tree, (),
                      (id, planted, pruned, ripeness, old, height, apples, by_year, grafts))

struct Named {
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Named, (), (name))
struct Dog : Named {
  int legs = 4;
};
BOOST_DESCRIBE_STRUCT(Dog, (Named), (legs))

}  // namespace orchard

namespace {

using orchard::Apple;
using orchard::Tree;

TEST(TextOf, writes_every_kind_of_member) {
  Tree tree;
  tree.planted = std::chrono::year(2024) / 2 / 29;
  tree.ripeness = orchard::Ripeness::nearly_there;
  tree.height = 2.5;
  tree.apples = {{"A \"good\" one\n", 120}, {"", std::nullopt}};
  tree.by_year = {{"2025", -3}, {"2026", 4}};
  tree.grafts.resize(1);
  const auto text = text_of(tree);
  const std::string start =
      R"({"id":"00000000000000000000000000","planted":"2024-02-29","pruned":"1970-01-01T00:00:00Z",)"
      R"("ripeness":"nearly_there","old":false,"height":2.5,"apples":[{"name":"A \"good\" one\n",)"
      R"("grams":120},{"name":"","grams":null}],"by_year":{"2025":-3,"2026":4},"grafts":[{"id":)";
  EXPECT_EQ(text.substr(0, start.size()), start);
  EXPECT_TRUE(text.ends_with(R"("apples":[],"by_year":{},"grafts":[]}]})"));
}

TEST(TextOf, writes_members_of_a_base_too) {
  EXPECT_EQ(text_of(orchard::Dog{{"Rex"}, 3}), R"({"name":"Rex","legs":3})");
}

TEST(TextOf, writes_what_stands_alone) {
  EXPECT_EQ(text_of(std::vector<bool>{true, false}), "[true,false]");
  EXPECT_EQ(text_of(std::string("\x01\x1f/\x7f")), "\"\\u0001\\u001f/\x7f\"");
  EXPECT_EQ(text_of(std::uint64_t{18446744073709551615U}), "18446744073709551615");
  EXPECT_EQ(text_of(std::nan("")), "null");
  EXPECT_EQ(text_of("plain"), "\"plain\"");
}

TEST(SchemaOf, names_structs_and_refers_to_them) {
  Components components;
  EXPECT_EQ(schema_of<std::vector<Tree>>(components),
            R"({"type":"array","items":{"$ref":"#/components/schemas/json.orchard.Tree"}})");
  ASSERT_EQ(components.size(), 2U);
  EXPECT_EQ(components.at("json.orchard.Apple"),
            R"({"type":"object","properties":{"name":{"type":"string"},)"
            R"("grams":{"anyOf":[{"type":"integer"},{"type":"null"}]}},)"
            R"("required":["name","grams"],"additionalProperties":false})");
  const auto& tree = components.at("json.orchard.Tree");
  for (const auto* part :
       {R"("planted":{"type":"string","format":"date"})",
        R"("pruned":{"type":"string","format":"date-time"})",
        R"("ripeness":{"type":"string","enum":["green","nearly_there","ripe"]})",
        R"("by_year":{"type":"object","additionalProperties":{"type":"integer"}})",
        R"("grafts":{"type":"array","items":{"$ref":"#/components/schemas/json.orchard.Tree"}})"})
    EXPECT_NE(tree.find(part), std::string::npos) << part;
}

std::vector<std::pair<std::string, std::optional<std::string>>> names_and_values(
    const std::string& json) {
  std::vector<std::pair<std::string, std::optional<std::string>>> taken;
  Complaints complaints;
  flatten(
      json,
      [&](std::string name, std::optional<std::string> value) {
        taken.emplace_back(std::move(name), std::move(value));
      },
      complaints);
  for (const auto& complaint : complaints) ADD_FAILURE() << complaint.message << json;
  return taken;
}

auto any_text() {
  const auto bytes = *rc::gen::arbitrary<std::string>();
  return is_utf8(bytes) ? bytes : std::string("é🍎\x01\"\\");
}

RC_GTEST_PROP(TextOf, what_is_written_reads_back, ()) {
  const auto number = *rc::gen::arbitrary<std::int64_t>();
  const Apple apple{any_text(), *rc::gen::arbitrary<bool>() ? std::optional(number) : std::nullopt};
  const auto taken = names_and_values(text_of(apple));
  RC_ASSERT(taken.size() == 2U);
  RC_ASSERT(taken[0].second == apple.name);
  RC_ASSERT(taken[1].second.has_value() == apple.grams.has_value());
  if (apple.grams) RC_ASSERT(*taken[1].second == std::to_string(number));
}

RC_GTEST_PROP(TextOf, numbers_read_back_to_the_last_bit, (double number)) {
  RC_PRE(std::isfinite(number));
  RC_ASSERT(std::stod(text_of(number)) == number);
}

RC_GTEST_PROP(Flatten, never_falls_over_whatever_comes, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "{", "}", "[", "]", ",", ":", "\"a\"", "\"\\u0000\"", "1e9", "null", "\xff", " ", "\"", "-"));
  std::string json;
  for (const auto& piece : pieces) json += piece;
  Complaints complaints;
  flatten(json, [](const std::string&, const std::optional<std::string>&) {}, complaints);
}

}  // namespace
}  // namespace touchstone::json
