#include "platform/http/body_fields.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>

namespace touchstone::http {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> refused_of(const BodyFields& fields,
                                    const std::vector<std::string>& sent) {
  Request request;
  for (const auto& name : sent) request.fields.add(name, "x");
  std::vector<std::string> names;
  for (const auto& complaint : unexpected(fields, request)) names.push_back(complaint.field);
  return names;
}

TEST(BodyFields, let_in_what_they_name_and_the_proof_of_the_form) {
  EXPECT_THAT(refused_of({"text", whole("version")}, {"csrf", "text", "version", "text"}),
              ElementsAre());
  EXPECT_THAT(refused_of({"text"}, {"texts", "text", "Text", ""}),
              ElementsAre("texts", "Text", ""));
  EXPECT_THAT(refused_of({}, {"csrf", "stray", "stray"}), ElementsAre("stray"));
}

TEST(BodyFields, take_any_one_part_where_a_name_has_braces) {
  const BodyFields fields{"{theme}.level", "rows.{row}.{voice}.{level}", "kept.{field*}"};
  EXPECT_THAT(refused_of(fields, {"coaching.level", "rows.1.person.gold", "kept.a.b.c"}),
              ElementsAre());
  EXPECT_THAT(
      refused_of(fields,
                 {"level", ".level", "a.b.level", "coaching.levels", "rows.1.person", "kept"}),
      ElementsAre("level", ".level", "a.b.level", "coaching.levels", "rows.1.person", "kept"));
}

TEST(BodyFields, let_in_no_file_that_they_do_not_name) {
  Request request;
  request.uploads.push_back({.field = "photo", .name = "a.jpg", .type = {}, .path = {}});
  EXPECT_EQ(unexpected({file("photo")}, request).size(), 0U);
  EXPECT_EQ(unexpected({"text"}, request).about("photo"),
            "Nothing called “photo” is expected here.");
}

TEST(BodyFields, complain_thirty_times_at_the_most) {
  std::vector<std::string> many;
  for (int n = 0; n < 1'000; ++n) many.push_back("stray" + std::to_string(n));
  EXPECT_EQ(refused_of({"text"}, many).size(), 30U);
}

TEST(BodyFields, are_told_as_json_nests_them) {
  const BodyFields fields{"text",        date("due_on"), whole("version"),
                          truth("sure"), list("items"),  "{theme}.level"};
  EXPECT_EQ(boost::json::parse(schema_of(fields)), boost::json::parse(R"({
    "type": "object",
    "properties": {
      "text": {"type": "string"},
      "due_on": {"type": "string", "format": "date"},
      "version": {"type": "integer", "minimum": 0},
      "sure": {"type": "boolean"},
      "items": {"type": "array", "items": {"type": "string"}}},
    "additionalProperties": {
      "type": "object", "properties": {"level": {"type": "string"}},
      "additionalProperties": false}})"));
}

}  // namespace
}  // namespace touchstone::http
