#pragma once
#include "platform/http/routes.h"
#include "standard/standard_proof.h"

namespace touchstone::standard {

// Where a version of one's own is made from the standard: bands and rows; texts are changed by
// download and upload. As JSON it is the pack to start from.
http::Response adapted_page(sql::Read& read, const http::Request& request,
                            const SeenStandard& standard);

// Publishes it, or says what is wrong with it and keeps what was typed. `then=more` gives room for
// one more row and publishes nothing.
http::Response make_adapted(sql::Write& write, const http::Request& request,
                            const SeenStandard& standard);

}  // namespace touchstone::standard
