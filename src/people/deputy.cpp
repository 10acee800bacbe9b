#include "people/deputy.h"

namespace touchstone::people {

Complaints complaints_about(const Deputy& deputy, Date today) {
  Complaints complaints;
  const std::chrono::sys_days first{deputy.since};
  const std::chrono::sys_days last{deputy.until};
  if (deputy.person == deputy.for_person)
    complaints.add("deputy", "Nobody is their own deputy: name somebody else.");
  if (last < first)
    complaints.add("until", "The last day must not be before the first.");
  else if (last < std::chrono::sys_days(today))
    complaints.add("until", "The last day must be today or later.");
  else if (last - first > longest_deputising)
    complaints.add("until", "A deputy is named for a year at most. Choose an earlier last day.");
  return complaints;
}

}  // namespace touchstone::people
