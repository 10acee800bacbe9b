#pragma once
#include <string>

#include "platform/http/routes.h"

namespace touchstone::http {

// Every route as OpenAPI 3.1, from the table that serves them; JSON. An answer of a route that
// describes none is any object.
std::string openapi(const Routes& routes);

}  // namespace touchstone::http
