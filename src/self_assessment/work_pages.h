#pragma once
#include "platform/http/routes.h"
#include "platform/json/described.h"
#include "signin/signin.h"

// "Your work": what is due from me, by date, and nothing else to find.
namespace touchstone::self_assessment {

http::Response show_work(sql::Read& read, const http::Request& request,
                         const signin::Member& member);
std::string work_schema(json::Components& components);

}  // namespace touchstone::self_assessment
