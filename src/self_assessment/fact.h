#pragma once
#include <string>
#include <vector>

#include "self_assessment/target.h"

namespace touchstone::self_assessment {

// What a person's sheets say that levels may ask for (C-21, C-22).
struct Record {
  Date as_at{};                    // of the sheet in hand
  std::vector<Date> sheets{};      // finished ones of its kind, by the dates they speak of
  std::vector<Target> targets{};   // for its themes, set on it or on the one before
  const RollUp* now = nullptr;     // never null
  const RollUp* before = nullptr;  // null: there is no sheet before
  std::string name_before{};
};

// What the chosen level of that theme, and where levels take in the lower ones those too, ask the
// program to check, and what it found: "Silver asks for 2 score sheets in 12 months; this is the
// first." Advice: what is refused stands in judgement.h. Empty where nothing is asked.
std::string facts_about(const Judgement& judgement, const standard::Content& content,
                        std::string_view voice, const Record& record);

// Whether the level of that theme asks for anything that a Record is needed for.
bool asks_for_facts(const Judgement& judgement, const standard::Content& content,
                    std::string_view voice);

}  // namespace touchstone::self_assessment
