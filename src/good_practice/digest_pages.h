#pragma once
#include "good_practice/reach_proof.h"
#include "platform/json/described.h"
#include "signin/signin.h"

namespace touchstone::good_practice {

// What was shared first in ?month= (empty: this one), as text; and the Grade 1 list (E-14).
http::Response show_digest(sql::Read& read, const http::Request& request,
                           const Validator& validator);
// To everybody who wants it, once for each month that has ended; 409 for a second time.
http::Response mail_digest(sql::Write& write, const http::Request& request,
                           const Validator& validator);
std::string digest_schema(json::Components& components);
// Whether the visitor gets it by mail.
http::Response choose_digest(sql::Write& write, const http::Request& request, const Viewer& viewer);
std::string digest_choice_schema(json::Components& components);

// Atom, for anybody: what a validator has put there, without any name. 404 where there is nothing.
http::Response show_feed(sql::Read& read, const http::Request& request,
                         const signin::Anyone& anyone);

}  // namespace touchstone::good_practice
