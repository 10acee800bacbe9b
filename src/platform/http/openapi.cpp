#include "platform/http/openapi.h"

#include <map>

#include "platform/json/described.h"

namespace touchstone::http {
namespace {

struct Complained {
  std::string field;
  std::string message;
};
BOOST_DESCRIBE_STRUCT(Complained, (), (field, message))

// As problem_json writes it; some refusals add members of their own.
struct Problem {
  std::string type;
  std::string title;
  int status;
  std::string detail;
  std::vector<Complained> complaints;
  std::string request;
};
BOOST_DESCRIBE_STRUCT(Problem, (), (type, title, status, detail, complaints, request))

constexpr std::string_view any_object = R"({"type":"object"})";

void member(json::Writer& writer, std::string_view name, std::string_view text) {
  writer.name(name);
  writer.text(text);
}

// "application/json": {"schema": …}
void media(json::Writer& writer, std::string_view type, std::string_view schema) {
  writer.name(type);
  writer.begin_object();
  if (!schema.empty()) {
    writer.name("schema");
    writer.raw(schema);
  }
  writer.end_object();
}

void content(json::Writer& writer, std::initializer_list<std::string_view> types,
             std::string_view schema) {
  writer.name("content");
  writer.begin_object();
  for (const auto type : types) media(writer, type, schema);
  writer.end_object();
}

void parameters(json::Writer& writer, std::string_view pattern) {
  writer.name("parameters");
  writer.begin_list();
  for (auto open = pattern.find('{'); open != pattern.npos; open = pattern.find('{', open + 1)) {
    writer.begin_object();
    member(writer, "name", pattern.substr(open + 1, pattern.find('}', open) - open - 1));
    member(writer, "in", "path");
    writer.name("required");
    writer.truth(true);
    writer.name("schema");
    writer.raw(R"({"type":"string"})");
    writer.end_object();
  }
  writer.end_list();
}

void body(json::Writer& writer, const Route& route) {
  writer.name("requestBody");
  writer.begin_object();
  const auto schema = route.takes ? schema_of(*route.takes) : std::string(any_object);
  if (route.limits.files > 0)
    content(writer, {"multipart/form-data", "application/json"}, schema);
  else
    content(writer, {"application/json", "application/x-www-form-urlencoded"}, schema);
  writer.end_object();
}

void answers(json::Writer& writer, const Route& route, json::Components& components) {
  writer.name("responses");
  writer.begin_object();
  writer.name("2XX");
  writer.begin_object();
  member(writer, "description", "What is there, or what is there now.");
  writer.name("content");
  writer.begin_object();
  if (route.answer) media(writer, "application/json", route.answer(components));
  for (const auto type : route.files) media(writer, type, "");
  writer.end_object();
  writer.end_object();
  writer.name("default");
  writer.begin_object();
  member(writer, "description", "Why it was not done (RFC 9457).");
  content(writer, {"application/problem+json"}, json::schema_of<Problem>(components));
  writer.end_object();
  writer.end_object();
}

void operation(json::Writer& writer, const Route& route, json::Components& components) {
  const bool changes = route.method == Method::post;
  writer.name(changes ? "post" : "get");
  writer.begin_object();
  member(writer, "operationId", (changes ? "POST " : "GET ") + route.pattern);
  parameters(writer, route.pattern);
  if (changes) body(writer, route);
  answers(writer, route, components);
  writer.end_object();
}

void paths(json::Writer& writer, const Routes& routes, json::Components& components) {
  std::map<std::string_view, std::vector<const Route*>> by_pattern;
  for (const auto& route : routes.all()) by_pattern[route.pattern].push_back(&route);
  writer.name("paths");
  writer.begin_object();
  for (const auto& [pattern, methods] : by_pattern) {
    writer.name(pattern);
    writer.begin_object();
    for (const auto* route : methods) operation(writer, *route, components);
    writer.end_object();
  }
  writer.end_object();
}

}  // namespace

std::string openapi(const Routes& routes) {
  json::Components components;
  json::Writer writer;
  writer.begin_object();
  member(writer, "openapi", "3.1.0");
  writer.name("info");
  writer.begin_object();
  member(writer, "title", "Touchstone");
  member(writer, "version", "1");
  member(writer, "description",
         "Every page is its own interface: ask for it with Accept: application/json. What changes "
         "something needs the session's token as X-CSRF-Token; /sign-in tells it.");
  writer.end_object();
  paths(writer, routes, components);
  writer.name("components");
  writer.begin_object();
  writer.name("schemas");
  writer.begin_object();
  for (const auto& [name, schema] : components) {
    writer.name(name);
    writer.raw(schema);
  }
  writer.end_object();
  writer.end_object();
  writer.end_object();
  return writer.take();
}

}  // namespace touchstone::http
