#include "standard/node.h"

#include <algorithm>

namespace touchstone::standard {
const Node& Node::operator[](std::string_view name) const {
  static const Node nothing;
  const auto found = std::ranges::find(members, name, &NamedNode::name);
  return found == members.end() ? nothing : found->node;
}

bool Node::has(std::string_view name) const {
  return std::ranges::find(members, name, &NamedNode::name) != members.end();
}

std::vector<std::string> Node::texts() const {
  std::vector<std::string> all;
  all.reserve(items.size());
  for (const auto& item : items) all.push_back(item.text);
  return all;
}

}  // namespace touchstone::standard
