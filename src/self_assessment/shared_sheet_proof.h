#pragma once
#include <expected>

#include "people/people.h"
#include "platform/http/routes.h"
#include "self_assessment/sheet_at_hand_view.h"
#include "sharing/sharing.h"

namespace touchstone::self_assessment {

// The proof that the visitor is one of the two between whom a sheet is shared: its maker, or the
// colleague who may see it (C-27).
class SharedSheet {
 public:
  SharedSheet(SharedSheet&&) = default;

  const SheetAtHand& sheet() const { return sheet_; }
  const sharing::Share& share() const { return share_; }
  const people::Person& maker() const { return maker_; }
  const people::Person& audience() const { return audience_; }
  Id<people::Person> visitor() const { return visitor_; }
  bool is_mine() const { return visitor_ == maker_.id; }
  // Whether that theme is shown.
  bool shows(std::string_view theme) const { return share_.part.empty() || share_.part == theme; }

  friend std::expected<SharedSheet, http::Response> shared_sheet(sql::Read&, const http::Request&,
                                                                 http::Verb);

 private:
  SharedSheet(SheetAtHand sheet, sharing::Share share, people::Person maker,
              people::Person audience, Id<people::Person> visitor)
      : sheet_(std::move(sheet)),
        share_(std::move(share)),
        maker_(std::move(maker)),
        audience_(std::move(audience)),
        visitor_(visitor) {}

  SheetAtHand sheet_;
  sharing::Share share_;
  people::Person maker_;
  people::Person audience_;
  Id<people::Person> visitor_;
};

// The {share} of the address, while it is not withdrawn and the sheet not in the bin. 404 for
// everybody but the two.
std::expected<SharedSheet, http::Response> shared_sheet(sql::Read& read,
                                                        const http::Request& request,
                                                        http::Verb verb);

}  // namespace touchstone::self_assessment
