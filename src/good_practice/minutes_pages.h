#pragma once
#include "good_practice/meeting_pages.h"

namespace touchstone::good_practice {

// The minutes of a meeting as a file to keep (E-8): the day, who was there, and what was decided
// about which item, in the order of the page.
http::Response minutes_as_word(sql::Read& read, const http::Request& request,
                               const HeldMeeting& held);
http::Response minutes_as_pdf(sql::Read& read, const http::Request& request,
                              const HeldMeeting& held);

}  // namespace touchstone::good_practice
