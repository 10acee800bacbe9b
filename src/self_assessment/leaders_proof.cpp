#include "self_assessment/leaders_proof.h"

#include "self_assessment/leaders_store.h"
#include "signin/signin.h"

namespace touchstone::self_assessment {

std::expected<LeadersSeat, http::Response> leaders_seat(sql::Read& read,
                                                        const http::Request& request,
                                                        http::Verb verb) {
  const auto member = signin::member_or_deputy(read, request, http::Verb::visit);
  if (!member) return std::unexpected(member.error());
  const auto root = people::root_team(read, member->workspace());
  if (!may_on(read, request, verb, root)) return std::unexpected(http::not_found());
  auto against = institution_standard(read, request);
  const auto& workspace = member->workspace().value;
  if (against && against->withdrawn &&
      !open_leaders_sheet(read, workspace, root, against->version.id) &&
      !finished_leaders_sheet(read, workspace, root, against->version.id))
    against.reset();
  if (!against) return std::unexpected(nothing_to_judge_by(request));
  return LeadersSeat(member->workspace().value, member->person(), root, std::move(*against));
}

}  // namespace touchstone::self_assessment
