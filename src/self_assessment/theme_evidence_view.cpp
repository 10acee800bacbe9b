#include "self_assessment/theme_evidence_view.h"

#include "self_assessment/address_parts.h"
#include "self_assessment/score_sheet_store.h"

namespace touchstone::self_assessment {

evidence::Thing theme_thing(Id<ScoreSheet> sheet, std::string_view theme) {
  return {std::string(evidence_noun), sheet.value, std::string(theme)};
}

std::map<std::string, std::vector<evidence::Piece>, std::less<>> evidence_of(
    sql::Read& read, const http::Request& request, Id<ScoreSheet> sheet) {
  auto found =
      evidence::used_for_all(read, evidence::viewer_of(request), evidence_noun, sheet.value);
  std::erase_if(found, [](const auto& theme) { return theme.second.empty(); });
  return {std::make_move_iterator(found.begin()), std::make_move_iterator(found.end())};
}

std::optional<evidence::UseLine> tell_evidence_use(sql::Read& read, const http::Request& request,
                                                   const evidence::Use& use) {
  const auto& workspace = request.visitor.workspace;
  const auto sheet = score_sheet(read, workspace, Id<ScoreSheet>{use.thing.object});
  if (!sheet || sheet->made_by.value != request.visitor.person || sheet->binned_at)
    return std::nullopt;
  const auto content = standard::content_of(read, workspace, sheet->standard_version);
  const auto* element = content->element(use.thing.part);
  return evidence::UseLine{sheet->name + ": " + (element ? element->title : use.thing.part),
                           sheet_url(request, sheet->id, "result")};
}

}  // namespace touchstone::self_assessment
