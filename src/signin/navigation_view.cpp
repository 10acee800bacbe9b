#include "signin/navigation_view.h"

#include <algorithm>

#include "signin/device.h"

namespace touchstone::signin {
namespace {

std::vector<Section>& sections() {
  static std::vector<Section> all;
  return all;
}

std::string_view words_of(const Section& section, const http::Visitor& visitor) {
  return visitor.words == "council" && !section.council.empty() ? section.council : section.words;
}

Url address_of(const Section& section, const http::Visitor& visitor) {
  if (section.segment.empty()) return url("/{}", visitor.workspace_slug);
  return url("/{}/{}", visitor.workspace_slug, section.segment);
}

bool leads_somewhere(const Section& section, const http::Visitor& visitor) {
  if (visitor.remembered) return opens_on_remembered_phones(address_of(section, visitor).text());
  if (section.verb != http::Verb::visit && visitor.may(section.verb)) return true;
  const bool is_for_members = section.verb == http::Verb::visit || section.to_members;
  return is_for_members && (!visitor.acts_for_another() || section.segment.empty());
}

bool is_within(std::string_view path, std::string_view address) {
  return path.starts_with(address) && path.substr(address.size()).starts_with('/');
}

}  // namespace

void offer(const Section& section) {
  if (std::ranges::find(sections(), section.segment, &Section::segment) == sections().end())
    sections().push_back(section);
}

std::vector<look::NavigationItem> navigation_of(const http::Request& request) {
  const auto& visitor = request.visitor;
  std::vector<look::NavigationItem> items;
  if (visitor.person.empty()) return items;
  for (const auto& section : sections()) {
    if (!leads_somewhere(section, visitor)) continue;
    const auto address = address_of(section, visitor);
    items.push_back(
        {.text = words_of(section, visitor),
         .href = address,
         .current = request.path == address.text(),
         .active = !section.segment.empty() && is_within(request.path, address.text())});
  }
  if (visitor.elsewhere_too) items.push_back({.text = "Other organisations", .href = url("/")});
  return items;
}

}  // namespace touchstone::signin
