#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "evidence/use.h"
#include "platform/sql/turn.h"

namespace touchstone::evidence {

// A thing of another room that shows its pieces as somebody looked at them: title and file stay.
struct FixedUse {
  std::string sentence{};         // why, and what to do instead
  bool decided = false;           // what comes back from the bin is not shown there any more
  std::string kept_out_of_bin{};  // why, where others read it there; empty: it may go
};
// Empty where the thing does not mind.
using AskFixedUse = std::optional<FixedUse> (*)(sql::Read& read, const Uuid& workspace,
                                                const Thing& thing);

// How that is answered for things of that noun. Registered when the program is put together; things
// of any other noun do not mind.
void fixed_with(std::string_view noun, AskFixedUse ask);

std::optional<FixedUse> fixed_by(sql::Read& read, const Uuid& workspace, const Thing& thing);

}  // namespace touchstone::evidence
