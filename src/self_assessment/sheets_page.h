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

// A standard that one can score oneself against.
struct Offered {
  Id<standard::Version> version{};
  std::string address;  // "personal-tutoring@1.0"
  std::string title;
  std::string summary;
  bool has_open = false;        // there is an open sheet of it already
  bool of_institution = false;  // one can score the organisation against it too
};

struct SheetsView {
  std::vector<Counted> sheets{};  // the member's own, newest first
  std::vector<Offered> offered{};
  std::vector<ShownToOne> shown{};                     // by colleagues
  std::map<Uuid, std::vector<std::string>> readers{};  // whom the member shows them to
};
Html sheets_page(const http::Request& request, const SheetsView& view, std::string_view name_typed,
                 const Complaints& complaints);

// `undo` is the sheet that was just put there, if any.
Html bin_page(const http::Request& request, const BinPage& page,
              std::optional<Id<ScoreSheet>> undo);
// Where a page of the bin ends, as `after` in the address of the next.
std::string text_of_end(const BinEnd& end);

}  // namespace touchstone::self_assessment
