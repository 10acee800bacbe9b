#pragma once
#include "good_practice/trial_pages.h"

namespace touchstone::good_practice {

// A trial: the form to report on it, or what was reported.
Html trial_page(const http::Request& request, const OwnTrial& own, const Complaints& complaints);

}  // namespace touchstone::good_practice
