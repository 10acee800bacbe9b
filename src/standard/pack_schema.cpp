#include "standard/pack_schema.h"

#include <fmt/format.h>

#include <boost/json.hpp>
#include <regex>
#include <stdexcept>
#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "platform/embedded.h"

namespace touchstone::standard {
namespace {

using boost::json::value;

value value_of(const Node& node) {
  switch (node.kind) {
    case Node::Kind::null:
      return nullptr;
    case Node::Kind::truth:
      return node.truth;
    case Node::Kind::integer:
      return node.integer;
    case Node::Kind::number:
      return 0.5;
    case Node::Kind::text:
      return value(node.text);
    case Node::Kind::list: {
      boost::json::array list;
      for (const auto& item : node.items) list.push_back(value_of(item));
      return list;
    }
    case Node::Kind::map: {
      boost::json::object map;
      for (const auto& [name, member] : node.members) map.insert_or_assign(name, value_of(member));
      return map;
    }
  }
  return nullptr;
}

// `additionalProperties: false` makes the validator tell of one foreign member only; a schema that
// nothing matches makes it tell of each. Of wrong names it tells nothing: check_names() does.
void open_up(value& schema) {
  if (auto* list = schema.if_array())
    for (auto& item : *list) open_up(item);
  auto* map = schema.if_object();
  if (!map) return;
  map->erase("propertyNames");
  for (auto& [name, member] : *map) {
    if (name == "additionalProperties" && member.is_bool())
      member = {{"not", boost::json::object()}};
    else
      open_up(member);
  }
}

struct Shape {
  value text;
  valijson::Schema schema;
};

const Shape& shape() {
  static const auto made = [] {
    auto shape = std::make_unique<Shape>();
    for (const auto& file : embedded::standards)
      if (file.name == "pack.schema.json")
        shape->text = boost::json::parse({file.bytes.data(), file.bytes.size()});
    if (shape->text.is_null()) throw std::logic_error("pack.schema.json is not in the program");
    auto opened = shape->text;
    open_up(opened);
    valijson::SchemaParser().populateSchema(valijson::adapters::BoostJsonAdapter(opened),
                                            shape->schema);
    return shape;
  }();
  return *made;
}

// The part of the schema that a schema refers to, or the schema itself.
const value* resolved(const value* schema) {
  const auto* map = schema ? schema->if_object() : nullptr;
  const auto* reference = map ? map->if_contains("$ref") : nullptr;
  if (!reference) return schema;
  constexpr std::size_t definitions = std::string_view("#/definitions/").size();
  const auto name = reference->as_string().subview(definitions);
  return &shape().text.at("definitions").at(name);
}

const value* part_for(const value* schema, const std::string& name) {
  const auto* map = schema ? schema->if_object() : nullptr;
  if (!map) return nullptr;
  const auto* properties = map->if_contains("properties");
  const auto* known = properties ? properties->as_object().if_contains(name) : nullptr;
  return known ? known : map->if_contains("additionalProperties");
}

// A value of the pack together with what the schema says about it.
struct Place {
  const Node* node;
  const value* schema;
  std::string field;
};

Place item_of(const Place& list, std::size_t n) {
  const auto* map = list.schema ? list.schema->if_object() : nullptr;
  return {&list.node->items.at(n), resolved(map ? map->if_contains("items") : nullptr),
          list.field + fmt::format("[{}]", n)};
}

Place member_of(const Place& map, const std::string& name) {
  return {&(*map.node)[name], resolved(part_for(map.schema, name)),
          map.field + (map.field.empty() ? "" : ".") + name};
}

Place place_of(const Node& pack, const std::vector<std::string>& context) {
  Place place{&pack, &shape().text, ""};
  for (std::size_t i = 1; i < context.size(); ++i) {
    const auto step = context[i].substr(1, context[i].size() - 2);
    place = place.node->kind == Node::Kind::list ? item_of(place, std::stoul(step))
                                                 : member_of(place, step);
  }
  return place;
}

const value* says(const Place& place, std::string_view keyword) {
  const auto* map = place.schema ? place.schema->if_object() : nullptr;
  return map ? map->if_contains({keyword.data(), keyword.size()}) : nullptr;
}

std::string what_it_is(const Node& node) {
  switch (node.kind) {
    case Node::Kind::null:
      return "Nothing stands here";
    case Node::Kind::truth:
      return "“true” and “false” are read as yes and no (in quotes they are text)";
    case Node::Kind::integer:
    case Node::Kind::number:
      return fmt::format("{} is read as a number (in quotes it is text)", node.text);
    case Node::Kind::text:
      return fmt::format("“{}” is text", node.text);
    case Node::Kind::list:
      return "Here is a list";
    case Node::Kind::map:
      return "Here are names with values";
  }
  return "";
}

std::string what_is_wanted(const Place& place) {
  const auto* type = says(place, "type");
  if (!type || !type->is_string()) return "a date or null";
  const auto& name = type->as_string();
  if (name == "string") return "text";
  if (name == "integer") return "a whole number";
  if (name == "boolean") return "true or false";
  if (name == "array") return "a list";
  return "a group of names with values";
}

std::string one_of(const value& allowed) {
  std::string words;
  for (const auto& word : allowed.as_array()) {
    if (!words.empty()) words += ", ";
    words += word.is_string() ? std::string(word.as_string()) : boost::json::serialize(word);
  }
  return words;
}

std::string description(const Place& place) {
  const auto* found = says(place, "description");
  return found ? std::string(found->as_string()) : std::string("This is not the right form.");
}

// As the schema's definition of a key has it.
bool is_key(const std::string& name) {
  const auto& key = shape().text.at("definitions").at("key");
  static const std::regex pattern(std::string(key.at("pattern").as_string()));
  return name.size() <= key.at("maxLength").to_number<std::size_t>() &&
         std::regex_match(name, pattern);
}

std::string between_quotes(const std::string& text) {
  const auto begin = text.find('\'') + 1;
  return text.substr(begin, text.rfind('\'') - begin);
}

// The validator's words about the pack in ours; empty for what only repeats an error further down.
std::string sentence(const Place& place, const std::string& words) {
  const auto about = [&](std::string_view start) { return words.starts_with(start); };
  if (about("Missing required property"))
    return fmt::format("“{}” is missing here.", between_quotes(words));
  if (about("Target should not validate"))
    return "This does not belong here; look whether it is spelled right and indented right.";
  if (about("Value type not permitted"))
    return fmt::format("{}; wanted is {}.", what_it_is(*place.node), what_is_wanted(place));
  if (about("Failed to match against any enum"))
    return fmt::format("This must be one of: {}.", one_of(*says(place, "enum")));
  if (about("Failed to match regex")) return description(place);
  if (about("Array should contain no fewer than 2")) return "At least two are needed here.";
  if (about("Array should contain no more")) return "These are too many.";
  if (about("Array should contain no fewer") || about("Object should have no fewer"))
    return "This is empty; at least one is needed.";
  if (about("String should be no fewer")) return "This text is empty.";
  if (about("String should be no more")) return "This text is too long.";
  if (about("Expected number")) return "This number is out of range.";
  return "";
}

// Names that are chosen by whoever writes the pack, and are no keys.
void check_names(const Place& place, std::vector<PackProblem>& problems) {
  for (std::size_t n = 0; n < place.node->items.size(); ++n)
    check_names(item_of(place, n), problems);
  const bool keys = says(place, "propertyNames") != nullptr;
  for (const auto& [name, member] : place.node->members) {
    const auto below = member_of(place, name);
    if (keys && !is_key(name))
      problems.push_back({member.line, below.field,
                          fmt::format("“{}” is not a key: small letters, digits and single hyphens "
                                      "between them, beginning with a letter.",
                                      name)});
    check_names(below, problems);
  }
}

}  // namespace

std::vector<PackProblem> problems_with_shape(const Node& pack) {
  const auto target = value_of(pack);
  valijson::ValidationResults results;
  valijson::Validator validator;
  std::vector<PackProblem> problems;
  check_names({&pack, &shape().text, ""}, problems);
  if (validator.validate(shape().schema, valijson::adapters::BoostJsonAdapter(target), &results))
    return problems;
  for (const auto& error : results) {
    const auto place = place_of(pack, error.context);
    if (auto words = sentence(place, error.description); !words.empty())
      problems.push_back({place.node->line, place.field, std::move(words)});
  }
  // What has no words of its own must not pass for sound.
  if (problems.empty()) problems.push_back({1, "", "This is not the shape of a pack."});
  return problems;
}

}  // namespace touchstone::standard
