#include "standard/standard_proof.h"

namespace touchstone::standard {

std::expected<SeenStandard, http::Response> seen_standard(sql::Read& read,
                                                          const http::Request& request,
                                                          http::Verb verb) {
  const auto member = signin::member_or_deputy(read, request, verb);
  if (!member) return std::unexpected(member.error());
  auto kept = kept_at(read, member->workspace().value, request.parameter("standard"));
  if (!kept) return std::unexpected(http::not_found());
  return SeenStandard(*std::move(kept), member->workspace().value);
}

}  // namespace touchstone::standard
