#include "standard/node_builder.h"

#include <fmt/format.h>

#include <algorithm>

#include "platform/text.h"

namespace touchstone::standard {

bool NodeBuilder::name_is_due() const {
  return !open_.empty() && open_.back().node.kind == Node::Kind::map && !open_.back().named;
}

void NodeBuilder::refuse(int line, std::string message) const {
  throw Unreadable{{line, path(), std::move(message)}};
}

std::string NodeBuilder::path() const {
  std::string path;
  for (const auto& [node, name, line, named, names] : open_) {
    if (node.kind == Node::Kind::list)
      path += fmt::format("[{}]", node.items.size());
    else if (named)
      path += path.empty() ? name : "." + name;
  }
  return path;
}

void NodeBuilder::count(int line) {
  if (++values_ > limits_.values)
    refuse(line, fmt::format("The pack holds more than {} values.", limits_.values));
}

void NodeBuilder::begin(Node::Kind kind, int line) {
  if (name_is_due()) refuse(line, "A name is due here, and must be plain text.");
  count(line);
  if (open_.size() >= deepest)
    refuse(line, fmt::format("The pack is nested more than {} levels deep.", deepest));
  Open open;
  open.node.kind = kind;
  open.node.line = line;
  open_.push_back(std::move(open));
}

void NodeBuilder::end() {
  auto node = std::move(open_.back().node);
  open_.pop_back();
  add(std::move(node));
}

// Most maps have a handful of members, which are looked through sooner than a set is made.
bool NodeBuilder::is_new(Open& map, const std::string& name) {
  constexpr std::size_t handful = 16;
  const auto& members = map.node.members;
  if (members.size() < handful)
    return std::ranges::find(members, name, &NamedNode::name) == members.end();
  if (map.names.empty())
    for (const auto& member : members) map.names.insert(member.name);
  return map.names.insert(name).second;
}

void NodeBuilder::name(std::string utf8, int line) {
  auto& map = open_.back();
  const bool first = is_new(map, utf8);
  map.name = std::move(utf8);
  map.name_line = line;
  map.named = true;
  if (!first)
    problems_.push_back(
        {line, path(), fmt::format("“{}” stands here twice; keep one of them.", map.name)});
}

void NodeBuilder::add(Node node) {
  if (open_.empty()) {
    root_ = std::move(node);
    return;
  }
  auto& holder = open_.back();
  if (holder.node.kind == Node::Kind::list) {
    holder.node.items.push_back(std::move(node));
    return;
  }
  if (!limits_.wanted || limits_.wanted(holder.name))
    holder.node.members.push_back({holder.name, std::move(node)});
  holder.named = false;
}

std::size_t NodeBuilder::longest_here() const {
  const bool guidance = !open_.empty() && open_.back().named && open_.back().name == "guidance";
  return guidance ? longest_guidance : limits_.text;
}

void NodeBuilder::text(std::string_view utf8, int line) {
  count(line);
  if (!is_utf8(utf8)) refuse(line, "This holds a character that is no text.");
  if (const auto longest = longest_here(); characters(utf8) > longest)
    refuse(line, fmt::format("This is longer than {} characters; make it shorter.", longest));
  auto composed = nfc(utf8);
  if (name_is_due()) return name(std::move(composed), line);
  Node node;
  node.kind = Node::Kind::text;
  node.line = line;
  node.text = std::move(composed);
  add(std::move(node));
}

void NodeBuilder::integer(std::int64_t value, int line) {
  count(line);
  Node node;
  node.kind = Node::Kind::integer;
  node.line = line;
  node.integer = value;
  node.text = std::to_string(value);
  add(std::move(node));
}

void NodeBuilder::number(std::string_view written, int line) {
  count(line);
  Node node;
  node.kind = Node::Kind::number;
  node.line = line;
  node.text = written;
  add(std::move(node));
}

void NodeBuilder::truth(bool value, int line) {
  count(line);
  Node node;
  node.kind = Node::Kind::truth;
  node.line = line;
  node.truth = value;
  add(std::move(node));
}

void NodeBuilder::null(int line) {
  if (name_is_due()) refuse(line, "A name is due here, and must be plain text.");
  count(line);
  Node node;
  // A reader of YAML knows that nothing stands after a name only when it is a line further.
  node.line = !open_.empty() && open_.back().named ? open_.back().name_line : line;
  add(std::move(node));
}

}  // namespace touchstone::standard
