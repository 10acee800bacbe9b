#include "signin/set_up.h"

namespace touchstone::signin {

Complaints complaints_about(const SetUp& set_up) {
  auto complaints = people::complaints_about(set_up.workspace);
  complaints.add(people::complaints_about(set_up.person));
  return complaints;
}

}  // namespace touchstone::signin
