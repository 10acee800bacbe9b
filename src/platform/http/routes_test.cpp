#include "platform/http/routes.h"

#include <gtest/gtest.h>

#include "platform/sql/testing.h"

namespace touchstone::http {
namespace {

// What knows how often it was copied.
struct Heavy {
  Heavy() = default;
  Heavy(const Heavy& other) : copies(other.copies + 1) {}
  Heavy(Heavy&&) = default;
  Heavy& operator=(const Heavy&) = delete;
  Heavy& operator=(Heavy&&) = delete;
  ~Heavy() = default;

  int copies = 0;
};

struct Porter {};
std::expected<Porter, Response> any_porter(sql::Read&, const Request&, Verb) {
  return Porter{};
}
Heavy lift(sql::Read&, const Request&) {
  return {};
}
Later<Heavy> lift_later(sql::Read&, const Request&) {
  return [] { return Heavy(); };
}
Response carry(sql::Housekeeping&, const Request&, const Porter&, const Heavy& heavy) {
  return json(std::to_string(heavy.copies));
}

TEST(PreparedRoutes, copy_nothing_of_what_was_prepared) {
  Routes routes;
  routes.post("/now", may(Verb::visit, any_porter), lift, carry);
  routes.post("/later", may(Verb::visit, any_porter), lift_later, carry);
  sql::testing::FreshDatabase database(sql::testing::Kind::sqlite);
  const Request request;
  for (const auto& route : routes.all()) {
    Rest rest;
    database->read([&](sql::Read& read) { rest = route.prepare(read, request); });
    const auto handed_on = rest;
    const auto prepared = handed_on();
    sql::testing::housekeep(*database, [&](sql::Housekeeping& housekeeping) {
      EXPECT_EQ(route.housekeeping(housekeeping, request, prepared).body, "0") << route.pattern;
    });
  }
}

}  // namespace
}  // namespace touchstone::http
