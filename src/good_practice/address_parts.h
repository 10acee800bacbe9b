#pragma once
#include "good_practice/decision.h"
#include "good_practice/practice.h"
#include "good_practice/spreading.h"
#include "platform/html/url.h"
#include "platform/http/request.h"

namespace touchstone::evidence {
struct Piece;
}

// Where the pages of good practice are.
namespace touchstone::good_practice {

inline Url ideas_url(const http::Request& request) {
  return url("/{}/ideas", request.visitor.workspace_slug);
}
// "new", "waiting", "register", "digest", "feed", "meetings", "partners"
inline Url ideas_url(const http::Request& request, std::string_view part) {
  return url("/{}/ideas/{}", request.visitor.workspace_slug, part);
}
inline Url practice_url(const http::Request& request, Id<Practice> practice) {
  return url("/{}/ideas/{}", request.visitor.workspace_slug, practice);
}
// "form", "validation", "sharings", "trials", "questions", "impacts", "colleague", "naming" …
inline Url practice_url(const http::Request& request, Id<Practice> practice,
                        std::string_view part) {
  return url("/{}/ideas/{}/{}", request.visitor.workspace_slug, practice, part);
}
inline Url file_url(const http::Request& request, Id<Practice> practice,
                    Id<evidence::Piece> piece) {
  return url("/{}/ideas/{}/files/{}", request.visitor.workspace_slug, practice, piece);
}
inline Url removal_url(const http::Request& request, Id<Practice> practice,
                       Id<evidence::Piece> piece) {
  return url("/{}/ideas/{}/files/{}/removal", request.visitor.workspace_slug, practice, piece);
}
inline Url trial_url(const http::Request& request, Id<Trial> trial) {
  return url("/{}/ideas/trials/{}", request.visitor.workspace_slug, trial);
}
inline Url question_url(const http::Request& request, Id<Question> question) {
  return url("/{}/ideas/questions/{}", request.visitor.workspace_slug, question);
}
inline Url meeting_url(const http::Request& request, Id<Meeting> meeting) {
  return url("/{}/ideas/meetings/{}", request.visitor.workspace_slug, meeting);
}
// "minutes.docx", "minutes.pdf"
inline Url meeting_url(const http::Request& request, Id<Meeting> meeting, std::string_view part) {
  return url("/{}/ideas/meetings/{}/{}", request.visitor.workspace_slug, meeting, part);
}

}  // namespace touchstone::good_practice
