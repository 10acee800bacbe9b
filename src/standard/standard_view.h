#pragma once
#include "platform/html/html.h"
#include "standard/content.h"

namespace touchstone::standard {

// A whole standard for reading, from its <h1> on.
Html view_of(const Content& content);

}  // namespace touchstone::standard
