#include "platform/http/openapi.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "platform/http/noticeboard_test.h"
#include "platform/json/described.h"

namespace touchstone::http {
namespace {

struct Pinned {
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Pinned, (), (text))

struct Anybody {};

std::expected<Anybody, Response> anybody(sql::Read&, const Request&, Verb) {
  return Anybody{};
}

Response pinned(sql::Read&, const Request&, const Anybody&) {
  return json("{}");
}

TEST(OpenApi, is_served_and_names_every_route_with_its_parameters) {
  testing::Noticeboard board;
  testing::Running running(board.routes(), board.database(), testing::Noticeboard::hooks());
  const auto answer = running.client().get("/api/openapi.json");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.header("content-type"), "application/json");
  const auto told = boost::json::parse(answer.body);
  EXPECT_EQ(told.at("openapi").as_string(), "3.1.0");
  for (const auto& route : board.routes().all()) {
    const auto& path = told.at("paths").as_object().at(route.pattern).as_object();
    EXPECT_TRUE(path.contains(route.method == Method::get ? "get" : "post")) << route.pattern;
  }
  const auto& hello = told.at("paths").at("/{workspace}/hello/{name}").at("get");
  EXPECT_EQ(hello.at("parameters").as_array().size(), 2U);
  EXPECT_EQ(hello.at("parameters").at(1).at("name").as_string(), "name");
}

TEST(OpenApi, tells_the_schema_of_an_answer_that_is_described) {
  Routes routes;
  routes.get("/pinned", may(Verb::visit, anybody), pinned);
  routes.answers([](auto& components) { return json::schema_of<Pinned>(components); });
  const auto told = boost::json::parse(openapi(routes));
  const auto& answer = told.at("paths").at("/pinned").at("get").at("responses").at("2XX");
  const std::string refers(
      answer.at("content").at("application/json").at("schema").at("$ref").as_string());
  const auto name = refers.substr(refers.rfind('/') + 1);
  const auto& schema = told.at("components").at("schemas").as_object().at(name);
  EXPECT_EQ(schema.at("properties").at("text").at("type").as_string(), "string");
}

TEST(OpenApi, tells_files_by_their_media_type_beside_json_or_alone) {
  Routes routes;
  routes.get("/table", may(Verb::visit, anybody), pinned);
  routes.answers_as({"text/csv"});
  routes.get("/both", may(Verb::visit, anybody), pinned);
  routes.answers([](auto& components) { return json::schema_of<Pinned>(components); });
  routes.answers_as({"application/yaml"});
  const auto told = boost::json::parse(openapi(routes));
  const auto content = [&](const char* path) {
    return told.at("paths").at(path).at("get").at("responses").at("2XX").at("content").as_object();
  };
  EXPECT_EQ(content("/table"), boost::json::parse(R"({"text/csv": {}})"));
  EXPECT_TRUE(content("/both").contains("application/json"));
  EXPECT_TRUE(content("/both").contains("application/yaml"));
}

}  // namespace
}  // namespace touchstone::http
