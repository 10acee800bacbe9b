#include "platform/http/body_fields.h"

#include <algorithm>
#include <map>
#include <set>

#include "platform/json/writer.h"
#include "platform/text.h"

namespace touchstone::http {
namespace {

constexpr std::size_t most_complaints = 30;

bool is_any(std::string_view part) {
  return part.starts_with('{');
}

bool fits(std::string_view pattern, std::string_view name) {
  if (!pattern.contains('{')) return pattern == name;
  if (pattern.ends_with("*}")) return name.starts_with(pattern.substr(0, pattern.find('{')));
  return std::ranges::equal(split(pattern, '.'), split(name, '.'), [](auto part, auto given) {
    return is_any(part) ? !given.empty() : part == given;
  });
}

std::string_view schema_of(FieldKind kind) {
  switch (kind) {
    case FieldKind::text:
      return R"({"type":"string"})";
    case FieldKind::date:
      return R"({"type":"string","format":"date"})";
    case FieldKind::whole:
      return R"({"type":"integer","minimum":0})";
    case FieldKind::truth:
      return R"({"type":"boolean"})";
    case FieldKind::list:
      return R"({"type":"array","items":{"type":"string"}})";
    case FieldKind::file:
      return R"({"type":"string","format":"binary"})";
  }
  return "{}";
}

// The fields by the parts of their names, as JSON nests them.
struct Nested {
  std::map<std::string, Nested, std::less<>> parts{};
  const BodyField* field = nullptr;

  void add(const BodyField& added) {
    auto* at = this;
    for (const auto part : split(added.name, '.')) at = &at->parts[std::string(part)];
    at->field = &added;
  }

  void write(json::Writer& writer) const {
    if (field != nullptr) return writer.raw(schema_of(field->kind));
    writer.begin_object();
    writer.name("type");
    writer.text("object");
    writer.name("properties");
    writer.begin_object();
    for (const auto& [name, nested] : parts) {
      if (is_any(name)) continue;
      writer.name(name);
      nested.write(writer);
    }
    writer.end_object();
    const auto any =
        std::ranges::find_if(parts, is_any, [](const auto& part) { return part.first; });
    writer.name("additionalProperties");
    any == parts.end() ? writer.truth(false) : any->second.write(writer);
    writer.end_object();
  }
};

}  // namespace

Complaints unexpected(const BodyFields& fields, const Request& request) {
  std::set<std::string_view> looked_at{"csrf", missing_files_field};
  Complaints complaints;
  const auto look_at = [&](const std::string& name) {
    if (complaints.size() == most_complaints || !looked_at.insert(name).second) return;
    if (std::ranges::none_of(fields, [&](const auto& field) { return fits(field.name, name); }))
      complaints.add(name, "Nothing called “" + name + "” is expected here.");
  };
  for (const auto& field : request.fields) look_at(field.name);
  for (const auto& upload : request.uploads) look_at(upload.field);
  return complaints;
}

std::string schema_of(const BodyFields& fields) {
  Nested all;
  for (const auto& field : fields) all.add(field);
  json::Writer writer;
  all.write(writer);
  return writer.take();
}

}  // namespace touchstone::http
