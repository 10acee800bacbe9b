#include "standard/pack_tree.h"

#include <algorithm>
#include <stdexcept>

#include "platform/text.h"
#include "standard/canonical.h"

namespace touchstone::standard {

std::expected<Pack, std::vector<PackProblem>> pack_from(const Node& tree) {
  auto pack = read_pack(canonical_form(tree));
  if (!pack)
    for (auto& problem : pack.error()) problem.line = 1;
  return pack;
}

Node text_node(std::string_view text) {
  Node node;
  node.kind = Node::Kind::text;
  node.text = nfc(text);
  return node;
}

Node integer_node(std::int64_t integer) {
  Node node;
  node.kind = Node::Kind::integer;
  node.integer = integer;
  node.text = std::to_string(integer);
  return node;
}

Node list_node() {
  Node node;
  node.kind = Node::Kind::list;
  return node;
}

Node map_node() {
  Node node;
  node.kind = Node::Kind::map;
  return node;
}

void set(Node& map, std::string_view name, Node member) {
  const auto found = std::ranges::find(map.members, name, &NamedNode::name);
  if (found == map.members.end())
    map.members.push_back({std::string(name), std::move(member)});
  else
    found->node = std::move(member);
}

}  // namespace touchstone::standard
