#include "standard/case_tree.h"

#include <algorithm>
#include <map>
#include <set>

#include "platform/text.h"
#include "standard/adapted_copy.h"
#include "standard/case_names.h"
#include "standard/free_keys.h"
#include "standard/node_builder.h"
#include "standard/pack_tree.h"

namespace touchstone::standard {
namespace {

constexpr int deepest_item = 15;  // as deep as a pack goes
constexpr const char* too_deep = "Items stand more than fifteen deep here.";

std::string relation_for(std::string_view association) {
  if (association == "exactMatchOf") return "exact";
  if (association == "isRelatedTo") return "related";
  if (association == "ext:broader" || association == "ext:narrower")
    return std::string(association.substr(4));
  return {};
}

class CaseTree {
 public:
  CaseTree(const Node& package, CaseScales& scales) : package_(package), scales_(scales) {
    for (const auto& item : package["CFItems"].items)
      if (const auto& id = item["identifier"].text; !id.empty()) items_.emplace(id, &item);
    for (const auto& association : package["CFAssociations"].items) add(association);
    for (auto& [parent, list] : children_) std::ranges::stable_sort(list, {}, &Child::sequence);
  }

  Node areas() {
    auto areas = list_node();
    auto loose = list_node();  // elements that stand in no area
    for (const auto* item : roots()) place(*item, 1, areas, loose);
    if (loose.items.empty()) return areas;
    auto area = map_node();
    set(area, "key", text_node(area_keys_.take("all")));
    auto title = shortened(trimmed(package_["CFDocument"]["title"].text));
    set(area, "title", text_node(title.empty() ? "Untitled" : title));
    set(area, "elements", std::move(loose));
    areas.items.push_back(std::move(area));
    return areas;
  }

 private:
  struct Child {
    std::int64_t sequence;
    const Node* item;
  };

  const Node* item_with(std::string_view id) const {
    const auto found = items_.find(id);
    return found == items_.end() ? nullptr : found->second;
  }

  void add(const Node& association) {
    const auto& type = association["associationType"].text;
    const auto& from = association["originNodeURI"]["identifier"].text;
    const auto& to = association["destinationNodeURI"];
    const auto* item = item_with(from);
    if (!item) return;
    if (type == "isChildOf") {
      // An item with two parents stands under the first.
      if (parented_.insert(item).second)
        children_[to["identifier"].text].push_back({association["sequenceNumber"].integer, item});
    } else if (const auto relation = relation_for(type); !relation.empty()) {
      add_edge(from, relation, to["uri"].text);
    }
  }

  void add_edge(const std::string& from, const std::string& relation, std::string_view uri) {
    const auto parts = parts_of_case_uri(uri);
    if (!parts || parts->size() != 3 || parts->at(1) != "element") return;
    auto edge = map_node();
    set(edge, "standard", text_node(parts->at(0)));
    set(edge, "element", text_node(parts->at(2)));
    set(edge, "relation", text_node(relation));
    edges_[from].push_back(std::move(edge));
  }

  // Children of the document, then those whose parent is not in the package.
  std::vector<const Node*> roots() const {
    std::vector<const Node*> roots;
    for (const auto& [sequence, item] : children_of(package_["CFDocument"])) roots.push_back(item);
    std::set<const Node*> below;
    for (const auto& [parent, list] : children_)
      if (items_.contains(parent) || parent == package_["CFDocument"]["identifier"].text)
        for (const auto& child : list) below.insert(child.item);
    for (const auto& item : package_["CFItems"].items)
      if (!below.contains(&item) && !item["identifier"].text.empty()) roots.push_back(&item);
    return roots;
  }

  const std::vector<Child>& children_of(const Node& item) const {
    static const std::vector<Child> none;
    const auto found = children_.find(item["identifier"].text);
    return found == children_.end() ? none : found->second;
  }

