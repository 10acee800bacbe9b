#pragma once
#include <optional>
#include <string>
#include <vector>

#include "platform/html/html.h"
#include "platform/http/request.h"
#include "standard/adapted_copy.h"

namespace touchstone::standard {

// What was typed into the form of a version of one's own. Rows that were left empty are no rows;
// `room` is how many the form has.
struct TypedCopy {
  AdaptedCopy copy;
  std::size_t room = 1;
  bool more = false;      // room for another row was asked for
  bool fit = false;       // bands that fit the rows were asked for
  bool as_it_is = false;  // they know that it adds nothing
  Complaints complaints;
};
inline constexpr std::size_t most_own_rows = 20;

TypedCopy read_copy(const http::Request& request, const Content& parent);

// Whether it has nothing that its parent does not have, but its name.
bool adds_nothing(const TypedCopy& typed, const Content& parent);

// The form as it is first shown. `addresses`: of all that lies here, withdrawn or not.
TypedCopy fresh_copy(const http::Request& request, const Content& parent,
                     const std::vector<std::string>& addresses);

// The form for what was typed.
Html copy_form(const http::Request& request, const Content& parent, const TypedCopy& typed);

// Every area of the standard, nested ones too.
std::vector<const Area*> areas_of(const Content& content);

}  // namespace touchstone::standard
