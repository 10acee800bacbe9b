#pragma once
#include <map>
#include <string>

#include "platform/http/routes.h"
#include "signin/signin.h"

namespace touchstone::staff {

// All that is kept about the visitor in this organisation, for themselves alone; as JSON, or with
// the query `as=file` as JSON to keep.
http::Response show_own_data(sql::Read& read, const http::Request& request,
                             const signin::Member& member);
std::string own_data_schema(std::map<std::string, std::string, std::less<>>& components);

}  // namespace touchstone::staff
