#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "standard/free_keys.h"
#include "standard/node.h"

namespace touchstone::standard {

// Text cut to what a pack takes in one place, with "…" where it was cut.
std::string shortened(std::string_view text);
// A text of a CFPackage: as it stands where the package is ours, which had it from a pack;
// otherwise without white space around it.
std::string_view text_from_case(std::string_view text, bool ours);

// The rubrics of a CFPackage as scales, and what its levels look like by element.
class CaseScales {
 public:
  explicit CaseScales(const Node& package);

  bool judges(std::string_view item) const;  // by identifier
  // The scale of an item, and its `descriptors`; met or not met where no rubric judges it.
  std::string scale_of(std::string_view item);
  std::optional<Node> descriptors_of(std::string_view item) const;

  Node voices() const;
  Node scales() const;  // to be asked for last: those that scale_of() named

 private:
  struct Judged {
    std::string scale;
    Node descriptors;
  };
  void add_criterion(const Node& rubric, const Node& criterion);
  std::string scale_with(Node levels, const std::string& wanted);

  bool ours_ = false;
  bool met_is_used_ = false;
  std::vector<std::string> voices_;
  std::vector<std::pair<std::string, Node>> scales_;  // key and `levels`
  FreeKeys scale_keys_;
  // By the canonical form of the levels: under the name that was wanted the scale that has them,
  // under "" the first one.
  std::map<std::pair<std::string, std::string>, std::string> known_;
  std::map<std::string, Judged, std::less<>> judged_;
};

}  // namespace touchstone::standard
