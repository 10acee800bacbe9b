#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "platform/complaint.h"
#include "platform/http/request.h"

namespace touchstone::http {

enum class FieldKind : std::uint8_t { text, date, whole, truth, list, file };

// A field that the body of a route may have. A part in braces stands for any one part: of
// "{theme}.level" there may be "coaching.level" and "core-values.level". One that ends with a star
// stands for all that follow: "kept.{field*}".
struct BodyField {
  BodyField(const char* field, FieldKind what = FieldKind::text) : name(field), kind(what) {}

  std::string name;
  FieldKind kind;
};
using BodyFields = std::vector<BodyField>;

inline BodyField date(const char* name) {
  return {name, FieldKind::date};
}
inline BodyField whole(const char* name) {  // a whole number of 0 or more
  return {name, FieldKind::whole};
}
inline BodyField truth(const char* name) {
  return {name, FieldKind::truth};
}
inline BodyField list(const char* name) {  // of texts
  return {name, FieldKind::list};
}
inline BodyField file(const char* name) {
  return {name, FieldKind::file};
}

inline BodyFields also(BodyFields fields, const BodyFields& more) {
  fields.insert(fields.end(), more.begin(), more.end());
  return fields;
}

// A complaint for each name in the body that is none of these, thirty at the most. The proof of a
// form may always be there, and that its files are missing.
Complaints unexpected(const BodyFields& fields, const Request& request);

// What a JSON body of these looks like, as a JSON Schema.
std::string schema_of(const BodyFields& fields);

}  // namespace touchstone::http
