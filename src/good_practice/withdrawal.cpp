#include "good_practice/withdrawal.h"

namespace touchstone::good_practice {

std::string_view why_it_stays(const Practice& practice, const Traces& traces) {
  if (practice.state == State::withdrawn) return "You have withdrawn this already.";
  if (practice.state != State::waiting)
    return "The quality team has decided about this, so it cannot be withdrawn any more.";
  if (traces.minuted)
    return "The minutes of a Quality Team meeting name this, so it cannot be withdrawn. Ask the "
           "quality team.";
  if (traces.known)
    return "Colleagues have read or tried this already, so it cannot be withdrawn. Ask the quality "
           "team.";
  return {};
}

Date waits_again_since(const Practice& practice, Date withdrawn_on, Date today) {
  return withdrawn_on == today ? practice.waiting_since : today;
}

}  // namespace touchstone::good_practice
