#include "standard/pack.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "platform/text.h"
#include "standard/canonical.h"
#include "standard/content_read.h"
#include "standard/node_builder.h"
#include "standard/pack_json.h"
#include "standard/pack_schema.h"
#include "standard/pack_sense.h"
#include "standard/pack_tree.h"
#include "standard/pack_yaml.h"

namespace touchstone::standard {
namespace {

using Problems = std::vector<PackProblem>;

Problems read_into(std::string_view text, Node& pack) {
  NodeBuilder builder;
  try {
    if (!is_utf8(text)) builder.refuse(1, "The file is not UTF-8 text; save it as UTF-8.");
    if (trimmed(text).starts_with('{'))
      read_json(text, builder);
    else
      read_yaml(text, builder);
  } catch (const Unreadable& unreadable) {
    return {unreadable.problem};
  }
  pack = builder.take();
  return builder.take_problems();
}

void by_line(Problems& problems) {
  std::ranges::stable_sort(problems, {}, &PackProblem::line);
}

}  // namespace

std::string to_text(std::string_view file, const PackProblem& problem) {
  if (problem.field.empty())
    return fmt::format("{}, line {}: {}", file, problem.line, problem.message);
  return fmt::format("{}, line {}, {}: {}", file, problem.line, problem.field, problem.message);
}

std::expected<Pack, std::vector<PackProblem>> read_pack(std::string_view text) {
  if (text.size() > longest_pack)
    return std::unexpected(Problems{{1, "", "The file is larger than 1 MB."}});
  Node node;
  auto problems = read_into(text, node);
  if (!problems.empty()) return std::unexpected(std::move(problems));
  problems = problems_with_shape(node);
  if (problems.empty()) problems = problems_with_sense(node, content_in(node));
  by_line(problems);
  if (!problems.empty()) return std::unexpected(std::move(problems));
  Pack pack{std::make_shared<const Content>(content_in(node)), canonical_form(node), {}};
  pack.hash = digest_of(pack.canonical);
  return pack;
}

Node tree_of(std::string_view canonical) {
  Node node;
  if (const auto problems = read_into(canonical, node); !problems.empty())
    throw std::runtime_error("a stored standard cannot be read: " + problems.front().message);
  return node;
}

std::shared_ptr<const Content> content_from_canonical(std::string_view canonical) {
  return std::make_shared<const Content>(content_in(tree_of(canonical)));
}

}  // namespace touchstone::standard
