#include "evidence/fixed_use_view.h"

#include "evidence/by_noun.h"

namespace touchstone::evidence {

void fixed_with(std::string_view noun, AskFixedUse ask) {
  ByNoun<AskFixedUse>::set(noun, ask);
}

std::optional<FixedUse> fixed_by(sql::Read& read, const Uuid& workspace, const Thing& thing) {
  const auto ask = ByNoun<AskFixedUse>::of(thing.noun);
  return ask ? ask(read, workspace, thing) : std::nullopt;
}

}  // namespace touchstone::evidence
