#pragma once
#include <memory>

#include "self_assessment/roll_up.h"
#include "self_assessment/score_sheet.h"
#include "standard/standard.h"

namespace touchstone::self_assessment {

// A score sheet with the standard it is judged against: what every page about it needs. It proves
// nothing about who looks.
class SheetAtHand {
 public:
  SheetAtHand(ScoreSheet sheet, std::shared_ptr<const standard::Content> content, Uuid workspace)
      : sheet_(std::move(sheet)), content_(std::move(content)), workspace_(workspace) {}

  const ScoreSheet& sheet() const { return sheet_; }
  const standard::Content& content() const { return *content_; }
  const std::shared_ptr<const standard::Content>& shared_content() const { return content_; }
  Uuid workspace() const { return workspace_; }

 private:
  ScoreSheet sheet_;
  std::shared_ptr<const standard::Content> content_;
  Uuid workspace_;
};

}  // namespace touchstone::self_assessment
