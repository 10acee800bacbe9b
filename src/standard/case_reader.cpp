#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <regex>

#include "platform/text.h"
#include "standard/adapted_copy.h"
#include "standard/canonical.h"
#include "standard/case_names.h"
#include "standard/case_package.h"
#include "standard/case_scales.h"
#include "standard/case_tree.h"
#include "standard/node_builder.h"
#include "standard/pack_json.h"
#include "standard/pack_tree.h"

namespace touchstone::standard {
namespace {

constexpr std::size_t most_case_values = 2'000'000;

// Half of a package is said elsewhere in it; what is not looked at need not be kept. Sorted.
constexpr std::array<std::string_view, 37> looked_at{"CFAssociations",
                                                     "CFDocument",
                                                     "CFItemURI",
                                                     "CFItems",
                                                     "CFRubricCriteria",
                                                     "CFRubricCriterionLevels",
                                                     "CFRubrics",
                                                     "abbreviatedStatement",
                                                     "associationType",
                                                     "category",
                                                     "creator",
                                                     "description",
                                                     "destinationNodeURI",
                                                     "dimensions",
                                                     "extensions",
                                                     "fullStatement",
                                                     "humanCodingScheme",
                                                     "identifier",
                                                     "key",
                                                     "language",
                                                     "licenseURI",
                                                     "notes",
                                                     "officialSourceURL",
                                                     "originNodeURI",
                                                     "per_dimension",
                                                     "position",
                                                     "publisher",
                                                     "quality",
                                                     "score",
                                                     "sequenceNumber",
                                                     "statusEndDate",
                                                     "statusStartDate",
                                                     "title",
                                                     "touchstone",
                                                     "uri",
                                                     "values",
                                                     "version"};
static_assert(std::ranges::is_sorted(looked_at));

bool is_looked_at(std::string_view name) {
  return std::ranges::binary_search(looked_at, name);
}

using CaseProblems = std::vector<PackProblem>;

void set_text(Node& map, std::string_view name, std::string_view text, bool ours) {
  if (!trimmed(text).empty()) set(map, name, text_node(shortened(text_from_case(text, ours))));
}

std::string standard_key(const Node& document) {
  if (const auto parts = parts_of_case_uri(document["uri"].text)) {
    const auto own = parts->front().substr(0, parts->front().find('@'));
    if (is_pack_key(own)) return own;
  }
  const auto made = key_for(document["title"].text);
  return made.empty() ? "framework" : made;
}

std::string standard_version(const Node& document) {
  static const std::regex version("[0-9A-Za-z][0-9A-Za-z.-]{0,19}");
  const auto& said = document["version"].text;
  return std::regex_match(said, version) ? said : std::string("1");
}

void set_dates(Node& pack, const Node& document) {
  static const std::regex date("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  auto effective = map_node();
  for (const auto& [name, from] : {std::pair("from", "statusStartDate"), {"to", "statusEndDate"}})
    if (std::regex_match(document[from].text, date))
      set(effective, name, text_node(document[from].text));
  if (!effective.members.empty()) set(pack, "effective", std::move(effective));
}

// std::regex goes one step deeper with every letter.
bool is_like(const std::string& text, const std::regex& shape) {
  return text.size() <= 600 && std::regex_match(text, shape);
}

void set_source(Node& pack, const Node& document, bool ours) {
  static const std::regex address("https?://[^ ]+");
  auto source = map_node();
  set_text(source, "attribution", document["notes"].text, ours);
  if (is_like(document["officialSourceURL"].text, address))
    set_text(source, "address", document["officialSourceURL"].text, ours);
  if (source.members.empty()) return;
  set_text(source, "title", document["title"].text, ours);
  set(pack, "source", std::move(source));
}

// What our own packages say of repeated areas, beside what CASE has a place for.
void set_dimensions(Node& pack, const Node& document) {
  const auto& told = document["extensions"]["touchstone"]["dimensions"].items;
  if (told.empty()) return;
  auto dimensions = map_node();
  for (const auto& dimension : told) {
    auto node = map_node();
    set(node, "title", dimension["title"]);
    set(node, "values", dimension["values"]);
    set(dimensions, dimension["key"].text, std::move(node));
  }
  set(pack, "dimensions", std::move(dimensions));
}

void set_head(Node& pack, const Node& document) {
  static const std::regex language("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
  const bool ours = parts_of_case_uri(document["uri"].text).has_value();
  set(pack, "pack", integer_node(1));
  set(pack, "standard", text_node(standard_key(document)));
  set(pack, "version", text_node(standard_version(document)));
  set(pack, "title", text_node("Untitled"));
  set_text(pack, "title", document["title"].text, ours);
  set_text(pack, "summary", document["description"].text, ours);
  if (is_like(document["language"].text, language))
    set_text(pack, "language", document["language"].text, ours);
  set(pack, "owner", text_node("Not said"));
  set_text(pack, "owner", document["publisher"].text, ours);
  set_text(pack, "owner", document["creator"].text, ours);
  auto licence = map_node();
  set(licence, "name", text_node("Not said"));
  set_text(licence, "name", document["licenseURI"]["title"].text, ours);
  set(licence, "redistribute", text_node("none"));
  set(pack, "licence", std::move(licence));
  set_source(pack, document, ours);
  set_dates(pack, document);
  set_dimensions(pack, document);
}

CaseProblems problems_with_package(const Node& package) {
  CaseProblems problems;
  const auto want = [&](const Node& node, Node::Kind kind, std::string field, std::string message) {
    if (node.kind != kind) problems.push_back({package.line, std::move(field), std::move(message)});
  };
  want(package["CFDocument"], Node::Kind::map, "CFDocument",
       "A CASE package says here what the framework is.");
  want(package["CFItems"], Node::Kind::list, "CFItems", "A CASE package lists its items here.");
  if (problems.empty() && package["CFItems"].items.empty())
    problems.push_back({package["CFItems"].line, "CFItems", "The package has no items."});
  return problems;
}

}  // namespace

bool is_case(std::string_view text) {
  return trimmed(text).starts_with('{') && text.find("\"CFDocument\"") != text.npos;
}

std::expected<Pack, CaseProblems> read_case(std::string_view text) {
  if (text.size() > longest_case)
    return std::unexpected(CaseProblems{{1, "", "The file is larger than 32 MB."}});
  NodeBuilder builder(
      {.text = longest_guidance, .values = most_case_values, .wanted = is_looked_at});
  try {
    if (!is_utf8(text)) builder.refuse(1, "The file is not UTF-8 text; save it as UTF-8.");
    read_json(text, builder);
  } catch (const Unreadable& unreadable) {
    return std::unexpected(CaseProblems{unreadable.problem});
  }
  const auto package = builder.take();
  auto problems = builder.take_problems();
  if (problems.empty()) problems = problems_with_package(package);
  if (!problems.empty()) return std::unexpected(std::move(problems));
  auto pack = map_node();
  set_head(pack, package["CFDocument"]);
  CaseScales scales(package);
  auto areas = areas_of_case(package, scales);
  if (!areas) return std::unexpected(CaseProblems{std::move(areas.error())});
  set(pack, "areas", *std::move(areas));
  set(pack, "voices", scales.voices());
  set(pack, "scales", scales.scales());
  if (canonical_form(pack).size() > longest_pack)
    return std::unexpected(CaseProblems{{1, "", "The standard in it is larger than 1 MB."}});
  return pack_from(pack);
}

std::expected<Pack, CaseProblems> read_any_pack(std::string_view text) {
  return is_case(text) ? read_case(text) : read_pack(text);
}

}  // namespace touchstone::standard
