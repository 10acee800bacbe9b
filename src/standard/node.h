#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::standard {

struct NamedNode;

// A pack as it was written, value by value, each with its line.
struct Node {
  enum class Kind : std::uint8_t { null, truth, integer, number, text, list, map };

  Kind kind = Kind::null;
  int line = 1;
  std::string text;  // of a text in NFC; of a number as it was written
  std::int64_t integer = 0;
  bool truth = false;
  std::vector<Node> items;
  std::vector<NamedNode> members;

  // What a map holds under that name; an empty node when it holds nothing or this is no map.
  const Node& operator[](std::string_view name) const;
  bool has(std::string_view name) const;
  bool is_null() const { return kind == Kind::null; }
  // The texts of a list of texts.
  std::vector<std::string> texts() const;
};

struct NamedNode {
  std::string name;
  Node node;
};

}  // namespace touchstone::standard
