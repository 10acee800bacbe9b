#include "signin/acting_pages.h"

#include <boost/describe.hpp>

#include "signin/session_store.h"

namespace touchstone::signin {

using http::Request;
using http::Response;

namespace shape {

struct Acting {
  std::optional<std::string> acts_for;
};
BOOST_DESCRIBE_STRUCT(Acting, (), (acts_for))

}  // namespace shape

namespace {

Response to_start(const Request& request, const shape::Acting& acting) {
  if (request.json) return http::json(json::text_of(acting));
  return http::see_other(url("/{}", request.visitor.workspace_slug));
}

}  // namespace

Response begin_to_act(sql::Write& write, const Request& request, const Member& member) {
  const auto id = Id<people::Deputy>::from_text(request.parameter("deputy"));
  const auto deputy = id ? people::deputy(write, member.workspace(), *id) : std::nullopt;
  if (!deputy || deputy->person != member.person() ||
      !people::acting_for(write, member.workspace(), *id, {request.visitor.account}, now()))
    return http::not_found();
  auto housekeeping = write.housekeeping();
  act_as(housekeeping, digest_of(request.session_token), member.workspace(), deputy->id);
  write.record({"person", deputy->for_person.value, "began_to_act_for", "{}"});
  return to_start(request, {deputy->for_name});
}

Response stop_acting(sql::Write& write, const Request& request, const Member&) {
  if (!request.visitor.acts_for_another()) return to_start(request, {});
  auto housekeeping = write.housekeeping();
  act_as(housekeeping, digest_of(request.session_token), std::nullopt, std::nullopt);
  write.record({"person", request.visitor.for_person, "stopped_acting_for", "{}"});
  return to_start(request, {});
}

std::string acting_schema(json::Components& components) {
  return json::schema_of<shape::Acting>(components);
}

}  // namespace touchstone::signin
