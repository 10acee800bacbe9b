#pragma once
#include <string>

#include "people/people.h"
#include "platform/complaint.h"

namespace touchstone::signin {

// What the very first person says about their organisation and themselves.
struct SetUp {
  people::Workspace workspace{};
  people::Person person{};
};

// Fields: organisation, slug, zone, words, name, email.
Complaints complaints_about(const SetUp& set_up);

}  // namespace touchstone::signin
