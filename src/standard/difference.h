#pragma once
#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "standard/content.h"

namespace touchstone::standard {

// What one thing said and says: "Person, Silver". Empty: it was not there.
struct ChangedText {
  std::string what;
  std::string before;
  std::string after;
};
BOOST_DESCRIBE_STRUCT(ChangedText, (), (what, before, after))

struct NamedElement {
  std::string key;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(NamedElement, (), (key, title))

struct ChangedElement {
  std::string key;
  std::string title;
  std::vector<ChangedText> texts;
};
BOOST_DESCRIBE_STRUCT(ChangedElement, (), (key, title, texts))

// What differs between two versions, in the order of the later one.
struct Difference {
  std::string before;  // addresses
  std::string after;
  std::vector<NamedElement> added;
  std::vector<NamedElement> removed;
  std::vector<ChangedElement> changed;
  std::vector<ChangedText> about;     // title, summary, owner …
  std::vector<ChangedText> levels;    // "Silver": "6 points"
  std::vector<ChangedText> bands;     // "Person, Silver": "40 to 59"
  std::vector<ChangedText> repeated;  // "Provision": "for each Provision type"
  std::vector<std::string>
      comparable;  // keys of what is asked that count when results are compared

  bool none() const {
    return added.empty() && removed.empty() && changed.empty() && about.empty() && levels.empty() &&
           bands.empty() && repeated.empty();
  }
};
BOOST_DESCRIBE_STRUCT(Difference, (),
                      (before, after, added, removed, changed, about, levels, bands, repeated,
                       comparable))

Difference difference_between(const Content& before, const Content& after);

}  // namespace touchstone::standard
