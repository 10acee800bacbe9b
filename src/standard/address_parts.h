#pragma once
#include "platform/html/url.h"
#include "platform/http/request.h"

// Where the pages of this room are.
namespace touchstone::standard {

inline Url standards_url(const http::Request& request) {
  return url("/{}/standards", request.visitor.workspace_slug);
}
// By its address, "personal-tutoring@1.0".
inline Url standard_url(const http::Request& request, std::string_view address) {
  return url("/{}/standards/{}", request.visitor.workspace_slug, address);
}
// "pack", "paper", "withdrawal", "restoration" …
inline Url standard_url(const http::Request& request, std::string_view address,
                        std::string_view part) {
  return url("/{}/standards/{}/{}", request.visitor.workspace_slug, address, part);
}
inline Url packs_url(const http::Request& request) {
  return url("/{}/packs", request.visitor.workspace_slug);
}

}  // namespace touchstone::standard
