#pragma once
#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "standard/content.h"
#include "standard/version.h"

namespace touchstone::standard {

// Where an element of one standard meets an element of another (C-25).
struct Meeting {
  std::string element;         // of the one looked at
  std::string standard;        // the other's address
  std::string standard_title;  // its address again where it is not published here
  std::string other_element;
  std::string other_title;  // its key again likewise
  std::string relation;  // "exact", "broader", "narrower", "related": what the other one is to it
};
BOOST_DESCRIBE_STRUCT(Meeting, (),
                      (element, standard, standard_title, other_element, other_title, relation))

// The edges of `content` and those that lead to it from others of `all`, in the order of its
// elements; what both sides say is said once. An element that is repeated meets others once,
// whatever the value.
std::vector<Meeting> crosswalk_of(const Content& content, const std::vector<Published>& all);

// "the same as", "part of", "includes", "related to"
std::string_view relation_in_words(std::string_view relation);

}  // namespace touchstone::standard
