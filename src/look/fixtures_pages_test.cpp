#include <gtest/gtest.h>

#include "look/back_link.h"
#include "look/details.h"
#include "look/error_summary.h"
#include "look/fixtures_test.h"
#include "look/generic_header.h"
#include "look/inset_text.h"
#include "look/notification_banner.h"
#include "look/pagination.h"
#include "look/panel.h"
#include "look/phase_banner.h"
#include "look/service_navigation.h"
#include "look/skip_link.h"
#include "look/summary_list.h"
#include "look/table.h"
#include "look/task_list.h"
#include "look/warning_text.h"

namespace touchstone::look::fixtures {
namespace {

Html markup(const Options& o, std::string_view name) {
  return Html::made_safe_elsewhere(o.text(name));
}

Tag tag_of(const Options& o) {
  return {o.content(), o.text("classes"), o.attributes()};
}

TableCell cell_of(const Options& o) {
  return {o.content(),         o.text("format"),    o.text("classes"),
          o.number("colspan"), o.number("rowspan"), o.attributes()};
}

Table table_of(const Options& o) {
  Table out{.caption = o.text("caption"),
            .caption_classes = o.text("captionClasses"),
            .first_cell_is_header = o.flag("firstCellIsHeader"),
            .classes = o.text("classes"),
            .attributes = o.attributes()};
  for (const auto& cell : o.list("head")) out.head.push_back(cell_of(cell));
  for (const auto& row : o.rows("rows")) {
    auto& cells = out.rows.emplace_back();
    for (const auto& cell : row) cells.push_back(cell_of(cell));
  }
  return out;
}

SummaryActions actions_of(const Options& o) {
  SummaryActions out{{}, o.text("classes")};
  for (const auto& item : o.list("items"))
    out.items.push_back({item.content(), item.href(), item.text("visuallyHiddenText"),
                         item.text("classes"), item.attributes()});
  return out;
}

SummaryPart summary_part(const Options& o) {
  return {o.content(), o.text("classes")};
}

SummaryList summary_of(const Options& o) {
  SummaryList out{.classes = o.text("classes"), .attributes = o.attributes()};
  for (const auto& row : o.list("rows")) {
    SummaryRow made{
        summary_part(row.in("key")), summary_part(row.in("value")), {}, row.text("classes")};
    if (row.in("actions").has("items")) made.actions = actions_of(row.in("actions"));
    out.rows.push_back(std::move(made));
  }
  if (const auto card = o.in("card"); card.there()) {
    out.card =
        SummaryCard{{}, actions_of(card.in("actions")), card.text("classes"), card.attributes()};
    if (const auto title = card.in("title"); title.there())
      out.card->title = {title.content(), title.number("headingLevel", 2), title.text("classes")};
  }
  return out;
}

TaskList tasks_of(const Options& o) {
  TaskList out{.id_prefix = o.text_or("idPrefix", "task-list"),
               .classes = o.text("classes"),
               .attributes = o.attributes()};
  for (const auto& item : o.list("items")) {
    const auto title = item.in("title");
    const auto status = item.in("status");
    TaskItem made{.title = {title.content(), title.text("classes")},
                  .hint = item.in("hint").content(),
                  .status = {status.content(), {}, status.text("classes")},
                  .href = item.href(),
                  .classes = item.text("classes")};
    if (status.has("tag")) made.status.tag = tag_of(status.in("tag"));
    out.items.push_back(std::move(made));
  }
  return out;
}

ServiceNavigation navigation_of(const Options& o) {
  const auto slots = o.in("slots");
  const auto end = slots.in("end");
  ServiceNavigation out{.service_name = o.text("serviceName"),
                        .service_url = o.href("serviceUrl"),
                        .aria_label = o.text_or("ariaLabel", "Service information"),
                        .menu_button_text = o.text_or("menuButtonText", "Menu"),
                        .menu_button_label = o.text("menuButtonLabel"),
                        .navigation_label = o.text("navigationLabel"),
                        .navigation_classes = o.text("navigationClasses"),
                        .navigation_id = o.text_or("navigationId", "navigation"),
                        .collapse_navigation_on_mobile = o.maybe_flag("collapseNavigationOnMobile"),
                        .slots = {.start = markup(slots, "start"),
                                  .end = end.is_text() ? markup(slots, "end") : markup(end, "html"),
                                  .navigation_start = markup(slots, "navigationStart"),
                                  .navigation_end = markup(slots, "navigationEnd"),
                                  .end_inline = end.text("align") == "inline"},
                        .classes = o.text("classes"),
                        .attributes = o.attributes()};
  for (const auto& item : o.list("navigation"))
    out.navigation.push_back({item.content(), item.href(), item.flag("current"),
                              item.flag("active"), item.attributes()});
  return out;
}

PaginationLink link_of(const Options& o) {
  return {o.content(), o.text("labelText"), o.href(), o.attributes()};
}

Pagination pagination_of(const Options& o) {
  Pagination out{.previous = link_of(o.in("previous")),
                 .next = link_of(o.in("next")),
                 .landmark_label = o.text_or("landmarkLabel", "Pagination"),
                 .classes = o.text("classes"),
                 .attributes = o.attributes()};
  for (const auto& item : o.list("items"))
    if (!item.object()->empty())
      out.items.push_back({item.text("number"), item.href(), item.text("visuallyHiddenText"),
                           item.flag("current"), item.flag("ellipsis"), item.attributes()});
  return out;
}

ErrorSummary errors_of(const Options& o) {
  ErrorSummary out{.title = o.content("titleText", "titleHtml"),
                   .description = o.content("descriptionText", "descriptionHtml"),
                   .disable_auto_focus = o.maybe_flag("disableAutoFocus"),
                   .classes = o.text("classes"),
                   .attributes = o.attributes()};
  for (const auto& item : o.list("errorList"))
    out.error_list.push_back({item.content(), item.href(), item.attributes()});
  return out;
}

Panel panel_of(const Options& o) {
  Panel out{.title = o.content("titleText", "titleHtml"),
            .text = o.content(),
            .heading_level = o.number("headingLevel", 1),
            .classes = o.text("classes"),
            .attributes = o.attributes()};
  const auto actions = o.in("actions");
  if (!actions.there()) return out;
  out.actions = PanelActions{{}, actions.text("classes"), actions.attributes()};
  for (const auto& item : actions.list("items"))
    out.actions->items.push_back({item.text("text"), item.href(), item.text("type"),
                                  item.text("classes"), item.attributes()});
  return out;
}

NotificationBanner banner_of(const Options& o) {
  return {.text = o.content(),
          .title = o.content("titleText", "titleHtml"),
          .success = o.text("type") == "success",
          .role = o.text("role"),
          .title_id = o.text_or("titleId", "govuk-notification-banner-title"),
          .title_heading_level = o.number("titleHeadingLevel", 2),
          .disable_auto_focus = o.maybe_flag("disableAutoFocus"),
          .classes = o.text("classes"),
          .attributes = o.attributes()};
}

TEST(Fixtures, back_link) {
  run("back-link", [](const Options& o) {
    return back_link({o.href(), o.content(), o.text("classes"), o.attributes()});
  });
}
TEST(Fixtures, skip_link) {
  run("skip-link", [](const Options& o) {
    return skip_link({o.content(), o.has("href") ? o.href() : Url::here("content"),
                      o.text("classes"), o.attributes()});
  });
}
TEST(Fixtures, details) {
  run("details", [](const Options& o) {
    return details({o.content("summaryText", "summaryHtml"), o.content(), o.flag("open"),
                    o.text("id"), o.text("classes"), o.attributes()});
  });
}
TEST(Fixtures, error_summary) {
  run("error-summary", [](const Options& o) { return error_summary(errors_of(o)); });
}
TEST(Fixtures, inset_text) {
  run("inset-text", [](const Options& o) {
    return inset_text({o.content(), o.text("id"), o.text("classes"), o.attributes()});
  });
}
TEST(Fixtures, notification_banner) {
  run("notification-banner", [](const Options& o) { return notification_banner(banner_of(o)); });
}
TEST(Fixtures, summary_list) {
  run("summary-list", [](const Options& o) { return summary_list(summary_of(o)); });
}
TEST(Fixtures, table) {
  run("table", [](const Options& o) { return table(table_of(o)); });
}
TEST(Fixtures, tag) {
  run("tag", [](const Options& o) { return tag(tag_of(o)); });
}
TEST(Fixtures, task_list) {
  run("task-list", [](const Options& o) { return task_list(tasks_of(o)); });
}
TEST(Fixtures, service_navigation) {
  run("service-navigation", [](const Options& o) { return service_navigation(navigation_of(o)); });
}
TEST(Fixtures, generic_header) {
  run("generic-header", [](const Options& o) {
    return generic_header({o.content("logoText", "logoHtml"),
                           o.has("url") ? o.href("url") : url("/"),
                           o.text_or("containerClasses", "govuk-width-container"),
                           o.text("classes"), o.attributes()});
  });
}
TEST(Fixtures, panel) {
  run("panel", [](const Options& o) { return panel(panel_of(o)); });
}
TEST(Fixtures, warning_text) {
  run("warning-text", [](const Options& o) {
    return warning_text(
        {o.content(), o.text_or("iconFallbackText", "Warning"), o.text("classes"), o.attributes()});
  });
}
TEST(Fixtures, phase_banner) {
  run("phase-banner", [](const Options& o) {
    return phase_banner({tag_of(o.in("tag")), o.content(), o.text("classes"), o.attributes()});
  });
}
TEST(Fixtures, pagination) {
  run("pagination", [](const Options& o) { return pagination(pagination_of(o)); });
}

}  // namespace
}  // namespace touchstone::look::fixtures
