#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "evidence/evidence.h"
#include "self_assessment/common_totals.h"
#include "self_assessment/explainer.h"
#include "self_assessment/sheet_at_hand_view.h"
#include "self_assessment/smart.h"
#include "self_assessment/suggestion_view.h"

namespace touchstone::self_assessment {

// The finished sheet that another is compared with, counted by the version it was made with. It has
// the rows whose theme and level the other's version knows too.
struct Before {
  ScoreSheet sheet;
  RollUp result;
  std::optional<CommonTotals> common{};  // where the versions do not have the same themes
};

// A score sheet with everything its pages show, read in one consistent view.
struct SheetView {
  const SheetAtHand& own;
  std::vector<Judgement> judgements;  // one for each theme, in the standard's order
  RollUp result;
  std::optional<Before> before;
  std::vector<Target> targets;
  std::size_t shares = 0;   // how often it is shared, whole or in part
  bool may_reopen = false;  // on the page of the result only
  // What the facts that chosen levels ask for come to, by theme.
  std::map<std::string, std::string, std::less<>> facts{};
  // What colleagues know about the low ones, by theme; on the page of the result only (C-32).
  std::map<std::string, Suggestion, std::less<>> suggestions{};
  // What was aimed at on the sheet before and is not reached yet, by theme, where nothing is aimed
  // at on this one; on the page of the result only.
  std::map<std::string, Target, std::less<>> earlier_targets{};
  // What is attached and the visitor sees, by theme; on pages for people only.
  std::map<std::string, std::vector<evidence::Piece>, std::less<>> evidence{};

  const standard::Content& content() const { return own.content(); }
  const std::string& voice() const { return own.sheet().voice; }
  const Judgement& judgement(std::string_view theme) const;
  const Target* target(std::string_view theme) const;  // null: none set
  std::array<SmartLetter, 5> smart(const Target& target) const;
  // The answer given last time, as in answer_of(); empty when there was none.
  std::string last_time(std::string_view theme) const;
  std::string explainer() const;
  // What is worth a look in the answer to a theme; mostly empty.
  std::string advice(std::string_view theme) const;
  // "Only you can see this." or "You and those you share it with can see this." Nobody else sees
  // what is in the bin.
  std::string_view who_sees() const;
};

SheetView view_of(sql::Read& read, const SheetAtHand& own);
// The targets of this sheet and, for themes without one, those of the sheet before.
std::vector<Target> targets_in_force(sql::Read& read, const SheetView& view);
// The same for whoever has just read or saved all its judgements.
SheetView view_of(sql::Read& read, const SheetAtHand& own, std::vector<Judgement> judgements);
// The themes of a sheet in the standard's order, saved or not.
std::vector<Judgement> all_judgements(sql::Read& read, const SheetAtHand& own);

}  // namespace touchstone::self_assessment
