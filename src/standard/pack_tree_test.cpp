#include "standard/pack_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "standard/box.h"
#include "standard/canonical.h"

namespace touchstone::standard {
namespace {

using ::testing::HasSubstr;

TEST(PackTree, every_pack_in_the_box_comes_back_from_its_YAML_and_gives_the_same_bytes_again) {
  for (const auto& pack : box()) {
    const auto yaml = to_yaml(tree_of(pack.canonical));
    const auto again = read_pack(yaml);
    ASSERT_TRUE(again) << to_text(pack.content->address(), again.error().front());
    EXPECT_EQ(again->hash, pack.hash);
    EXPECT_EQ(to_yaml(tree_of(again->canonical)), yaml);
  }
}

TEST(PackTree, is_written_for_people_with_what_it_is_first_and_levels_lowest_first) {
  const auto content = in_the_box("personal-tutoring@1.0");
  for (const auto& pack : box()) {
    if (pack.content != content) continue;
    const auto yaml = to_yaml(tree_of(pack.canonical));
    EXPECT_TRUE(yaml.starts_with("pack: 1\nstandard: personal-tutoring\nversion: \"1.0\"\ntitle: "))
        << yaml.substr(0, 200);
    EXPECT_LT(yaml.find("            minimum:\n"), yaml.find("            bronze:\n"));
    EXPECT_LT(yaml.find("            gold:\n"), yaml.find("            platinum:\n"));
  }
}

// Any text that a pack may hold.
rc::Gen<std::string> some_text() {
  static const std::vector<std::string> pieces{
      "a",  "Z",    "9",       " ",          "  ",     "\n",     "\"",     "'",  "\\",   ":",
      ": ", "#",    " #",      "-",          "- ",     "?",      "{",      "}",  "[",    "]",
      ",",  "&",    "*",       "!",          "|",      ">",      "%",      "@",  "`",    "~",
      "\t", "é",    "e\u0301", "\u00a0",     "\u0085", "\u2028", "\ufeff", "😀", "\x7f", "true",
      "no", "null", "1.0",     "2026-09-01", "0x1f",   "=",      "<<",     "\r"};
  return rc::gen::map(
      rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces))),
      [](const std::vector<std::string>& chosen) {
        std::string text;
        for (const auto& piece : chosen) text += piece;
        return text;
      });
}

RC_GTEST_PROP(PackTree, whatever_a_text_holds_it_comes_back, ()) {
  auto tree = tree_of(box().front().canonical);
  set(tree, "title", text_node(*some_text()));
  set(tree, "owner", text_node(*some_text()));
  tree.members.push_back({"summary", text_node(*some_text())});
  Node once = map_node();
  for (const auto& [name, node] : tree.members)
    if (!once.has(name)) set(once, name, node);
  const auto pack = pack_from(once);
  RC_PRE(pack.has_value());
  const auto yaml = to_yaml(tree_of(pack->canonical));
  const auto again = read_pack(yaml);
  RC_ASSERT(again.has_value());
  RC_ASSERT(again->canonical == pack->canonical);
  RC_ASSERT(to_yaml(tree_of(again->canonical)) == yaml);
}

TEST(PackTree, of_something_else_is_refused_as_the_pack_would_be) {
  auto tree = tree_of(box().front().canonical);
  set(tree, "version", integer_node(2));
  set(tree, "surprise", text_node("yes"));
  const auto refused = pack_from(tree);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().size(), 2u);
  EXPECT_THAT(to_text("tree", refused.error().front()), HasSubstr("tree, line 1, "));
}

}  // namespace
}  // namespace touchstone::standard
