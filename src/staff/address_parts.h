#pragma once
#include "people/people.h"
#include "platform/html/url.h"
#include "platform/http/request.h"

// Where the pages of the staff list are.
namespace touchstone::staff {

inline Url list_url(const http::Request& request) {
  return url("/{}/staff-list", request.visitor.workspace_slug);
}
// The list as a table in a file.
inline Url file_url(const http::Request& request) {
  return url("/{}/staff-list/file", request.visitor.workspace_slug);
}
inline Url import_url(const http::Request& request) {
  return url("/{}/staff-list/import", request.visitor.workspace_slug);
}
// "completion", "removal"
inline Url import_url(const http::Request& request, std::string_view part) {
  return url("/{}/staff-list/import/{}", request.visitor.workspace_slug, part);
}
// Links for all who cannot sign in yet.
inline Url invitations_url(const http::Request& request) {
  return url("/{}/staff-list/invitations", request.visitor.workspace_slug);
}
inline Url person_url(const http::Request& request, Id<people::Person> person) {
  return url("/{}/staff-list/{}", request.visitor.workspace_slug, person);
}
// "roles", "role-removals", "teams", "team-removals", "closing", "reopening", "erasure"
inline Url person_url(const http::Request& request, Id<people::Person> person,
                      std::string_view part) {
  return url("/{}/staff-list/{}/{}", request.visitor.workspace_slug, person, part);
}
inline Url deputy_ending_url(const http::Request& request, Id<people::Person> person,
                             Id<people::Deputy> deputy) {
  return url("/{}/staff-list/{}/deputies/{}/ending", request.visitor.workspace_slug, person,
             deputy);
}
// All that is kept about the visitor.
inline Url own_data_url(const http::Request& request) {
  return url("/{}/your-data", request.visitor.workspace_slug);
}
inline Url teams_url(const http::Request& request) {
  return url("/{}/teams", request.visitor.workspace_slug);
}
inline Url team_url(const http::Request& request, Id<people::Team> team) {
  return url("/{}/teams/{}", request.visitor.workspace_slug, team);
}

}  // namespace touchstone::staff
