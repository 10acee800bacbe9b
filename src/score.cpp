#include "score.h"

#include <fstream>
#include <iterator>
#include <optional>
#include <ostream>

#include "self_assessment/self_assessment.h"
#include "standard/standard.h"

namespace touchstone {
namespace {

constexpr std::size_t longest_answers = 1 << 20;

std::string answers_from(std::istream& in) {
  std::string text;
  text.reserve(4096);
  for (std::istreambuf_iterator<char> at(in), end; at != end && text.size() <= longest_answers;
       ++at)
    text.push_back(*at);
  return text;
}

std::optional<std::string> answers_in(const Score& asked, Terminal& terminal) {
  if (asked.file == "-") return answers_from(terminal.in);
  std::ifstream file(terminal.directory / asked.file, std::ios::binary);
  if (!file) return std::nullopt;
  return answers_from(file);
}

}  // namespace

int score(const Score& asked, Terminal& terminal) {
  const auto content = standard::in_the_box(asked.standard);
  if (!content) {
    terminal.err << "--standard: there is no “" << asked.standard << "” in the box.\n";
    return 2;
  }
  const auto answers = answers_in(asked, terminal);
  if (!answers || answers->size() > longest_answers) {
    terminal.err << asked.file << (answers ? " is larger than 1 MB.\n" : " cannot be read.\n");
    return 2;
  }
  return self_assessment::score_command(*answers, *content, asked.subject, terminal.out,
                                        terminal.err);
}

}  // namespace touchstone
