#include "evidence/fixed_use_view.h"

#include <map>

namespace touchstone::evidence {
namespace {

std::map<std::string, AskFixedUse, std::less<>>& fixed_use_askers() {
  static std::map<std::string, AskFixedUse, std::less<>> all;
  return all;
}

}  // namespace

void fixed_with(std::string_view noun, AskFixedUse ask) {
  fixed_use_askers().insert_or_assign(std::string(noun), ask);
}

std::optional<FixedUse> fixed_by(sql::Read& read, const Uuid& workspace, const Thing& thing) {
  const auto found = fixed_use_askers().find(thing.noun);
  return found == fixed_use_askers().end() ? std::nullopt : found->second(read, workspace, thing);
}

}  // namespace touchstone::evidence
