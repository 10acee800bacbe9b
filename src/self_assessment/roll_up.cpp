#include "self_assessment/roll_up.h"

#include <algorithm>

namespace touchstone::self_assessment {
namespace {

std::optional<Next> next_after(const standard::Element& element, const standard::Scale& scale,
                               std::string_view voice, const Judgement& judgement) {
  if (judgement.state == State::not_my_job) return std::nullopt;
  const auto present = std::ranges::find(scale.levels, judgement.level, &standard::Level::key);
  const auto next = present == scale.levels.end() ? scale.levels.begin() : std::next(present);
  if (next == scale.levels.end()) return std::nullopt;
  const auto* descriptor = element.descriptor(voice, next->key);
  return Next{next->key, descriptor ? descriptor->short_text : std::string()};
}

Row row_for(const standard::Content& content, const standard::Element& element,
            std::string_view voice, const Judgement& judgement) {
  const auto& scale = content.scale_of(element);
  const auto* level = scale.level(judgement.level);
  return {.theme = element.key,
          .title = element.title,
          .sheet = content.sheet_of(element),
          .state = judgement.state,
          .level = judgement.level,
          .points = level && element.scored ? level->points : 0,
          .place = level ? static_cast<int>(level - scale.levels.data()) + 1 : 0,
          .scored = element.scored,
          .next = next_after(element, scale, voice, judgement)};
}

void add_to_subtotal(RollUp& result, const Row& row, int top) {
  auto subtotal = std::ranges::find(result.subtotals, row.sheet, &Subtotal::sheet);
  if (subtotal == result.subtotals.end())
    subtotal = result.subtotals.insert(subtotal, {row.sheet, 0, 0});
  subtotal->points += row.points;
  subtotal->maximum += top;
}

// What tells how low a row stands: points where they are added up, since scales may differ;
// otherwise the place of its level, whatever points it has or lacks.
using Height = int Row::*;
Height height_by(standard::Rule rule) {
  return rule == standard::Rule::sum ? &Row::points : &Row::place;
}

// The lowest answer of the rows, all of them judged.
std::optional<std::string> lowest_of(const std::vector<Row>& rows, Height height) {
  const Row* lowest = nullptr;
  for (const auto& row : rows) {
    if (!row.scored) continue;
    if (row.state == State::below_minimum) return answer_of(row);
    if (!lowest || row.*height < lowest->*height) lowest = &row;
  }
  return lowest ? std::optional(lowest->level) : std::nullopt;
}

std::optional<std::string> band_for(const standard::Content& content, std::string_view voice,
                                    int total) {
  for (const auto& band : content.bands(voice))
    if (total >= band.from && total <= band.to) return band.level;
  return std::nullopt;
}

void count(RollUp& result, const Row& row, int top) {
  result.total += row.points;
  result.maximum += top;
  result.judged += row.state == State::judged || row.state == State::below_minimum;
  result.answered += row.state != State::not_judged;
  result.below_top += row.next.has_value();
  add_to_subtotal(result, row, top);
}

}  // namespace

std::string answer_of(const Row& row) {
  return answer_of(Judgement{.state = row.state, .level = row.level});
}

RollUp roll_up(const standard::Content& content, std::string_view voice,
               const std::vector<Judgement>& judgements) {
  RollUp result;
  result.adds_up = content.adds_points();
  result.gives_level = content.scoring.rule != standard::Rule::none;
  for (const auto* element : content.elements()) {
    const auto found = std::ranges::find(judgements, element->key, &Judgement::element);
    const auto none = Judgement{.element = element->key};
    auto row = row_for(content, *element, voice, found == judgements.end() ? none : *found);
    count(result, row, element->scored ? content.scale_of(*element).levels.back().points : 0);
    result.rows.push_back(std::move(row));
  }
  if (!result.gives_level || result.rows.empty() || !result.all_judged()) return result;
  result.lowest_level = lowest_of(result.rows, height_by(content.scoring.rule));
  const bool by_lowest = content.scoring.rule == standard::Rule::lowest;
  if (!by_lowest)
    result.band = band_for(content, voice, result.total);
  else if (result.lowest_level && content.band_level(*result.lowest_level))
    result.band = result.lowest_level;
  return result;
}

}  // namespace touchstone::self_assessment
