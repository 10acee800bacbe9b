#pragma once
#include <string>
#include <vector>

#include "evidence/evidence.h"
#include "platform/html/html.h"
#include "platform/http/request.h"
#include "self_assessment/own_sheet_proof.h"

namespace touchstone::self_assessment {

// What stands on the page of one theme's evidence.
struct ThemeEvidence {
  std::string theme{};  // its key
  std::vector<evidence::Piece> used{};
  std::string search{};
  std::vector<evidence::Piece> others{};  // of the library, found and not used yet
  Complaints complaints{};
};

Html theme_evidence_page(const http::Request& request, const OwnSheet& own,
                         const ThemeEvidence& shown);

}  // namespace touchstone::self_assessment
