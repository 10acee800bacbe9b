#pragma once
#include <vector>

#include "self_assessment/own_sheet_proof.h"

namespace touchstone::self_assessment {

// One theme that was saved elsewhere since this form was opened.
struct ClashingTheme {
  Judgement yours;
  Judgement theirs;
};

// 409: both texts side by side, to choose from theme by theme; nothing of `sent` is lost. JSON
// gives both as well.
http::Response clash_answer(const http::Request& request, const OwnSheet& own,
                            const std::vector<Judgement>& sent,
                            const std::vector<ClashingTheme>& clashes);

}  // namespace touchstone::self_assessment
