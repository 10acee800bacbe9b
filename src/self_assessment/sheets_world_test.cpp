#include "self_assessment/sheets_world_test.h"

#include <fmt/format.h>

namespace touchstone::self_assessment {

SheetsWorld::SheetsWorld() {
  for (const auto workspace : {demo_.eastmere, demo_.nine_rivers})
    write_in(workspace, [](sql::Write& write) { standard::import_the_box(write); });
  add_routes(routes_);
  start();
}

std::string SheetsWorld::begin_sheet(http::testing::Client& client) {
  const auto answer =
      client.post_form("/eastmere/self-assessments",
                       {{"standard", "personal-tutoring@1.0"}, {"name", "Spring 2027"}});
  EXPECT_EQ(answer.status, 303) << answer.body;
  return std::string(answer.header("location"));
}

http::testing::Answer SheetsWorld::choose(http::testing::Client& client, const std::string& sheet,
                                          const std::string& theme, const std::string& level,
                                          int version) {
  return client.post_json(sheet + "/judgements/" + theme,
                          fmt::format(R"({{"level": "{}", "version": {}}})", level, version));
}

void SheetsWorld::finish_at(http::testing::Client& client, const std::string& sheet,
                            const std::string& level) {
  http::testing::Pairs fields{{"then", "finish"}};
  for (const auto* element : testing::tutoring().elements()) {
    fields.emplace_back(element->key + ".level", level);
    fields.emplace_back(element->key + ".version", "0");
  }
  const auto answer = client.post_form(sheet + "/judgements", fields);
  EXPECT_EQ(answer.status, 303) << answer.body;
}

std::int64_t SheetsWorld::rows_in(std::string_view counting_sql) {
  std::int64_t n = -1;
  read([&](sql::Read& read) {
    auto rows = read.rows(counting_sql);
    n = rows.next()->integer(0);
  });
  return n;
}

}  // namespace touchstone::self_assessment
