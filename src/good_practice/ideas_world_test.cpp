#include "good_practice/ideas_world_test.h"

namespace touchstone::good_practice {

IdeasWorld::IdeasWorld() {
  for (const auto workspace : {demo_.eastmere, demo_.nine_rivers})
    write_in(workspace, [](sql::Write& write) { standard::import_the_box(write); });
  add_routes(routes_);
  evidence::add_routes(routes_);
  start_with_files();
}

void IdeasWorld::start_with_files() {
  start({.uploads = folder_.path(), .files = files::Place{.storage = storage_, .quota = 100'000}});
}

std::string IdeasWorld::member(const std::string& json, const std::string& name) {
  const auto key = "\"" + name + "\":\"";
  const auto at = json.find(key);
  if (at == json.npos) return {};
  const auto from = at + key.size();
  return json.substr(from, json.find('"', from) - from);
}

std::string IdeasWorld::version_in(const std::string& json) {
  const std::string key = "\"version\":";
  const auto at = json.rfind(key);
  if (at == json.npos) return "0";
  const auto from = at + key.size();
  return json.substr(from, json.find_first_not_of("0123456789", from) - from);
}

std::string IdeasWorld::record(http::testing::Client& client, const std::string& word,
                               const http::testing::Pairs& more) {
  http::testing::Pairs fields{
      {"did", word + " was done."}, {"changed", word + " changed."}, {"place", word + " group"}};
  bool has_source = false;
  for (const auto& each : more) {
    fields.push_back(each);
    has_source = has_source || each.first == "source";
  }
  if (!has_source) fields.emplace_back("source", "own_teaching");
  const auto answer = client.post_form("/eastmere/ideas", fields);
  EXPECT_EQ(answer.status, 303) << answer.body;
  return std::string(answer.header("location"));
}

std::string IdeasWorld::listed(const std::string& word, const http::testing::Pairs& more) {
  auto client = client_of(hannah);
  const auto address = record(client, word, more);
  const auto decided = decide(client_of(priya), address, {{"decision", "agree"}, {"share", "yes"}});
  EXPECT_EQ(decided.status, 303) << decided.body;
  return address;
}

std::string IdeasWorld::person_id(const std::string& email) {
  std::string id;
  read([&](sql::Read& read) {
    id = to_text(people::person_by_email(read, demo_.eastmere, email).value().id);
  });
  return id;
}

std::int64_t IdeasWorld::rows_in(std::string_view counting_sql) {
  std::int64_t n = -1;
  read([&](sql::Read& read) {
    auto rows = read.rows(counting_sql);
    n = rows.next()->integer(0);
  });
  return n;
}

}  // namespace touchstone::good_practice
