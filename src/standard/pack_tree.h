#pragma once
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "standard/node.h"
#include "standard/pack.h"

// Packs as trees: to change one, or to write it in another form.
namespace touchstone::standard {

// The tree of a canonical form that was stored. Throws std::runtime_error when it is none.
Node tree_of(std::string_view canonical);

// The pack that a tree makes, or all that is wrong with it; there are no lines but 1.
std::expected<Pack, std::vector<PackProblem>> pack_from(const Node& tree);

// A pack as YAML for people to read and to change: members in the order of
// standards/pack.schema.json, levels lowest first. Two packs that say the same give the same bytes,
// and read_pack() reads them as the same content.
std::string to_yaml(const Node& pack);

Node text_node(std::string_view text);
Node integer_node(std::int64_t integer);
Node list_node();
Node map_node();
// Puts the member in place of the one of that name, or after the others.
void set(Node& map, std::string_view name, Node member);

}  // namespace touchstone::standard
