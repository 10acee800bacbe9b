#pragma once
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/date.h"
#include "standard/node.h"
#include "standard/pack.h"

// Standards as 1EdTech CASE 1.1 has them: a CFPackage in JSON with its document, items,
// associations and rubrics.
namespace touchstone::standard {

// CASE says everything several times: what is 1 MB as a pack can be thirty.
inline constexpr std::size_t longest_case = 32 * 1024 * 1024;  // bytes

// A pack as a CFPackage that was last changed then. Areas and elements are items, in a tree of
// isChildOf; each voice and scale is a rubric, each element a criterion, with its levels, points
// and texts; edges of the crosswalk are associations. CASE has no place for the rest:
// what_case_leaves_out().
// Nothing where it would be larger than read_case() takes.
std::optional<std::string> case_package(const Node& pack, Moment changed);

// The canonical form of a pack as a file: "yaml", "json" as it is, or "case"; nothing where
// case_package() gives nothing.
std::optional<std::string> in_form(std::string_view form, std::string_view canonical,
                                   Moment changed);
inline constexpr std::string_view too_large_for_case =
    "As CASE this standard would be larger than 32 MB, and could not be brought in again. Take it "
    "as YAML or JSON.";

// In words, for whoever takes the file.
std::vector<std::string_view> what_case_leaves_out();

// Whether a file is meant as a CFPackage.
bool is_case(std::string_view text);

// A pack made from a CFPackage, ours or somebody else's: items without children or with a criterion
// become elements, the others areas. Both are held to their limits: the package to longest_case,
// the pack to what read_pack() takes. Points are kept and nothing is added up. What
// has no rubric is judged as met or not met.
std::expected<Pack, std::vector<PackProblem>> read_case(std::string_view text);

// A pack from whatever file may be brought in: YAML, JSON, or CASE.
std::expected<Pack, std::vector<PackProblem>> read_any_pack(std::string_view text);

}  // namespace touchstone::standard
