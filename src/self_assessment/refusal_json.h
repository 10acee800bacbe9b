#pragma once
#include <string_view>

#include "platform/http/request.h"
#include "platform/http/response.h"

namespace touchstone::self_assessment {

// 422 as application/problem+json, as every refusal is, with `offered`: the highest level still
// held where a level was refused (C-7), or null.
http::Response refused_theme(const http::Request& request, const Complaints& complaints,
                             std::string_view offered);

}  // namespace touchstone::self_assessment
