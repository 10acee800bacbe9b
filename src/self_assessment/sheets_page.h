#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/html.h"
#include "platform/http/request.h"
#include "self_assessment/due_view.h"
#include "self_assessment/roll_up.h"
#include "self_assessment/score_sheet_store.h"

namespace touchstone::self_assessment {

// A score sheet with what it adds up to.
struct Counted {
  ScoreSheet sheet;
  std::shared_ptr<const standard::Content> content;
  RollUp result;
};

// A standard that one can score oneself, or the organisation, against.
struct Offered {
  Id<standard::Version> version{};
  std::string address;  // "personal-tutoring@1.0"
  std::string title;
  std::string summary;
  bool has_open = false;   // there is an open sheet of it already
  bool of_people = false;  // one can score oneself against it
};

struct SheetsView {
  std::vector<Counted> sheets{};                       // the member's own, newest first
  std::vector<Offered> offered{};                      // to score oneself against
  std::vector<Offered> views{};                        // to score the organisation against
  ShownPage shown{};                                   // by colleagues
  std::map<Uuid, std::vector<std::string>> readers{};  // whom the member shows them to
};
Html sheets_page(const http::Request& request, const SheetsView& view, std::string_view name_typed,
                 const Complaints& complaints);

Html bin_page(const http::Request& request, const BinPage& page);
// Where a page of the bin ends, or one of what colleagues show, in the address of the next.
std::string text_of_end(const BinEnd& end);
std::string text_of_end(const sharing::ShareEnd& end);

}  // namespace touchstone::self_assessment
