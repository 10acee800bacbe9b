#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "self_assessment/judgement.h"

namespace touchstone::self_assessment {

// What a person entered, in the copy of a sheet that is kept each time it is finished or opened
// again.
struct KeptCopy {
  struct KeptTarget {
    std::string element{};
    std::string text{};
  };
  std::vector<Judgement> judgements{};
  std::vector<KeptTarget> targets{};
};

// From the JSON that is kept. What the standard has no level for is left as not judged.
KeptCopy kept_copy(std::string_view json, const standard::Content& content);

}  // namespace touchstone::self_assessment
