#include "good_practice/answers.h"

#include <algorithm>

namespace touchstone::good_practice {
namespace {

const std::string& answer_to(const Answers& answers, std::string_view field) {
  static const std::string nothing;
  const auto found = answers.find(field);
  return found == answers.end() ? nothing : found->second;
}

}  // namespace

Merged merged(const std::optional<Answers>& opened, const Answers& mine, const Answers& theirs) {
  Merged merged{.answers = mine};
  for (const auto& field : answer_fields) {
    const std::string name(field.name);
    const auto& now_kept = answer_to(theirs, name);
    const auto& typed = answer_to(mine, name);
    if (typed == now_kept || (opened && now_kept == answer_to(*opened, name))) continue;
    if (opened && typed == answer_to(*opened, name)) {
      merged.answers[name] = now_kept;
      merged.taken_over.push_back(name);
    } else {
      merged.clashes.push_back(name);
    }
  }
  return merged;
}

std::string fields_in_words(const std::vector<std::string>& fields) {
  std::string words;
  for (const auto& name : fields) {
    const auto* const field = std::ranges::find(answer_fields, name, &AnswerField::name);
    words.append(words.empty() ? "" : ", ").append(field->words);
  }
  return words;
}

}  // namespace touchstone::good_practice
