#pragma once
#include "evidence/piece.h"
#include "platform/html/url.h"
#include "platform/http/request.h"

// Where the pages of the library are.
namespace touchstone::evidence {

inline Url library_url(const http::Request& request) {
  return url("/{}/evidence", request.visitor.workspace_slug);
}
// "new", "bin"
inline Url library_url(const http::Request& request, std::string_view part) {
  return url("/{}/evidence/{}", request.visitor.workspace_slug, part);
}
inline Url piece_url(const http::Request& request, Id<Piece> piece) {
  return url("/{}/evidence/{}", request.visitor.workspace_slug, piece);
}
// "edit", "bin", "restoration", "address", "address-removal", "file"
inline Url piece_url(const http::Request& request, Id<Piece> piece, std::string_view part) {
  return url("/{}/evidence/{}/{}", request.visitor.workspace_slug, piece, part);
}
// The file of an earlier version.
inline Url earlier_file_url(const http::Request& request, Id<Piece> piece, std::int64_t version) {
  return url("/{}/evidence/{}/versions/{}/file", request.visitor.workspace_slug, piece, version);
}
// Where anybody reads it.
inline Url public_url(std::string_view secret) {
  return url("/evidence/{}", secret);
}
inline Url public_file_url(std::string_view secret) {
  return url("/evidence/{}/file", secret);
}

}  // namespace touchstone::evidence
