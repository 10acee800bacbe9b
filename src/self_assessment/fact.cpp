#include "self_assessment/fact.h"

#include <fmt/format.h>

#include <algorithm>

#include "platform/text.h"
#include "self_assessment/explainer.h"
#include "self_assessment/smart.h"

namespace touchstone::self_assessment {
namespace {

// Facts of one level, with its name.
struct Asked {
  std::string_view level;
  const standard::Fact* fact;
};

// What judgement.h refuses is no advice.
bool is_advice(const standard::Fact& fact) {
  return fact.fact != "all-other-elements-at";
}

std::vector<Asked> asked_by(const Judgement& judgement, const standard::Content& content,
                            std::string_view voice) {
  std::vector<Asked> asked;
  if (judgement.state != State::judged) return asked;
  const auto& element = *content.element(judgement.element);
  const auto& scale = content.scale_of(element);
  for (const auto& level : scale.levels) {
    const auto chosen = level.key == judgement.level;
    if (const auto* descriptor = element.descriptor(voice, level.key);
        descriptor && (chosen || scale.sequential()))
      for (const auto& fact : descriptor->facts)
        if (is_advice(fact)) asked.push_back({level.name, &fact});
    if (chosen) break;
  }
  return asked;
}

Date months_before(Date date, int months) {
  const auto earlier = date - std::chrono::months(months);
  return earlier.ok() ? earlier : earlier.year() / earlier.month() / std::chrono::last;
}

std::string about_sheets(const Asked& asked, const standard::Content& content,
                         const Record& record) {
  const auto from = months_before(record.as_at, asked.fact->months);
  const auto finished = static_cast<int>(std::ranges::count_if(
      record.sheets, [&](Date date) { return date >= from && date <= record.as_at; }));
  const auto with_this = finished + 1;
  const auto period = counted(asked.fact->months, "month", "months");
  if (with_this >= asked.fact->at_least)
    return fmt::format("With this one you have {} in {}.",
                       counted(with_this, content.words.sheet, content.words.sheet + "s"), period);
  return fmt::format("{} asks for {} in {}; this is number {}.", asked.level,
                     counted(asked.fact->at_least, content.words.sheet, content.words.sheet + "s"),
                     period, with_this);
}

bool has_smart_target(const Row& row, const standard::Content& content, const Record& record) {
  const auto target = std::ranges::find(record.targets, row.theme, &Target::element);
  return target != record.targets.end() && is_smart(*target, content, row, record.as_at);
}

std::string about_targets(const Asked& asked, const standard::Content& content,
                          const Record& record) {
  int below = 0;
  int with_target = 0;
  for (const auto& row : record.now->rows) {
    if (!row.next) continue;
    ++below;
    if (has_smart_target(row, content, record)) ++with_target;
  }
  const auto themes = counted(below, content.words.element, content.words.element + "s");
  if (with_target == below)
    return below == 0 ? std::string()
                      : fmt::format("Each of the {} below the top has a SMART target.", themes);
  return fmt::format("{} asks for a SMART target in each of the {} below the top; {} so far.",
                     asked.level, themes, with_target == 0 ? "none" : std::to_string(with_target));
}

std::string about_progress(const Asked& asked, const standard::Content& content,
                           const Record& record) {
  if (!record.before)
    return fmt::format("{} asks for progress; there is no {} before this one.", asked.level,
                       content.words.sheet);
  // In levels: what they are worth may differ from version to version (C-30).
  const auto risen = std::ranges::count_if(moves_between(content, *record.before, *record.now),
                                           [](const Move& move) { return move.levels > 0; });
  if (risen == 0)
    return fmt::format("{} asks for progress; no {} stands higher than in {}.", asked.level,
                       content.words.element, record.name_before);
  return fmt::format(
      "{} since {}.",
      counted(risen, content.words.element + " has risen", content.words.element + "s have risen"),
      record.name_before);
}

std::string about_version(const Asked& asked, const standard::Content& content) {
  if (!content.adapted_from.empty()) return "This is an adapted version.";
  return fmt::format("{} asks for a version adapted to your setting; this is the original.",
                     asked.level);
}

std::string found(const Asked& asked, const standard::Content& content, const Record& record) {
  const auto& name = asked.fact->fact;
  if (name == "sheets-in-period") return about_sheets(asked, content, record);
  if (name == "targets-for-every-element-below-top") return about_targets(asked, content, record);
  if (name == "progress-since-previous") return about_progress(asked, content, record);
  return about_version(asked, content);
}

}  // namespace

bool asks_for_facts(const Judgement& judgement, const standard::Content& content,
                    std::string_view voice) {
  return !asked_by(judgement, content, voice).empty();
}

std::string facts_about(const Judgement& judgement, const standard::Content& content,
                        std::string_view voice, const Record& record) {
  std::string sentences;
  for (const auto& asked : asked_by(judgement, content, voice)) {
    const auto sentence = found(asked, content, record);
    if (sentence.empty()) continue;
    if (!sentences.empty()) sentences += ' ';
    sentences += sentence;
  }
  return sentences;
}

}  // namespace touchstone::self_assessment
