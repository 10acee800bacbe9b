#pragma once
#include <string>
#include <vector>

#include "people/people.h"
#include "platform/html/html.h"
#include "platform/http/request.h"
#include "self_assessment/own_sheet_proof.h"
#include "sharing/sharing.h"

namespace touchstone::self_assessment {

// One share, as its maker sees it.
struct ShareRow {
  sharing::Share share;
  std::string audience;  // a name
  std::string part;      // "Coaching", or "The whole score sheet"
  std::size_t comments = 0;
};

// What was typed to share a sheet.
struct TypedShare {
  std::string email{};
  std::string part{};  // a theme's key; empty: the whole
  Complaints complaints{};
};

// "Coaching", or for the empty part "The whole score sheet".
std::string title_of_part(const standard::Content& content, std::string_view part);

// "“Coaching”", or "the whole score sheet", within a sentence.
std::string part_in_words(const ShareRow& row);

Html shares_page(const http::Request& request, const OwnSheet& own,
                 const std::vector<ShareRow>& rows, const TypedShare& typed);

}  // namespace touchstone::self_assessment
