#pragma once
#include <optional>
#include <vector>

#include "look/content.h"

namespace touchstone::look {

struct NavigationItem {
  Content text{};
  Url href{};
  bool current = false;  // this very page
  bool active = false;   // the part of the service that the page is in
  Attributes attributes{};
};
// Markup of our own beside the service's name and links.
struct NavigationSlots {
  Html start{};
  Html end{};
  Html navigation_start{};
  Html navigation_end{};
  bool end_inline = false;
};
struct ServiceNavigation {
  std::string service_name{};
  Url service_url{};
  std::vector<NavigationItem> navigation{};
  std::string aria_label = "Service information";
  std::string menu_button_text = "Menu";
  std::string menu_button_label{};
  std::string navigation_label{};  // empty: the words of the menu button
  std::string navigation_classes{};
  std::string navigation_id = "navigation";
  std::optional<bool> collapse_navigation_on_mobile{};  // empty: when there are several links
  NavigationSlots slots{};
  std::string classes{};
  Attributes attributes{};
};
Html service_navigation(const ServiceNavigation& navigation);

}  // namespace touchstone::look
