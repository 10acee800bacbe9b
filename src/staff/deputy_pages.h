#pragma once
#include "staff/keeper_proof.h"

namespace touchstone::staff {

// Whether the keeper may say who acts for that person, and end it: not for themselves on these
// pages, not while they act for somebody, and only where they might give the deputy each role that
// person holds.
bool may_change_deputies(sql::Read&, const KeptPerson&);

// Fields: deputy (an address on the list), since, until. Nobody makes themselves a deputy.
http::Response name_deputy(sql::Write&, const http::Request&, const KeptPerson&);
http::Response end_deputy(sql::Write&, const http::Request&, const KeptPerson&);

}  // namespace touchstone::staff
