#pragma once
#include <optional>

#include "look/content.h"

namespace touchstone::look {

struct NotificationBanner {
  Content text{};   // words get the style of one bold line
  Content title{};  // empty: "Important", or "Success"
  bool success = false;
  std::string role{};  // empty: by kind
  std::string title_id = "govuk-notification-banner-title";
  int title_heading_level = 2;
  std::optional<bool> disable_auto_focus{};
  std::string classes{};
  Attributes attributes{};
};
Html notification_banner(const NotificationBanner& banner);

}  // namespace touchstone::look
