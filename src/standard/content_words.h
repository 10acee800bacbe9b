#pragma once
#include <string>

#include "standard/content.h"

namespace touchstone::standard {

// "person" as it stands in a heading: "Person".
std::string heading_for(const std::string& voice);

// A fact in words: "Every other theme stands at Platinum."
std::string in_words(const Fact& fact, const Content& content);

}  // namespace touchstone::standard
