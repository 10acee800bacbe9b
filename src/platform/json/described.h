#pragma once
#include <boost/describe.hpp>
#include <boost/mp11/algorithm.hpp>
#include <concepts>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "platform/date.h"
#include "platform/id.h"
#include "platform/json/writer.h"

// A struct described once, with BOOST_DESCRIBE_STRUCT(Type, (), (member, …)), gives its JSON and
// its schema. Known members: described structs and enums (BOOST_DESCRIBE_ENUM, by their names),
// text, numbers, bool, Id, Uuid, Date, Moment (RFC 3339), and vectors, optionals (null) and maps
// from text of these.
namespace touchstone::json {

template <class T>
std::string text_of(const T& value);
template <class T>
void write(Writer& writer, const T& value);

// The schema of a type as OpenAPI 3.1 has it: JSON text that refers to
// "#/components/schemas/<name>" for structs. `components` is what it refers to, by name.
using Components = std::map<std::string, std::string, std::less<>>;
template <class T>
std::string schema_of(Components& components);

}  // namespace touchstone::json

#include "platform/json/described_detail.h"
