#pragma once
#include "platform/sql/turn.h"

namespace touchstone::standard {

// For the demo: the college's own version of personal tutoring, with one theme more. The pack in
// the box must be published already.
void publish_demo_copy(sql::Write& write);

}  // namespace touchstone::standard
