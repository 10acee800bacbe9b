#pragma once
#include <memory>
#include <string_view>
#include <vector>

#include "look/level_choice.h"
#include "standard/standard.h"

namespace touchstone::self_assessment {

// The questions of a score sheet, one for each theme in the standard's order.
using ThemeQuestions = std::vector<look::LevelChoice>;

// Those of one version of a standard in one voice. A published version never changes, so they are
// put together once and kept for whoever comes next. Safe from any thread.
std::shared_ptr<const ThemeQuestions> questions_of(
    const std::shared_ptr<const standard::Content>& content, std::string_view voice);

}  // namespace touchstone::self_assessment
