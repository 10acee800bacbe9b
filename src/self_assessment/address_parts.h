#pragma once
#include "platform/html/url.h"
#include "platform/http/request.h"
#include "self_assessment/score_sheet.h"
#include "sharing/sharing.h"

// Where the pages of score sheets are.
namespace touchstone::self_assessment {

inline Url sheets_url(const http::Request& request) {
  return url("/{}/self-assessments", request.visitor.workspace_slug);
}
inline Url bin_url(const http::Request& request) {
  return url("/{}/bin", request.visitor.workspace_slug);
}
inline Url sheet_url(const http::Request& request, Id<ScoreSheet> sheet) {
  return url("/{}/self-assessments/{}", request.visitor.workspace_slug, sheet);
}
// "judgements", "result", "paper", "copy.docx", "copy.pdf", "submission", "reopening", "bin",
// "restoration", "name"
inline Url sheet_url(const http::Request& request, Id<ScoreSheet> sheet, std::string_view part) {
  return url("/{}/self-assessments/{}/{}", request.visitor.workspace_slug, sheet, part);
}
inline Url share_url(const http::Request& request, Id<ScoreSheet> sheet, Id<sharing::Share> share,
                     std::string_view part) {
  return url("/{}/self-assessments/{}/shares/{}/{}", request.visitor.workspace_slug, sheet, share,
             part);
}
// Where its audience reads it.
inline Url shared_url(const http::Request& request, Id<sharing::Share> share) {
  return url("/{}/shared/{}", request.visitor.workspace_slug, share);
}
inline Url judgement_url(const http::Request& request, Id<ScoreSheet> sheet,
                         std::string_view theme) {
  return url("/{}/self-assessments/{}/judgements/{}", request.visitor.workspace_slug, sheet, theme);
}
inline Url target_url(const http::Request& request, Id<ScoreSheet> sheet, std::string_view theme) {
  return url("/{}/self-assessments/{}/targets/{}", request.visitor.workspace_slug, sheet, theme);
}

inline Url target_removal_url(const http::Request& request, Id<ScoreSheet> sheet,
                              std::string_view theme) {
  return url("/{}/self-assessments/{}/targets/{}/removal", request.visitor.workspace_slug, sheet,
             theme);
}

// What shows the level of a theme.
inline Url theme_evidence_url(const http::Request& request, Id<ScoreSheet> sheet,
                              std::string_view theme) {
  return url("/{}/self-assessments/{}/evidence/{}", request.visitor.workspace_slug, sheet, theme);
}
inline Url theme_evidence_url(const http::Request& request, Id<ScoreSheet> sheet,
                              std::string_view theme, std::string_view part) {
  return url("/{}/self-assessments/{}/evidence/{}/{}", request.visitor.workspace_slug, sheet, theme,
             part);
}

}  // namespace touchstone::self_assessment
