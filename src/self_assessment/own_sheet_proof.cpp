#include "self_assessment/own_sheet_proof.h"

#include "self_assessment/score_sheet_store.h"
#include "signin/signin.h"
#include "standard/standard.h"

namespace touchstone::self_assessment {

std::expected<OwnSheet, http::Response> own_sheet(sql::Read& read, const http::Request& request,
                                                  http::Verb verb) {
  const auto member = signin::member(read, request, verb);
  if (!member) return std::unexpected(member.error());
  const auto id = Id<ScoreSheet>::from_text(request.parameter("sheet"));
  const auto workspace = member->workspace();
  auto sheet = id ? score_sheet(read, workspace.value, *id) : std::nullopt;
  if (!sheet || sheet->made_by != member->person()) return std::unexpected(http::not_found());
  auto content = standard::content_of(read, workspace.value, sheet->standard_version);
  return OwnSheet(SheetAtHand(std::move(*sheet), std::move(content), workspace.value));
}

}  // namespace touchstone::self_assessment
