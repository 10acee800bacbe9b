#include "signin/demo_clock_pages.h"

#include <algorithm>
#include <boost/describe.hpp>

namespace touchstone::signin {

using http::Request;
using http::Response;

namespace shape {

struct DemoClock {
  Date today;
};
BOOST_DESCRIBE_STRUCT(DemoClock, (), (today))

}  // namespace shape

namespace {

std::vector<ClockMoved>& listeners() {
  static std::vector<ClockMoved> all;
  return all;
}

}  // namespace

void when_a_demo_clock_moves(ClockMoved moved) {
  if (std::ranges::find(listeners(), moved) == listeners().end()) listeners().push_back(moved);
}

Response move_demo_clock(sql::Write& write, const Request& request, const Member&) {
  if (!request.visitor.clock_stands) return http::not_found();
  const Date later{std::chrono::sys_days(request.visitor.today) + std::chrono::weeks(1)};
  people::stand_clock_on(write, later);
  for (const auto moved : listeners()) moved(write, later);
  if (request.json) return http::json(json::text_of(shape::DemoClock{later}));
  return http::see_other(url("/{}", request.visitor.workspace_slug));
}

std::string demo_clock_schema(json::Components& components) {
  return json::schema_of<shape::DemoClock>(components);
}

}  // namespace touchstone::signin
