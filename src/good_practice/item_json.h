#pragma once
#include <string>

#include "good_practice/item_view.h"
#include "platform/http/request.h"
#include "platform/json/described.h"

namespace touchstone::good_practice {

// `taken_over`: names of fields that were changed elsewhere while somebody changed others.
std::string item_json(const http::Request& request, const SeenPractice& seen, const ItemView& view,
                      const std::vector<std::string>& taken_over = {});
std::string item_schema(json::Components& components);

}  // namespace touchstone::good_practice
