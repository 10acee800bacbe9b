#include "self_assessment/counted_view.h"

#include "self_assessment/judgement_store.h"
#include "self_assessment/score_sheet_store.h"
#include "standard/standard.h"

namespace touchstone::self_assessment {

std::vector<Counted> own_counted(sql::Read& read, const Uuid& workspace, Id<people::Person> maker) {
  std::vector<Counted> counted;
  for (auto& sheet : own_score_sheets(read, workspace, maker)) {
    auto content = standard::content_of(read, workspace, sheet.standard_version);
    auto result = roll_up(*content, sheet.voice, answers_of(read, workspace, sheet.id));
    counted.push_back({std::move(sheet), std::move(content), std::move(result)});
  }
  return counted;
}

}  // namespace touchstone::self_assessment
