#include "good_practice/reach_proof.h"

#include <algorithm>

#include "good_practice/address_parts.h"
#include "good_practice/shown_thing.h"
#include "signin/signin.h"

namespace touchstone::good_practice {
namespace {

bool is_shown_to(sql::Read& read, const Uuid& workspace, Id<Practice> practice,
                 Id<people::Person> person) {
  const auto shares = sharing::shares_of(read, workspace, shown_thing(practice));
  return std::ranges::find(shares, person, &sharing::Share::audience) != shares.end();
}

bool may_read(sql::Read& read, const Viewer& viewer, const Practice& practice) {
  const auto person = viewer.person();
  if (practice.state == State::withdrawn) return practice.finder == person;
  if (viewer.validator() || practice.finder == person || is_listed(practice)) return true;
  if (is_validated(practice) && practice.tutor == person) return true;
  return is_shown_to(read, viewer.workspace(), practice.id, person);
}

// For whoever follows a link to what was put together with something on the list.
http::Response led_on_or_not_found(sql::Read& read, const http::Request& request,
                                   const Practice& practice) {
  if (practice.state != State::merged || request.method != http::Method::get)
    return http::not_found();
  const auto kept = listed_item(read, request.visitor.workspace, practice.id);
  return kept ? http::see_other(practice_url(request, kept->practice().id)) : http::not_found();
}

}  // namespace

bool Viewer::may_name(sql::Read& read, Id<people::Person> person) const {
  if (validator_ || person == person_) return true;
  const auto theirs = people::teams_of(read, here(), person, today_);
  return std::ranges::any_of(theirs, [&](const auto& team) {
    return std::ranges::find(teams_, team) != teams_.end() ||
           std::ranges::any_of(
               headed_, [&](const auto& own) { return people::reaches(read, here(), own, team); });
  });
}

std::expected<Viewer, http::Response> viewer(sql::Read& read, const http::Request& request,
                                             http::Verb verb) {
  const auto member = signin::member(read, request, verb);
  if (!member) return std::unexpected(member.error());
  Viewer seen(member->workspace().value, member->person());
  seen.today_ = request.visitor.today;
  seen.teams_ = people::teams_of(read, seen.here(), seen.person(), seen.today_);
  if (request.visitor.remembered) return seen;
  seen.validator_ = Validator::of(read, seen.workspace(), seen.person(), seen.today_);
  for (const auto& grant : people::roles_of(read, seen.here(), seen.person(), seen.today_))
    if (grant.role == people::Role::head) seen.headed_.push_back(grant.team);
  return seen;
}

std::expected<Validator, http::Response> validator(sql::Read& read, const http::Request& request,
                                                   http::Verb verb) {
  const auto member = signin::member(read, request, verb);
  if (!member) return std::unexpected(member.error());
  auto found = request.visitor.remembered ? std::nullopt
                                          : Validator::of(read, member->workspace().value,
                                                          member->person(), request.visitor.today);
  if (!found)
    return std::unexpected(
        http::forbidden("The quality manager and the coordinator do this. Ask one of them."));
  return *std::move(found);
}

std::expected<SeenPractice, http::Response> seen_practice(sql::Read& read,
                                                          const http::Request& request,
                                                          http::Verb verb) {
  auto who = viewer(read, request, verb);
  if (!who) return std::unexpected(who.error());
  const auto id = Id<Practice>::from_text(request.parameter("practice"));
  auto found = id ? practice(read, who->workspace(), *id) : std::nullopt;
  if (!found) return std::unexpected(http::not_found());
  if (!may_read(read, *who, *found))
    return std::unexpected(led_on_or_not_found(read, request, *found));
  const auto track = track_of(read, who->workspace(), *id);
  return SeenPractice(*std::move(who), *std::move(found), track);
}

std::expected<FoundPractice, http::Response> found_practice(sql::Read& read,
                                                            const http::Request& request,
                                                            http::Verb verb) {
  auto seen = seen_practice(read, request, verb);
  if (!seen) return std::unexpected(seen.error());
  if (!seen->is_finder())
    return std::unexpected(http::forbidden("Only whoever recorded this can change it."));
  return FoundPractice(*std::move(seen));
}

std::expected<DecidedPractice, http::Response> decided_practice(sql::Read& read,
                                                                const http::Request& request,
                                                                http::Verb verb) {
  auto seen = seen_practice(read, request, verb);
  if (!seen) return std::unexpected(seen.error());
  const auto* keeper = seen->viewer().validator();
  if (keeper == nullptr)
    return std::unexpected(
        http::forbidden("The quality manager and the coordinator decide about this."));
  auto decider = Decider::of(read, *keeper, seen->practice().id);
  if (!decider) return std::unexpected(http::forbidden(decider.error()));
  return DecidedPractice(*std::move(seen), *std::move(decider));
}

std::expected<SpreadPractice, http::Response> spread_practice(sql::Read& read,
                                                              const http::Request& request,
                                                              http::Verb verb) {
  auto seen = seen_practice(read, request, verb);
  if (!seen) return std::unexpected(seen.error());
  if (seen->viewer().validator() == nullptr)
    return std::unexpected(http::forbidden("The quality manager and the coordinator do this."));
  auto valid = Gate::validated(read, seen->viewer().workspace(), seen->practice().id);
  if (!valid)
    return std::unexpected(http::refused(422, "This was not validated, so it is not shared yet."));
  return SpreadPractice(*std::move(seen), *std::move(valid));
}

std::expected<ListedPractice, http::Response> listed_practice(sql::Read& read,
                                                              const http::Request& request,
                                                              http::Verb verb) {
  auto seen = seen_practice(read, request, verb);
  if (!seen) return std::unexpected(seen.error());
  auto item = Gate::listed(read, seen->viewer().workspace(), seen->practice().id);
  if (!item)
    return std::unexpected(
        http::refused(422, "This was not validated and shared yet. Once it is, it can be tried."));
  return ListedPractice(*std::move(seen), *std::move(item));
}

}  // namespace touchstone::good_practice
