#pragma once
#include "platform/json/described.h"
#include "signin/signin.h"

namespace touchstone::signin {

// How far everybody can use these pages: what is aimed at, how it is tested, what is not, and whom
// to tell.
http::Response show_accessibility(sql::Read&, const http::Request& request, const Anyone&);
std::string statement_schema(json::Components& components);

}  // namespace touchstone::signin
