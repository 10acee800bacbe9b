#pragma once
#include "platform/http/routes.h"
#include "platform/json/described.h"
#include "self_assessment/institution_proof.h"
#include "signin/signin.h"

// The institution beside its people.
namespace touchstone::self_assessment {

http::Response show_institution(sql::Read& read, const http::Request& request,
                                const SeesFigures& sees);
std::string institution_schema(json::Components& components);
// Begins the visitor's own view of the institution, or goes on with the open one: a score sheet
// like their own, and as private.
http::Response begin_view(sql::Write& write, const http::Request& request,
                          const signin::Member& member);

}  // namespace touchstone::self_assessment
