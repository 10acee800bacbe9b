#pragma once
#include "platform/http/routes.h"
#include "standard/standard_proof.h"

namespace touchstone::standard {

// What changed from the standard ?with=key@version to this one; without it, from the one that it
// was made from, or from the version before.
http::Response difference_page(sql::Read& read, const http::Request& request,
                               const SeenStandard& standard);
std::string difference_schema(std::map<std::string, std::string, std::less<>>& components);

}  // namespace touchstone::standard
