#include "evidence/use_view.h"

#include <algorithm>
#include <map>

namespace touchstone::evidence {
namespace {

struct Teller {
  TellUse tell;
  HoldsFile holds;
};

std::map<std::string, Teller, std::less<>>& use_tellers() {
  static std::map<std::string, Teller, std::less<>> all;
  return all;
}

}  // namespace

void tell_uses_with(std::string_view noun, TellUse tell, HoldsFile holds) {
  use_tellers().insert_or_assign(std::string(noun), Teller{tell, holds});
}

std::vector<UseLine> use_lines(sql::Read& read, const http::Request& request,
                               const std::vector<Use>& uses) {
  std::vector<UseLine> lines;
  for (const auto& use : uses)
    if (const auto found = use_tellers().find(use.thing.noun); found != use_tellers().end())
      if (auto line = found->second.tell(read, request, use)) lines.push_back(*std::move(line));
  return lines;
}

bool hold_its_file(sql::Read& read, const Uuid& workspace, const std::vector<Use>& uses) {
  return std::ranges::any_of(uses, [&](const Use& use) {
    const auto found = use_tellers().find(use.thing.noun);
    return found != use_tellers().end() && found->second.holds &&
           found->second.holds(read, workspace, use);
  });
}

}  // namespace touchstone::evidence
