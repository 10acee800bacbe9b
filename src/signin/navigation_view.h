#pragma once
#include <string_view>
#include <vector>

#include "look/service_navigation.h"
#include "platform/http/request.h"

namespace touchstone::signin {

// A part of the service that the navigation of every page in a workspace leads to.
struct Section {
  std::string_view segment;       // of its address after the workspace's; empty: the start page
  std::string_view words;         // as its link says
  std::string_view council = {};  // the same in a council's words; empty: no different
  http::Verb verb = http::Verb::visit;  // shown to those who may do this on some team
  bool to_members = false;              // and to everybody who acts for themselves
};

// Registered when the program is put together, in the order of the links; the same segment twice
// counts once.
void offer(const Section& section);

// The links for this visitor (of who acts for somebody else, only those that a role opens; of a
// remembered phone, only those that open on it), and the
// way to their other organisations; none outside of a workspace. The part that the page is in is
// marked.
std::vector<look::NavigationItem> navigation_of(const http::Request& request);

}  // namespace touchstone::signin
