#pragma once
#include <expected>

#include "platform/http/routes.h"
#include "self_assessment/sheet_at_hand_view.h"

namespace touchstone::self_assessment {

// The proof that the visitor is the one who made this sheet.
class OwnSheet : public SheetAtHand {
 public:
  OwnSheet(OwnSheet&&) = default;

  friend std::expected<OwnSheet, http::Response> own_sheet(sql::Read&, const http::Request&,
                                                           http::Verb);

 private:
  explicit OwnSheet(SheetAtHand sheet) : SheetAtHand(std::move(sheet)) {}
};

// The {sheet} of the address, binned or not. 404 for everybody but its maker, whatever their role
// (C-28).
std::expected<OwnSheet, http::Response> own_sheet(sql::Read& read, const http::Request& request,
                                                  http::Verb verb);

}  // namespace touchstone::self_assessment
