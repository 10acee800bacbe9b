#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/complaint.h"
#include "standard/content.h"

namespace touchstone::self_assessment {

// Three ways of having no level are kept apart (C-5): not judged yet, judged to be below the lowest
// level, and not part of the person's job. All three count no points.
enum class State : std::uint8_t { not_judged, judged, below_minimum, not_my_job };

std::string_view to_text(State state);  // "below_minimum"
std::optional<State> state_from_text(std::string_view text);

// What one person chose for one theme of one score sheet.
struct Judgement {
  std::string element{};  // key of the theme
  State state = State::not_judged;
  std::string level{};  // key; empty unless judged
  std::string note{};   // for the person themselves
  std::vector<std::string>
      unticked{};                    // statements that they say they do not meet: "silver.targets"
  std::vector<std::string> items{};  // of the theme's reference lists, ticked: "core-values.fair"
  std::int64_t version = 0;          // 0: never saved

  bool answered() const { return state != State::not_judged; }
  bool operator==(const Judgement&) const = default;
};

constexpr std::size_t longest_note = 2000;

// The answer as one word, in forms, JSON and on the command line: a level's key, "below_minimum",
// "not_my_job", or empty for not judged.
std::string answer_of(const Judgement& judgement);
// What people read: the level's name, "Below minimum", "Not part of my job", "Not judged". A level
// that the scale does not know is named by its key.
std::string words_of(State state, std::string_view level, const standard::Scale& scale,
                     std::string_view voice);
// "Not part of my job" of a person, "Not part of our work" of whoever speaks for more.
std::string_view not_my_job_in_words(std::string_view voice);
// Sets state and level from such a word; false, and nothing changed, when the scale has no such
// level.
bool set_answer(Judgement& judgement, std::string_view answer, const standard::Scale& scale);

// The highest level at or below the chosen one of which every statement, and every statement below,
// is ticked; empty when not even the lowest is held. On a scale that is not sequential it is the
// chosen level itself.
std::string highest_held(const Judgement& judgement, const standard::Element& element,
                         const standard::Scale& scale, std::string_view voice);

// Empty when the judgement may be kept by itself. A level is refused while a statement at or below
// it is unticked (C-7). Fields are named "<theme>.level" and so on, as in forms.
Complaints complaints_about(const Judgement& judgement, const standard::Content& content,
                            std::string_view voice);

// What only the other themes can tell (C-23): a level that asks for all other themes at some level
// is refused while one of them is lower or has none. Fields are named "<theme>.level".
Complaints complaints_about(const std::vector<Judgement>& judgements,
                            const standard::Content& content, std::string_view voice);

// Advice, never a refusal (C-14): the sentence for the first threshold of the chosen level or below
// that the ticked items do not meet. Empty when nothing is ticked or all is well.
std::string advice_about(const Judgement& judgement, const standard::Element& element,
                         const standard::Scale& scale);

}  // namespace touchstone::self_assessment
