#include "standard/canonical.h"

#include <algorithm>

#include "platform/json/writer.h"

namespace touchstone::standard {
namespace {

bool left_out(std::string_view within, std::string_view name) {
  return (within.empty() && name == "published") || (within == "source" && name == "checked_on");
}

void write(json::Writer& writer, const Node& node, std::string_view within);

// `within` is the path of the map, as far as left_out() asks for it.
void write_map(json::Writer& writer, const Node& node, std::string_view within) {
  std::vector<const NamedNode*> sorted;
  sorted.reserve(node.members.size());
  for (const auto& member : node.members) sorted.push_back(&member);
  std::ranges::sort(sorted, {}, [](const auto* member) { return std::string_view(member->name); });
  writer.begin_object();
  for (const auto* member : sorted) {
    if (left_out(within, member->name)) continue;
    writer.name(member->name);
    write(writer, member->node, within.empty() ? std::string_view(member->name) : "…");
  }
  writer.end_object();
}

void write_list(json::Writer& writer, const Node& node) {
  writer.begin_list();
  for (const auto& item : node.items) write(writer, item, "…");
  writer.end_list();
}

void write(json::Writer& writer, const Node& node, std::string_view within) {
  switch (node.kind) {
    case Node::Kind::null:
      return writer.null();
    case Node::Kind::truth:
      return writer.truth(node.truth);
    case Node::Kind::integer:
      return writer.number(node.integer);
    case Node::Kind::number:
      return writer.raw(node.text);
    case Node::Kind::text:
      return writer.text(node.text);
    case Node::Kind::list:
      return write_list(writer, node);
    case Node::Kind::map:
      return write_map(writer, node, within);
  }
}

}  // namespace

std::string canonical_form(const Node& pack) {
  json::Writer writer(64 * 1024);
  write(writer, pack, "");
  return writer.take();
}

}  // namespace touchstone::standard
