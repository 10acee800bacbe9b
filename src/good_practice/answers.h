#pragma once
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What stands in the form of an item, and how the answers of two who change it at once go together.
namespace touchstone::good_practice {

// By the names of the fields. A tick is "yes" or empty.
using Answers = std::map<std::string, std::string, std::less<>>;

struct AnswerField {
  std::string_view name;
  std::string_view words;  // "the place"
  bool tick = false;
};
inline constexpr std::array answer_fields{AnswerField{"did", "what was done"},
                                          AnswerField{"changed", "what changed for learners"},
                                          AnswerField{"place", "where"},
                                          AnswerField{"source", "where it was noticed"},
                                          AnswerField{"theme", "the theme"},
                                          AnswerField{"subject", "the subject"},
                                          AnswerField{"tutor", "whose teaching it is"},
                                          AnswerField{"found_in", "where it is written down"},
                                          AnswerField{"links", "the links"},
                                          AnswerField{"consent", "what was agreed to"},
                                          AnswerField{"stand_out", "that it stands out", true},
                                          AnswerField{"named", "whether you are named", true}};

struct Merged {
  Answers answers{};                      // mine, with what only they changed
  std::vector<std::string> taken_over{};  // fields that only they changed
  std::vector<std::string> clashes{};     // fields that both changed, each to something else
};
// `opened`: what stood there when I began; empty: not said, so that whatever differs is a clash.
Merged merged(const std::optional<Answers>& opened, const Answers& mine, const Answers& theirs);

// "where, the subject"
std::string fields_in_words(const std::vector<std::string>& fields);

}  // namespace touchstone::good_practice
