#include "self_assessment/shared_sheet_proof.h"

#include "self_assessment/score_sheet_store.h"
#include "self_assessment/shared_thing.h"
#include "signin/signin.h"

namespace touchstone::self_assessment {

std::expected<SharedSheet, http::Response> shared_sheet(sql::Read& read,
                                                        const http::Request& request,
                                                        http::Verb verb) {
  const auto member = signin::member(read, request, verb);
  if (!member) return std::unexpected(member.error());
  const auto workspace = member->workspace();
  const auto id = Id<sharing::Share>::from_text(request.parameter("share"));
  auto share = id ? sharing::share(read, workspace.value, *id) : std::nullopt;
  const bool is_one_of_two =
      share && (share->made_by == member->person() || share->audience == member->person());
  if (!is_one_of_two || share->thing.noun != shared_noun) return std::unexpected(http::not_found());
  auto sheet = score_sheet(read, workspace.value, Id<ScoreSheet>{share->thing.object});
  auto maker = people::person(read, workspace, share->made_by);
  auto audience = people::person(read, workspace, share->audience);
  if (!sheet || sheet->binned_at || !maker || !audience) return std::unexpected(http::not_found());
  auto content = standard::content_of(read, workspace.value, sheet->standard_version);
  return SharedSheet({std::move(*sheet), std::move(content), workspace.value}, std::move(*share),
                     std::move(*maker), std::move(*audience), member->person());
}

}  // namespace touchstone::self_assessment
