#pragma once
#include <vector>

#include "platform/html/html.h"
#include "standard/content.h"
#include "standard/crosswalk.h"

namespace touchstone::standard {

struct HowToShow {
  bool on_paper = false;                  // nothing is folded
  const Content* adapted_from = nullptr;  // what is not in it is marked
};

// A standard for reading: its <h1>, what it is and from where, and the whole of it.
Html heading_of(const Content& content);
Html about(const Content& content);
void add_view(Html& out, const Content& content, const HowToShow& how = {});

// Where it meets other standards; empty when it meets none.
Html crosswalk_table(const Content& content, const std::vector<Meeting>& meetings);

}  // namespace touchstone::standard
