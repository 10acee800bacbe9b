#include "self_assessment/sheet_view.h"

#include <algorithm>

#include "self_assessment/fact.h"
#include "self_assessment/judgement_store.h"
#include "self_assessment/score_sheet_store.h"
#include "self_assessment/shared_thing.h"
#include "self_assessment/target_store.h"
#include "sharing/sharing.h"
#include "standard/standard.h"

namespace touchstone::self_assessment {
namespace {

// Whether the row of another version can be set beside the rows of this one (C-30).
bool is_known(const standard::Content& content, const Row& row) {
  const auto* element = content.element(row.theme);
  return element &&
         (row.state != State::judged || content.scale_of(*element).level(row.level) != nullptr);
}

std::optional<Before> before_of(sql::Read& read, const SheetAtHand& own, const RollUp& now) {
  if (!own.sheet().previous) return std::nullopt;
  auto sheet = score_sheet(read, own.workspace(), *own.sheet().previous);
  if (!sheet || sheet->binned_at) return std::nullopt;
  const auto content = standard::content_of(read, own.workspace(), sheet->standard_version);
  auto result = roll_up(*content, sheet->voice, answers_of(read, own.workspace(), sheet->id));
  auto common = common_totals(*content, result, own.content(), now);
  std::erase_if(result.rows, [&](const Row& row) { return !is_known(own.content(), row); });
  return Before{std::move(*sheet), std::move(result), common};
}

void look_at_facts(sql::Read& read, SheetView& view) {
  const auto asks = [&](const Judgement& judgement) {
    return asks_for_facts(judgement, view.content(), view.voice());
  };
  if (std::ranges::none_of(view.judgements, asks)) return;
  const Record record{.as_at = view.own.sheet().as_at,
                      .sheets = finished_dates(read, view.own.sheet(), view.own.workspace()),
                      .targets = targets_in_force(read, view),
                      .now = &view.result,
                      .before = view.before ? &view.before->result : nullptr,
                      .name_before = view.before ? view.before->sheet.name : std::string()};
  for (const auto& judgement : view.judgements)
    if (asks(judgement))
      view.facts.emplace(judgement.element,
                         facts_about(judgement, view.content(), view.voice(), record));
}

}  // namespace

std::vector<Target> targets_in_force(sql::Read& read, const SheetView& view) {
  auto targets = view.targets;
  if (!view.before) return targets;
  for (auto& target : targets_of(read, view.own.workspace(), view.before->sheet.id))
    if (!view.target(target.element) && view.content().element(target.element))
      targets.push_back(std::move(target));
  return targets;
}

const Judgement& SheetView::judgement(std::string_view theme) const {
  return *std::ranges::find(judgements, theme, &Judgement::element);
}

const Target* SheetView::target(std::string_view theme) const {
  const auto found = std::ranges::find(targets, theme, &Target::element);
  return found == targets.end() ? nullptr : &*found;
}

std::array<SmartLetter, 5> SheetView::smart(const Target& target) const {
  const auto row = std::ranges::find(result.rows, target.element, &Row::theme);
  return self_assessment::smart(target, content(), *row, own.sheet().as_at);
}

std::string SheetView::last_time(std::string_view theme) const {
  if (!before) return {};
  const auto found = std::ranges::find(before->result.rows, theme, &Row::theme);
  return found == before->result.rows.end() ? std::string() : answer_of(*found);
}

std::string SheetView::explainer() const {
  return explain(content(), voice(), result, before ? &before->result : nullptr,
                 before ? before->sheet.name : std::string());
}

std::string SheetView::advice(std::string_view theme) const {
  const auto& element = *content().element(theme);
  auto advice = advice_about(judgement(theme), element, content().scale_of(element));
  const auto found = facts.find(theme);
  if (found == facts.end()) return advice;
  return advice.empty() ? found->second : advice + " " + found->second;
}

std::string_view SheetView::who_sees() const {
  return shares == 0 || own.sheet().binned_at ? "Only you can see this."
                                              : "You and those you share it with can see this.";
}

std::vector<Judgement> all_judgements(sql::Read& read, const SheetAtHand& own) {
  auto saved = judgements_of(read, own.workspace(), own.sheet().id);
  std::vector<Judgement> all;
  for (const auto* element : own.content().elements()) {
    const auto found = std::ranges::find(saved, element->key, &Judgement::element);
    all.push_back(found == saved.end() ? Judgement{.element = element->key} : std::move(*found));
  }
  return all;
}

SheetView view_of(sql::Read& read, const SheetAtHand& own) {
  return view_of(read, own, all_judgements(read, own));
}

SheetView view_of(sql::Read& read, const SheetAtHand& own, std::vector<Judgement> judgements) {
  auto result = roll_up(own.content(), own.sheet().voice, judgements);
  auto before = before_of(read, own, result);
  SheetView view{own,
                 std::move(judgements),
                 std::move(result),
                 std::move(before),
                 targets_of(read, own.workspace(), own.sheet().id),
                 sharing::count_of(read, own.workspace(), shared_thing(own.sheet().id))};
  look_at_facts(read, view);
  return view;
}

}  // namespace touchstone::self_assessment
