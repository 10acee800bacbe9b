#include "evidence/use_view.h"

#include <map>

namespace touchstone::evidence {
namespace {

std::map<std::string, TellUse, std::less<>>& use_tellers() {
  static std::map<std::string, TellUse, std::less<>> all;
  return all;
}

}  // namespace

void tell_uses_with(std::string_view noun, TellUse tell) {
  use_tellers().insert_or_assign(std::string(noun), tell);
}

std::vector<UseLine> use_lines(sql::Read& read, const http::Request& request,
                               const std::vector<Use>& uses) {
  std::vector<UseLine> lines;
  for (const auto& use : uses)
    if (const auto found = use_tellers().find(use.thing.noun); found != use_tellers().end())
      if (auto line = found->second(read, request, use)) lines.push_back(*std::move(line));
  return lines;
}

}  // namespace touchstone::evidence
