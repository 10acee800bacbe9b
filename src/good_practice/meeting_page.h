#pragma once
#include <string>
#include <vector>

#include "good_practice/meeting_pages.h"

namespace touchstone::good_practice {

// One line of an agenda or of minutes.
struct MeetingLine {
  Id<Practice> practice{};
  std::string title{};
  std::string what{};  // "Waits since 3 January 2027 (16 days)", "Validated"
};

struct MeetingView {
  std::vector<MeetingLine> to_decide{};  // of a past day what waited then
  std::vector<MeetingLine> to_share{};
  std::vector<MeetingLine> to_assess{};  // reported on, without a record of its impact
  std::vector<MeetingLine> minutes{};
};
MeetingView meeting_view(sql::Read& read, const Uuid& workspace, const Meeting& meeting,
                         Date today);

Html meeting_page(const http::Request& request, const Meeting& meeting, const MeetingView& view,
                  const Complaints& complaints);
Html meetings_page(const http::Request& request, const std::vector<Meeting>& meetings,
                   const Complaints& complaints);

}  // namespace touchstone::good_practice
