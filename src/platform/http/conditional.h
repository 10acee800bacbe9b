#pragma once
#include <string>
#include <string_view>

#include "platform/http/request.h"

namespace touchstone::http {

// The weak tag of the page that this visitor of a workspace would get at this address: it changes
// with the program, the address, the kind of answer, the session, the workspace's revision and its
// day, and each hour, for what a page offers for a time only. Empty outside of a workspace and for
// strangers.
std::string etag_of(const Request& request, Moment at);

// The weak tag of a body.
std::string etag_of(std::string_view body);

// Whether If-None-Match names the tag (weak comparison, RFC 9110, section 13.1.2). "*" names none:
// it would be answered before anybody asked whether there is such a page.
bool unchanged(const Request& request, std::string_view etag);

}  // namespace touchstone::http
