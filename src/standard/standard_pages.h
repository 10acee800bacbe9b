#pragma once
#include "platform/http/routes.h"
#include "signin/signin.h"

namespace touchstone::standard {

// What is published in the workspace, by title.
http::Response list_page(sql::Read& read, const http::Request& request,
                         const signin::Member& member);

// One version for reading: levels, overall levels, and what each level of each element looks like.
// As JSON it is the pack itself in canonical form.
http::Response standard_page(sql::Read& read, const http::Request& request,
                             const signin::Member& member);

}  // namespace touchstone::standard
