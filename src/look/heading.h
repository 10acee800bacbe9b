#pragma once
#include "look/content.h"

namespace touchstone::look {

// <h1> to <h6>. Throws std::invalid_argument for another level.
Html heading(int level, const Attributes& attributes, const Html& inside);

}  // namespace touchstone::look
