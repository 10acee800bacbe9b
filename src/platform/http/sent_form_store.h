#pragma once
#include <optional>

#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/sql/turn.h"

// A form that begins something begins it once, however often its button is pressed: by a page
// without scripting too, and on a line that answers late.
namespace touchstone::http {

// How the same form, with the same words and files from the same session, was answered within the
// last half minute. Empty: it was not there, or it is no form (a program knows what it sends).
std::optional<Response> answered_before(sql::Write& write, const Request& request);
// That it was answered: of use when it leads to another page.
void note_answer(sql::Write& write, const Request& request, const Response& response);
// What its sender began may be begun anew at once: they threw it away.
void forget_answers(sql::Write& write, const Request& request);

}  // namespace touchstone::http
