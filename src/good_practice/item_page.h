#pragma once
#include <string_view>

#include "good_practice/item_view.h"

namespace touchstone::good_practice {

// One of the forms of the page, as it was refused; an empty name: none was.
struct RefusedForm {
  std::string_view form{};
  Complaints complaints{};
};

// "3 colleagues tried it; 2 would do it again."
std::string tried_in_words(const Track& track);

Html item_page(sql::Read& read, const http::Request& request, const SeenPractice& seen,
               const ItemView& view, const RefusedForm& refused);

}  // namespace touchstone::good_practice
