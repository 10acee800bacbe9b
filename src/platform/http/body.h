#pragma once
#include <string>
#include <string_view>

#include "platform/http/request.h"

namespace touchstone::http {

// Why a body cannot be read.
struct Unreadable {
  int status = 0;  // 0: it could be read
  std::string_view sentence;
};

// Whether the Content-Type is multipart/form-data.
bool is_multipart(const Request& request);

// Reads a form, multipart without files, or JSON into request.fields and request.body_complaints.
Unreadable read_body(std::string_view body, Request& request);

// Whether the client would rather have JSON than a page.
bool prefers_json(std::string_view accept);

}  // namespace touchstone::http
