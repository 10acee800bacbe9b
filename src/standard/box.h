#pragma once
#include <memory>
#include <string_view>
#include <vector>

#include "standard/pack.h"

namespace touchstone::standard {

// The packs that travel inside the program, parsed once, in title order. Throws std::logic_error
// naming the file and line when one of them is not sound.
const std::vector<Pack>& box();

// The one with that address ("personal-tutoring@1.0"); null when there is none.
std::shared_ptr<const Content> in_the_box(std::string_view address);

}  // namespace touchstone::standard
