#pragma once
#include <functional>
#include <vector>

#include "people/people.h"
#include "platform/complaint.h"
#include "platform/html/html.h"
#include "platform/html/url.h"
#include "platform/http/request.h"

// Naming deputies, by themselves or on the staff list.
namespace touchstone::signin {

// What was typed, with what is wrong with it; a deputy to name when nothing is.
struct TypedDeputy {
  people::Deputy deputy{};
  Complaints complaints{};
};
// Fields: deputy (an address on the list, of somebody who has come in: a link to come in could be
// in anybody's hands), since, until.
TypedDeputy read_deputy(sql::Read&, const http::Request&, Id<people::Person> for_person);

// The fields, with what was sent, and a button.
Html deputy_form(const http::Request&, const Url& action, const Complaints&);

// "from 19 January 2027 to 2 February 2027"
std::string days_of(const people::Deputy&);

// Those who act for somebody, each with a button that ends it at that address.
using EndingUrl = std::function<Url(Id<people::Deputy>)>;
Html deputy_list(const http::Request&, const std::vector<people::Deputy>&, const EndingUrl&);
// One line of such a list.
Html deputy_row(const http::Request&, std::string_view words, const Url& action,
                std::string_view button, std::string_view whom);

}  // namespace touchstone::signin
