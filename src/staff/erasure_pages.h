#pragma once
#include "platform/http/routes.h"
#include "platform/json/described.h"
#include "staff/keeper_proof.h"

namespace touchstone::staff {

// What would be erased, and what stays.
http::Response show_erasure(sql::Read& read, const http::Request& request, const KeptPerson& who);
std::string erasure_schema(json::Components& components);
// Field: sure. Everything about a closed person, score sheets that nobody else ever saw among it.
// 409 while their access is open.
http::Response erase_person(sql::Write& write, const http::Request& request, const KeptPerson& who);
// Nothing is left to tell: {}.
std::string erased_schema(json::Components& components);

}  // namespace touchstone::staff
