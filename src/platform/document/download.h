#pragma once
#include <string_view>

#include "platform/document/document.h"
#include "platform/http/response.h"

namespace touchstone::document {

// The paper as a file to keep, made outside any turn (Response::slowly). The name is without its
// ending. Where it cannot be made: 503 in plain words, and a line in the log.
http::Response download(Paper paper, Format format, std::string_view name);

}  // namespace touchstone::document
