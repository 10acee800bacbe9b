#pragma once
#include <string>

#include "platform/document/document.h"

namespace touchstone::document {

// An empty Word document with our styles, paper and footer, from which pandoc takes them.
std::string word_template(const Paper& paper);
// A part that travels in the program, by its name: "paper.css".
std::string_view part(std::string_view name);

}  // namespace touchstone::document
