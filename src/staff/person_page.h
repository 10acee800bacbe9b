#pragma once
#include <string>
#include <vector>

#include "people/people.h"
#include "platform/complaint.h"
#include "platform/html/html.h"
#include "platform/http/request.h"

namespace touchstone::staff {

struct PersonView {
  people::Person person{};  // as typed, when it was refused
  std::string name{};       // as it is kept
  std::string line_manager{};
  std::vector<people::Team> in{};          // their teams
  std::vector<people::RoleGrant> roles{};  // theirs
  std::vector<people::Team> all_teams{};   // to name what a role was granted on
  std::vector<people::Team> kept_teams{};  // that the keeper may choose from
  bool may_be_invited = false;             // active, with an address, without an account
  std::string link_replaces{};             // which link a new one takes the place of
  bool may_be_erased = false;              // by this keeper, once they are closed
  bool wholly = true;                      // nothing of theirs is outside of the keeper's part
  bool can_be_mailed = false;              // links can go by mail here
  std::string mail_problem{};              // why the last mail to them did not arrive; empty: none
  bool oneself = false;                    // the keeper's own entry, or of whom they act for
  std::string_view why_no_role{};          // where it is
  bool deputies_may_change = false;        // by the keeper; otherwise they do it themselves
  std::vector<people::Deputy> deputies{};
  Complaints complaints{};
};

Html person_page(const http::Request& request, const PersonView& view);

}  // namespace touchstone::staff
