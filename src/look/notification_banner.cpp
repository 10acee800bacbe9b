#include "look/notification_banner.h"

#include "look/heading.h"

namespace touchstone::look {

namespace {

Html heading_of(const NotificationBanner& banner) {
  auto attributes = with_classes({"govuk-notification-banner__title"});
  attributes.set("id", banner.title_id);
  return heading(banner.title_heading_level, attributes,
                 banner.title.html_or(banner.success ? "Success" : "Important"));
}

Html content_of(const NotificationBanner& banner) {
  if (banner.text.empty() || !banner.text.is_text()) return banner.text.html();
  return html(R"(<p class="govuk-notification-banner__heading">{}</p>)", banner.text.html());
}

}  // namespace

Html notification_banner(const NotificationBanner& banner) {
  auto attributes =
      with_classes({"govuk-notification-banner",
                    banner.success ? "govuk-notification-banner--success" : "", banner.classes});
  // An alert is read out at once; a region can be found by those who look for it.
  const std::string_view usual = banner.success ? "alert" : "region";
  attributes.set("role", banner.role.empty() ? usual : banner.role)
      .set("aria-labelledby", banner.title_id)
      .set("data-module", "govuk-notification-banner");
  if (banner.disable_auto_focus)
    attributes.set("data-disable-auto-focus", *banner.disable_auto_focus ? "true" : "false");
  attributes.add(banner.attributes);
  return html(R"(<div{}><div class="govuk-notification-banner__header">{}</div>)"
              R"(<div class="govuk-notification-banner__content">{}</div></div>)",
              attributes, heading_of(banner), content_of(banner));
}

}  // namespace touchstone::look
