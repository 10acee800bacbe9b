// The JSON interface as docs/api says it, by somebody who has never seen a page.
#include <boost/json.hpp>

#include "platform/json/flatten.h"
#include "test/world.h"

namespace touchstone::testing {
namespace {

class Api : public World {};
INSTANTIATE_ON_BOTH_DATABASES(Api);

std::string member(const http::testing::Answer& answer, std::string_view name) {
  std::string found;
  Complaints complaints;
  json::flatten(
      answer.body,
      [&](const std::string& key, const std::optional<std::string>& value) {
        if (key == name) found = value.value_or("null");
      },
      complaints);
  return found;
}

TEST_P(Api, tells_the_token_that_the_next_post_carries) {
  auto client = client_of(owner);
  const auto told = client.get_json("/sign-in");
  EXPECT_EQ(member(told, "signed_in"), "true");
  EXPECT_EQ(told.header("cache-control"), "no-store");
  client.adds_csrf = false;
  const auto begin = [&](const http::testing::Pairs& headers) {
    return client.post_json("/eastmere/self-assessments",
                            R"({"standard": "personal-tutoring@1.0"})", headers);
  };
  EXPECT_EQ(begin({}).status, 403);
  EXPECT_EQ(begin({{"X-CSRF-Token", member(told, "csrf")}}).status, 200);
}

// As docs/api says: a program without a cookie asks for the token, and signs in with it.
TEST_P(Api, signs_in_a_program_that_comes_for_the_first_time) {
  http::testing::Client client = client_of(nobody);
  client.adds_csrf = false;
  const auto told = client.get_json("/sign-in");
  EXPECT_EQ(member(told, "signed_in"), "false");
  const auto token = member(told, "csrf");
  EXPECT_NE(token, "");
  const auto wrong = client.post_json(
      "/sign-in", R"({"email": "hannah.sorrell@eastmere.example", "password": "a wrong one"})",
      {{"X-CSRF-Token", token}});
  EXPECT_EQ(wrong.status, 422) << wrong.body;
}

TEST_P(Api, openapi_says_what_a_body_may_have) {
  const auto told = boost::json::parse(client_of(nobody).get("/api/openapi.json").body);
  const auto& shares = told.at("paths").at("/{workspace}/self-assessments/{sheet}/shares");
  const auto& schema =
      shares.at("post").at("requestBody").at("content").at("application/json").at("schema");
  EXPECT_EQ(schema, boost::json::parse(R"({"type": "object", "properties":
    {"email": {"type": "string"}, "part": {"type": "string"}}, "additionalProperties": false})"));
}

TEST_P(Api, every_page_has_json_and_says_what_is_wrong_as_a_problem) {
  auto client = client_of(owner);
  const auto sheets = client.get_json("/eastmere/self-assessments");
  EXPECT_TRUE(sheets.header("content-type").starts_with("application/json"));
  const auto wrong = client.post_json("/eastmere/self-assessments", R"({"standard": 7, "x": 1})");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(wrong.header("content-type").starts_with("application/problem+json"));
  EXPECT_EQ(member(wrong, "status"), "422");
}

// How a JSON value differs from what a schema of /api/openapi.json says; empty: it does not.
std::string misfit(const boost::json::value& value, const boost::json::object& schema,
                   const boost::json::object& all, const std::string& where = "");

std::string object_misfit(const boost::json::object& object, const boost::json::object& schema,
                          const boost::json::object& all, const std::string& where) {
  if (const auto* required = schema.if_contains("required"))
    for (const auto& name : required->as_array())
      if (!object.contains(name.as_string())) return where + " lacks " + name.as_string().c_str();
  const auto* members = schema.if_contains("properties");
  const auto* others = schema.if_contains("additionalProperties");
  for (const auto& [name, member] : object) {
    const auto here = where + "." + std::string(name);
    const auto* known = members ? members->as_object().if_contains(name) : nullptr;
    if (!known && others && others->is_object()) known = others;
    if (!known && others) return here + " is not described";
    if (!known) continue;
    if (auto found = misfit(member, known->as_object(), all, here); !found.empty()) return found;
  }
  return {};
}

std::string misfit(const boost::json::value& value, const boost::json::object& schema,
                   const boost::json::object& all, const std::string& where) {
  if (const auto* refers = schema.if_contains("$ref")) {
    const std::string name(refers->as_string());
    return misfit(value, all.at(name.substr(name.rfind('/') + 1)).as_object(), all, where);
  }
  if (const auto* choices = schema.if_contains("anyOf")) {
    std::string first;
    for (const auto& choice : choices->as_array()) {
      auto found = misfit(value, choice.as_object(), all, where);
      if (found.empty()) return {};
      if (first.empty()) first = std::move(found);
    }
    return first;
  }
  const std::string type(schema.at("type").as_string());
  const bool fits = type == "object"    ? value.is_object()
                    : type == "array"   ? value.is_array()
                    : type == "string"  ? value.is_string()
                    : type == "boolean" ? value.is_bool()
                    : type == "integer" ? value.is_int64() || value.is_uint64()
                    : type == "number"  ? value.is_number()
                                        : value.is_null();
  if (!fits) return where + " is no " + type;
  if (value.is_object()) return object_misfit(value.as_object(), schema, all, where);
  if (value.is_array())
    for (const auto& item : value.as_array())
      if (auto found = misfit(item, schema.at("items").as_object(), all, where + "[]");
          !found.empty())
        return found;
  return {};
}

TEST_P(Api, openapi_describes_what_every_route_answers) {
  for (const auto& route : routes())
    EXPECT_TRUE(route.answer || !route.files.empty())
        << (route.method == http::Method::get ? "GET " : "POST ") << route.pattern
        << " is not described: say with routes.answers what it answers in JSON, or with "
           "routes.answers_as which file";
}

TEST_P(Api, answers_look_as_openapi_describes_them) {
  const auto told = boost::json::parse(client_of(nobody).get("/api/openapi.json").body);
  const auto& all = told.at("components").at("schemas").as_object();
  std::size_t looked_at = 0;
  for (const auto& route : routes()) {
    if (route.method != http::Method::get || !route.answer) continue;
    const auto& schema = told.at("paths").at(route.pattern).at("get").at("responses").at("2XX");
    const auto& described = schema.at("content").at("application/json").at("schema").as_object();
    for (const auto* visitor :
         {&nobody, &owner, &other_tutor, &quality_manager, &staff_list_keeper, &principal}) {
      const auto answer = client_of(*visitor).get_json(address_of(route));
      if (answer.status != 200) continue;
      EXPECT_EQ(misfit(boost::json::parse(answer.body), described, all), "")
          << route.pattern << " for the " << visitor->name;
      ++looked_at;
    }
  }
  EXPECT_GT(looked_at, 150U);
}

TEST_P(Api, openapi_names_every_route_and_refers_only_to_what_it_tells) {
  const auto body = client_of(nobody).get("/api/openapi.json").body;
  const auto told = boost::json::parse(body);
  const auto& paths = told.at("paths").as_object();
  for (const auto& route : routes()) {
    ASSERT_TRUE(paths.contains(route.pattern)) << route.pattern;
    const auto* method = route.method == http::Method::get ? "get" : "post";
    EXPECT_TRUE(paths.at(route.pattern).as_object().contains(method)) << route.pattern;
  }
  const auto& schemas = told.at("components").at("schemas").as_object();
  const std::string refers = R"("$ref":"#/components/schemas/)";
  int found = 0;
  for (auto at = body.find(refers); at != body.npos; at = body.find(refers, at + 1)) {
    const auto name = at + refers.size();
    EXPECT_TRUE(schemas.contains(body.substr(name, body.find('"', name) - name)));
    ++found;
  }
  EXPECT_GT(found, 20);
}

}  // namespace
}  // namespace touchstone::testing
