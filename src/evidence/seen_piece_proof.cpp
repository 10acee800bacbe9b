#include "evidence/seen_piece_proof.h"

#include "signin/signin.h"

namespace touchstone::evidence {

Viewer viewer_of(const http::Request& request) {
  const auto& visitor = request.visitor;
  Viewer viewer{.workspace = {visitor.workspace},
                .person = {visitor.person},
                .today = visitor.today,
                .reads = {},
                .keeps_standards = visitor.may(http::Verb::keep_standards)};
  for (const auto& grant : visitor.grants)
    if (grant.verb == http::Verb::read) viewer.reads.push_back({grant.team});
  return viewer;
}

std::expected<Library, http::Response> library_of(sql::Read& read, const http::Request& request,
                                                  http::Verb verb) {
  const auto member = signin::member(read, request, verb);
  if (!member) return std::unexpected(member.error());
  return Library(viewer_of(request));
}

std::expected<SeenPiece, http::Response> seen_piece(sql::Read& read, const http::Request& request,
                                                    http::Verb verb) {
  const auto member = signin::member(read, request, verb);
  if (!member) return std::unexpected(member.error());
  const auto id = Id<Piece>::from_text(request.parameter("piece"));
  auto found = id ? piece(read, member->workspace().value, *id) : std::nullopt;
  auto viewer = viewer_of(request);
  if (!found || !sees(read, viewer, *found) || (found->binned_at && !may_change(viewer, *found)))
    return std::unexpected(http::not_found());
  return SeenPiece(std::move(viewer), *std::move(found));
}

std::expected<ChangeablePiece, http::Response> changeable_piece(sql::Read& read,
                                                                const http::Request& request,
                                                                http::Verb verb) {
  auto seen = seen_piece(read, request, verb);
  if (!seen) return std::unexpected(seen.error());
  if (!may_change(seen->viewer(), seen->piece()))
    return std::unexpected(
        http::forbidden("Only whoever added this piece, or keeps the standards, can change it."));
  return ChangeablePiece(*std::move(seen));
}

std::expected<AddressHolder, http::Response> address_holder(sql::Read& read,
                                                            const http::Request& request,
                                                            http::Verb) {
  auto shown = piece_at(read, request.parameter("secret"));
  if (!shown) return std::unexpected(http::not_found());
  return AddressHolder(*std::move(shown));
}

}  // namespace touchstone::evidence
