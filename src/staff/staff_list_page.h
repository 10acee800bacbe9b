#pragma once
#include <string>
#include <vector>

#include "people/people.h"
#include "platform/complaint.h"
#include "platform/html/html.h"
#include "platform/http/request.h"

namespace touchstone::staff {

// What somebody typed to put a person on the list.
struct NewPerson {
  std::string name{};
  std::string email{};
  std::string team{};
};

struct StaffListView {
  std::string search{};
  people::StaffListPage page{};
  Url next{};  // empty: this is the last page
  std::vector<people::Team> teams{};
  std::vector<people::Person> left_behind{};  // answer to somebody who is closed
  NewPerson typed{};
  Complaints complaints{};
};

Html staff_list_page(const http::Request& request, const StaffListView& view);

// "head of department, Construction"
std::string role_in_place(const http::Request& request, people::Role role, std::string_view team);
// A question with all of these teams to choose from, those below set in.
Html team_question(std::string_view label, const std::vector<people::Team>& teams,
                   std::string_view chosen, std::string_view complaint);

}  // namespace touchstone::staff
