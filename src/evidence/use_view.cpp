#include "evidence/use_view.h"

#include "evidence/by_noun.h"

namespace touchstone::evidence {

void tell_uses_with(std::string_view noun, TellUse tell) {
  ByNoun<TellUse>::set(noun, tell);
}

std::vector<UseLine> use_lines(sql::Read& read, const http::Request& request,
                               const std::vector<Use>& uses) {
  std::vector<UseLine> lines;
  for (const auto& use : uses)
    if (const auto tell = ByNoun<TellUse>::of(use.thing.noun))
      if (auto line = tell(read, request, use)) lines.push_back(*std::move(line));
  return lines;
}

}  // namespace touchstone::evidence
