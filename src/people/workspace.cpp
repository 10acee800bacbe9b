#include "people/workspace.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "platform/text.h"

namespace touchstone::people {

namespace {

// First segments of the program's own addresses, and some it may want one day.
constexpr std::array reserved{"accessibility", "account",    "accounts", "admin",    "api",
                              "assets",        "demo",       "docs",     "evidence", "healthz",
                              "help",          "invitation", "link",     "metrics",  "new",
                              "new-password",  "readyz",     "set-up",   "sign-in",  "sign-out",
                              "static",        "well-known", "www"};

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

}  // namespace

bool is_slug(std::string_view text) {
  if (text.size() < 2 || text.size() > longest_slug) return false;
  if (text.front() == '-' || text.back() == '-' || text.contains("--")) return false;
  if (!std::ranges::all_of(text, [](char c) { return is_plain(c) || c == '-'; })) return false;
  return std::ranges::find(reserved, text) == reserved.end();
}

std::string slug_for(std::string_view name) {
  std::string slug;
  for (const char c : sort_key(name)) {
    if (is_plain(c))
      slug += c;
    else if (!slug.empty() && slug.back() != '-')
      slug += '-';
  }
  slug.resize(std::min(slug.size(), longest_slug));
  while (slug.ends_with('-')) slug.pop_back();
  return slug;
}

Complaints complaints_about(const Workspace& workspace) {
  Complaints complaints;
  if (workspace.name.empty())
    complaints.add("organisation", "Enter the name of your organisation.");
  else if (characters(workspace.name) > longest_name)
    complaints.add(
        "organisation",
        fmt::format("The name of your organisation must be {} characters or fewer.", longest_name));
  if (!is_slug(workspace.slug))
    complaints.add(
        "slug", fmt::format("Enter a short name for addresses: 2 to {} small letters, numbers and "
                            "hyphens, such as “eastmere”.",
                            longest_slug));
  if (!is_zone(workspace.zone))
    complaints.add("zone", "Enter a time zone such as “Europe/London”.");
  if (workspace.words != "college" && workspace.words != "council")
    complaints.add("words", "Select whether you are a college or a council.");
  return complaints;
}

Date today(const Workspace& workspace, Moment real) {
  return workspace.clock_stands_on ? *workspace.clock_stands_on : date_in(real, workspace.zone);
}

Moment moment(const Workspace& workspace, Moment real) {
  if (!workspace.clock_stands_on) return real;
  return std::chrono::sys_days(*workspace.clock_stands_on) +
         (real - std::chrono::floor<std::chrono::days>(real));
}

}  // namespace touchstone::people
