#pragma once
#include <string_view>

#include "people/people.h"
#include "platform/sql/turn.h"
#include "self_assessment/score_sheet.h"

// The mails about score sheets, to their maker and to whom the maker asks for comments. Mail is not
// private, so it says neither points nor what a target is about. Each function puts one into the
// outbox, in the turn of the change; where mail is not set up, or to an address that cannot be
// written to, nothing.
namespace touchstone::self_assessment {

// That the sheet is finished; `link` leads to it.
void mail_receipt(sql::Write& write, std::string_view to, const ScoreSheet& sheet, Date today,
                  std::string_view link);

// That its maker, by name, asks for comments; `link` leads to what is shared.
void mail_request(sql::Write& write, std::string_view to, std::string_view maker,
                  std::string_view link);

struct TargetsDue {
  int soon = 0;  // within a week
  int late = 0;
};
void mail_targets_due(sql::Write& write, const people::Workspace& workspace, std::string_view to,
                      const TargetsDue& due);

}  // namespace touchstone::self_assessment
