#pragma once
#include <vector>

#include "people/people.h"
#include "platform/complaint.h"
#include "platform/html/html.h"
#include "platform/http/request.h"

namespace touchstone::staff {

struct CountedTeam {
  people::Team team{};
  std::int64_t people = 0;
};

struct TeamsView {
  std::vector<CountedTeam> teams{};  // parents before their children
  std::vector<people::TeamKind> kinds{};
  bool may_add_kinds = false;  // those who keep the whole list
  people::Team typed{};
  std::string typed_kind{};
  Complaints complaints{};
};

Html teams_page(const http::Request& request, const TeamsView& view);

}  // namespace touchstone::staff
