#pragma once
#include <memory>
#include <string>

#include "platform/http/answer.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

namespace touchstone::http {

// "\"tag\"", as ETag says it.
std::string quoted_tag(const FileBody& file);

// Whether the answer needs any byte of it: not for HEAD, and not where the client has it already.
bool wants_bytes(const Request& request, const FileBody& file);

// What of the response's file is to be sent (RFC 9110, 13.1.5 and 14.2): all of it, one range, or
// nothing, when the client has it (304) or asks for what lies behind its end (416). Sets the
// status and the headers that belong to it. Several ranges, and what is no range, are answered with
// all of it.
std::shared_ptr<FileRest> rest_asked_for(const Request& request, Response& response);

}  // namespace touchstone::http
