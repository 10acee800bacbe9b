#pragma once
#include <expected>
#include <memory>
#include <vector>

#include "platform/http/routes.h"
#include "self_assessment/roll_up.h"
#include "self_assessment/score_sheet.h"

namespace touchstone::self_assessment {

// The proof that the visitor is the one who made this sheet, with what every page about it needs.
class OwnSheet {
 public:
  OwnSheet(OwnSheet&&) = default;

  const ScoreSheet& sheet() const { return sheet_; }
  const standard::Content& content() const { return *content_; }
  Uuid workspace() const { return workspace_; }

  friend std::expected<OwnSheet, http::Response> own_sheet(sql::Read&, const http::Request&,
                                                           http::Verb);

 private:
  OwnSheet(ScoreSheet sheet, std::shared_ptr<const standard::Content> content, Uuid workspace)
      : sheet_(std::move(sheet)), content_(std::move(content)), workspace_(workspace) {}

  ScoreSheet sheet_;
  std::shared_ptr<const standard::Content> content_;
  Uuid workspace_;
};

// The {sheet} of the address, binned or not. 404 for everybody but its maker, whatever their role
// (C-28).
std::expected<OwnSheet, http::Response> own_sheet(sql::Read& read, const http::Request& request,
                                                  http::Verb verb);

}  // namespace touchstone::self_assessment