  bool is_element(const Node& item) const {
    if (const auto parts = parts_of_case_uri(item["uri"].text); parts && parts->size() == 3)
      return parts->at(1) == "element";
    return scales_.judges(item["identifier"].text) || children_of(item).empty();
  }

  // What areas and elements have alike.
  Node common(const Node& item, FreeKeys& keys) const {
    auto node = map_node();
    const auto parts = parts_of_case_uri(item["uri"].text);
    const bool ours = parts && parts->size() == 3;
    const std::string whole(text_from_case(item["fullStatement"].text, ours));
    auto title = shortened(whole);
    std::string guidance(text_from_case(item["notes"].text, ours));
    if (title != whole) {
      guidance = whole + (guidance.empty() ? "" : "\n") + guidance;
      const auto& abbreviated = item["abbreviatedStatement"].text;
      if (!trimmed(abbreviated).empty()) title = shortened(trimmed(abbreviated));
    }
    if (title.empty()) title = "Untitled";
    const auto own = ours ? parts->at(2) : item["humanCodingScheme"].text;
    set(node, "key", text_node(keys.take(is_pack_key(own) ? own : key_for(title))));
    set(node, "title", text_node(title));
    if (!guidance.empty()) set(node, "guidance", text_node(cut(guidance)));
    return node;
  }

  static std::string cut(const std::string& guidance) {
    return characters(guidance) <= longest_guidance ? guidance : shortened(guidance);
  }

  void place(const Node& item, int depth, Node& areas, Node& elements) {
    if (!placed_.insert(&item).second) return;
    if (depth > deepest_item) throw Unreadable{{item.line, "CFItems", too_deep}};
    if (is_element(item))
      elements.items.push_back(element(item, depth));
    else
      areas.items.push_back(area(item, depth));
  }

  Node area(const Node& item, int depth) {
    auto node = common(item, area_keys_);
    if (const auto& dimension = item["extensions"]["touchstone"]["per_dimension"];
        !dimension.is_null())
      set(node, "per_dimension", dimension);
    auto areas = list_node();
    auto elements = list_node();
    for (const auto& [sequence, child] : children_of(item))
      place(*child, depth + 1, areas, elements);
    if (!elements.items.empty()) set(node, "elements", std::move(elements));
    if (!areas.items.empty()) set(node, "areas", std::move(areas));
    return node;
  }

  // Below an element there are elements only.
  Node element(const Node& item, int depth) {
    const auto& id = item["identifier"].text;
    auto node = common(item, element_keys_);
    set(node, "scale", text_node(scales_.scale_of(id)));
    if (auto descriptors = scales_.descriptors_of(id))
      set(node, "descriptors", *std::move(descriptors));
    if (const auto edges = edges_.find(id); edges != edges_.end()) {
      auto list = list_node();
      list.items = edges->second;
      set(node, "maps_to", std::move(list));
    }
    auto inner = list_node();
    for (const auto& [sequence, child] : children_of(item)) {
      if (!placed_.insert(child).second) continue;
      if (depth >= deepest_item) throw Unreadable{{child->line, "CFItems", too_deep}};
      inner.items.push_back(element(*child, depth + 1));
    }
    if (!inner.items.empty()) set(node, "elements", std::move(inner));
    return node;
  }

  const Node& package_;
  CaseScales& scales_;
  std::map<std::string, const Node*, std::less<>> items_;
  std::map<std::string, std::vector<Child>, std::less<>> children_;
  std::map<std::string, std::vector<Node>, std::less<>> edges_;
  std::set<const Node*> parented_;
  std::set<const Node*> placed_;
  FreeKeys area_keys_;
  FreeKeys element_keys_;
};

}  // namespace

std::expected<Node, PackProblem> areas_of_case(const Node& package, CaseScales& scales) {
  try {
    return CaseTree(package, scales).areas();
  } catch (const Unreadable& unreadable) {
    return std::unexpected(unreadable.problem);
  }
}

}  // namespace touchstone::standard
