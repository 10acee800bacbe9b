#pragma once
#include "good_practice/funnel.h"
#include "platform/html/html.h"

namespace touchstone::good_practice {

// The six stages as bars, one below the other, with their numbers as text.
Html funnel_chart(const Funnel& funnel);

}  // namespace touchstone::good_practice
