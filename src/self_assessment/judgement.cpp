#include "self_assessment/judgement.h"

#include <fmt/format.h>

#include <algorithm>

#include "platform/text.h"
#include "standard/repetition.h"

namespace touchstone::self_assessment {
namespace {

constexpr std::string_view below_minimum = "below_minimum";
constexpr std::string_view not_my_job = "not_my_job";

bool contains(const std::vector<std::string>& list, std::string_view key) {
  return std::ranges::find(list, key) != list.end();
}

std::size_t place(const standard::Scale& scale, std::string_view level) {
  const auto found = std::ranges::find(scale.levels, level, &standard::Level::key);
  return static_cast<std::size_t>(found - scale.levels.begin());
}

// The first unticked statement of one level, or null.
const standard::Statement* unticked_in(const Judgement& judgement, const standard::Element& element,
                                       std::string_view voice, std::string_view level) {
  const auto* descriptor = element.descriptor(voice, level);
  if (!descriptor) return nullptr;
  for (const auto& statement : descriptor->statements)
    if (contains(judgement.unticked, fmt::format("{}.{}", level, statement.key))) return &statement;
  return nullptr;
}

// The lowest level, up to the chosen one, in which a statement is unticked.
struct Gap {
  std::size_t level;
  const standard::Statement* statement;
};
std::optional<Gap> gap_below(const Judgement& judgement, const standard::Element& element,
                             const standard::Scale& scale, std::string_view voice) {
  const auto chosen = place(scale, judgement.level);
  for (std::size_t level = 0; level <= chosen && level < scale.levels.size(); ++level)
    if (const auto* statement = unticked_in(judgement, element, voice, scale.levels[level].key))
      return Gap{level, statement};
  return std::nullopt;
}

std::string refusal_over(const Gap& gap, const standard::Scale& scale, std::string_view level) {
  const auto& chosen = scale.levels[place(scale, level)];
  const auto offer =
      gap.level == 0
          ? std::string("No level is held yet, so choose “Below minimum”, or tick it.")
          : fmt::format("{} is the highest level you hold.", scale.levels[gap.level - 1].name);
  return fmt::format("{} includes “{}”, which is not ticked. {}", chosen.name, gap.statement->text,
                     offer);
}

Complaints about_keys(const Judgement& judgement, const standard::Element& element,
                      std::string_view voice) {
  Complaints complaints;
  for (const auto& key : judgement.unticked) {
    const auto dot = key.find('.');
    const auto* descriptor = element.descriptor(voice, std::string_view(key).substr(0, dot));
    if (dot == key.npos || !descriptor ||
        std::ranges::find(descriptor->statements, key.substr(dot + 1), &standard::Statement::key) ==
            descriptor->statements.end())
      complaints.add(element.key + ".unticked", fmt::format("“{}” is not a statement here.", key));
  }
  for (const auto& key : judgement.items) {
    const auto dot = key.find('.');
    const auto* list = element.list(std::string_view(key).substr(0, dot));
    if (dot == key.npos || !list ||
        std::ranges::find(list->items, key.substr(dot + 1), &standard::ReferenceItem::key) ==
            list->items.end())
      complaints.add(element.key + ".items", fmt::format("“{}” is not in a list here.", key));
  }
  return complaints;
}

// What is asked for another value too is no other element.
bool is_same_element(const standard::Element& one, const standard::Element& other) {
  return standard::asked_in(one.key).element == standard::asked_in(other.key).element;
}

bool needs_more(const standard::Threshold& threshold, std::size_t ticked, std::size_t all) {
  return threshold.rule == "all" ? ticked < all : ticked * 2 <= all;
}

}  // namespace

std::string_view to_text(State state) {
  switch (state) {
    case State::judged:
      return "judged";
    case State::below_minimum:
      return below_minimum;
    case State::not_my_job:
      return not_my_job;
    case State::not_judged:
      break;
  }
  return "not_judged";
}

std::optional<State> state_from_text(std::string_view text) {
  for (const auto state :
       {State::not_judged, State::judged, State::below_minimum, State::not_my_job})
    if (to_text(state) == text) return state;
  return std::nullopt;
}

std::string answer_of(const Judgement& judgement) {
  if (judgement.state == State::judged) return judgement.level;
  return judgement.answered() ? std::string(to_text(judgement.state)) : std::string();
}

std::string_view not_my_job_in_words(std::string_view voice) {
  return voice == "person" ? "Not part of my job" : "Not part of our work";
}

std::string words_of(State state, std::string_view level, const standard::Scale& scale,
                     std::string_view voice) {
  switch (state) {
    case State::judged:
      if (const auto* known = scale.level(level)) return known->name;
      return std::string(level);
    case State::below_minimum:
      return "Below minimum";
    case State::not_my_job:
      return std::string(not_my_job_in_words(voice));
    case State::not_judged:
      break;
  }
  return "Not judged";
}

bool set_answer(Judgement& judgement, std::string_view answer, const standard::Scale& scale) {
  const auto state = answer.empty()            ? State::not_judged
                     : answer == below_minimum ? State::below_minimum
                     : answer == not_my_job    ? State::not_my_job
                                               : State::judged;
  if (state == State::judged && !scale.level(answer)) return false;
  judgement.state = state;
  judgement.level = state == State::judged ? std::string(answer) : std::string();
  return true;
}

std::string highest_held(const Judgement& judgement, const standard::Element& element,
                         const standard::Scale& scale, std::string_view voice) {
  if (judgement.state != State::judged || !scale.sequential()) return judgement.level;
  const auto gap = gap_below(judgement, element, scale, voice);
  if (!gap) return judgement.level;
  return gap->level == 0 ? std::string() : scale.levels[gap->level - 1].key;
}

Complaints complaints_about(const Judgement& judgement, const standard::Content& content,
                            std::string_view voice) {
  const auto& element = *content.element(judgement.element);
  const auto& scale = content.scale_of(element);
  auto complaints = about_keys(judgement, element, voice);
  if (characters(judgement.note) > longest_note)
    complaints.add(element.key + ".note",
                   fmt::format("The note on “{}” must be {} characters or fewer.", element.title,
                               longest_note));
  if (judgement.state != State::judged || !scale.sequential()) return complaints;
  if (const auto gap = gap_below(judgement, element, scale, voice))
    complaints.add(element.key + ".level", refusal_over(*gap, scale, judgement.level));
  return complaints;
}

Complaints complaints_about(const std::vector<Judgement>& judgements,
                            const standard::Content& content, std::string_view voice) {
  Complaints complaints;
  const auto stands_at = [&](const standard::Element& other, std::string_view level) {
    const auto found = std::ranges::find(judgements, other.key, &Judgement::element);
    // What is not part of the job cannot be below a level, and is not among the themes left (C-20).
    if (found != judgements.end() && found->state == State::not_my_job) return true;
    if (found == judgements.end() || found->state != State::judged) return false;
    const auto& scale = content.scale_of(other);
    return place(scale, found->level) >= place(scale, level);
  };
  for (const auto& judgement : judgements) {
    const auto* element = content.element(judgement.element);
    const auto* descriptor = element ? element->descriptor(voice, judgement.level) : nullptr;
    if (!descriptor || judgement.state != State::judged) continue;
    for (const auto& fact : descriptor->facts) {
      if (fact.fact != "all-other-elements-at") continue;
      for (const auto* other : content.elements()) {
        if (is_same_element(*other, *element) || stands_at(*other, fact.level)) continue;
        const auto& scale = content.scale_of(*element);
        complaints.add(
            element->key + ".level",
            fmt::format("{} here asks for {} in every other theme, and “{}” is not there "
                        "yet.",
                        scale.level(judgement.level)->name, scale.level(fact.level)->name,
                        other->title));
        break;
      }
    }
  }
  return complaints;
}

std::string advice_about(const Judgement& judgement, const standard::Element& element,
                         const standard::Scale& scale) {
  if (judgement.state != State::judged || judgement.items.empty()) return {};
  const auto chosen = place(scale, judgement.level);
  for (const auto& threshold : element.thresholds) {
    if (place(scale, threshold.level) > chosen) continue;
    const auto* list = element.list(threshold.list);
    const auto ticked = static_cast<std::size_t>(
        std::ranges::count_if(list->items, [&](const standard::ReferenceItem& item) {
          return contains(judgement.items, fmt::format("{}.{}", list->key, item.key));
        }));
    if (!needs_more(threshold, ticked, list->items.size())) continue;
    return fmt::format("{} asks for {} of the {}; {} of {} are ticked.",
                       scale.level(threshold.level)->name,
                       threshold.rule == "all" ? "all" : "more than half", list->title, ticked,
                       list->items.size());
  }
  return {};
}

}  // namespace touchstone::self_assessment
