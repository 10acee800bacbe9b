#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "platform/text.h"
#include "standard/pack_tree.h"

namespace touchstone::standard {
namespace {

// As people read a pack; names that stand in no such list follow by the alphabet.
constexpr auto reading_order = std::to_array<std::string_view>(
    {"pack",          "standard",      "key",        "fact",
     "letter",        "name",          "points",     "version",
     "title",         "text",          "summary",    "adapted_from",
     "language",      "owner",         "licence",    "redistribute",
     "source",        "address",       "checked_on", "attribution",
     "effective",     "from",          "to",         "published",
     "voices",        "words",         "scales",     "type",
     "levels",        "scoring",       "rule",       "lowest_beside_band",
     "dimensions",    "bands",         "values",     "lists",
     "sheet",         "per_dimension", "guidance",   "key_questions",
     "required_data", "scale",         "scored",     "thresholds",
     "short",         "facts",         "statements", "descriptors",
     "maps_to",       "elements",      "areas",      "items",
     "level",         "element",       "list",       "relation",
     "parameters",    "at_least",      "months"});

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Text that needs no quotes wherever it stands: letters, digits and a few signs, no word that means
// something else.
bool is_plain(std::string_view text) {
  constexpr auto words = std::to_array<std::string_view>(
      {"true", "false", "null", "yes", "no", "on", "off", "y", "n", "inf", "nan"});
  if (text.empty() || text.size() > 200 || !is_letter(text.front()) || text.back() == ' ')
    return false;
  if (std::ranges::find(words, sort_key(text)) != words.end()) return false;
  return std::ranges::all_of(text, [](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == ' ' || c == '-' || c == '_' || c == '.';
  });
}

// The code point that begins at `at`, which is moved behind it.
unsigned code_point(std::string_view utf8, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(utf8[at++]);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
  unsigned point = lead & (0x3fu >> more);
  for (int i = 0; i < more; ++i)
    point = (point << 6) | (static_cast<unsigned char>(utf8[at++]) & 0x3fu);
  return point;
}

// What a YAML reader might take for a break, drop, or refuse as it is.
bool is_escaped(unsigned point) {
  return point < 0x20 || (point >= 0x7f && point <= 0x9f) || point == 0xa0 ||
         (point >= 0x2028 && point <= 0x2029) || (point >= 0xd800 && point <= 0xdfff) ||
         point == 0xfeff || point == 0xfffe || point == 0xffff;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    const auto point = code_point(text, at);
    if (point == '"' || point == '\\')
      out.append("\\").push_back(static_cast<char>(point));
    else if (point == '\n')
      out += "\\n";
    else if (is_escaped(point))
      out += fmt::format("\\u{:04x}", point);
    else
      out += text.substr(begin, at - begin);
  }
  return out + "\"";
}

std::string scalar(std::string_view text) {
  return is_plain(text) ? std::string(text) : quoted(text);
}

class YamlWriter {
 public:
  explicit YamlWriter(const Node& pack) {
    std::size_t place = 0;
    for (const auto name : reading_order) places_.emplace(name, place++);
    for (const auto& [key, scale] : pack["scales"].members)
      for (const auto& level : scale["levels"].items) places_.emplace(level["key"].text, place++);
    for (const auto& voice : pack["voices"].items) places_.emplace(voice.text, place++);
  }

  std::string write(const Node& pack) {
    members(pack, 0);
    return std::move(out_);
  }

 private:
  std::vector<const NamedNode*> in_order(const Node& map) const {
    std::vector<const NamedNode*> sorted;
    sorted.reserve(map.members.size());
    for (const auto& member : map.members) sorted.push_back(&member);
    const auto place = [&](const NamedNode* member) {
      const auto known = places_.find(member->name);
      return std::pair(known == places_.end() ? places_.size() : known->second,
                       std::string_view(member->name));
    };
    std::ranges::sort(sorted, {}, place);
    return sorted;
  }

  static bool has_lines(const Node& node) { return !node.items.empty() || !node.members.empty(); }

  static std::string flat(const Node& node) {
    switch (node.kind) {
      case Node::Kind::null:
        return "null";
      case Node::Kind::truth:
        return node.truth ? "true" : "false";
      case Node::Kind::list:
        return "[]";
      case Node::Kind::map:
        return "{}";
      case Node::Kind::text:
        return scalar(node.text);
      default:
        return node.text;
    }
  }

  // What stands after "name:" or "-".
  void value(const Node& node, int indent) {
    if (!has_lines(node)) {
      out_ += " " + flat(node) + "\n";
      return;
    }
    out_ += "\n";
    node.kind == Node::Kind::list ? items(node, indent) : members(node, indent);
  }

  void members(const Node& map, int indent, bool begun = false) {
    for (const auto* member : in_order(map)) {
      if (!begun) out_.append(static_cast<std::size_t>(indent), ' ');
      begun = false;
      out_ += scalar(member->name) + ":";
      value(member->node, indent + 2);
    }
  }

  void items(const Node& list, int indent) {
    for (const auto& item : list.items) {
      out_.append(static_cast<std::size_t>(indent), ' ');
      out_ += "-";
      if (item.kind == Node::Kind::map && has_lines(item)) {
        out_ += " ";
        members(item, indent + 2, true);
      } else {
        value(item, indent + 2);
      }
    }
  }

  std::map<std::string_view, std::size_t, std::less<>> places_;
  std::string out_;
};

}  // namespace

std::string to_yaml(const Node& pack) {
  return YamlWriter(pack).write(pack);
}

}  // namespace touchstone::standard
