#include "look/error_summary.h"

namespace touchstone::look {

namespace {

Html item_of(const ErrorItem& item) {
  if (item.href.empty()) return html("<li>{}</li>", item.text.html());
  return html(R"(<li><a href="{}"{}>{}</a></li>)", item.href, item.attributes, item.text.html());
}

Html body_of(const ErrorSummary& summary) {
  Html out;
  if (!summary.description.empty()) out.add("<p>{}</p>", summary.description.html());
  if (summary.error_list.empty()) return out;
  out.add(R"(<ul class="govuk-list govuk-error-summary__list">)");
  for (const auto& item : summary.error_list) out.add(item_of(item));
  out.add("</ul>");
  return out;
}

}  // namespace

Html error_summary(const ErrorSummary& summary) {
  auto attributes = with_classes({"govuk-error-summary", summary.classes});
  if (summary.disable_auto_focus)
    attributes.set("data-disable-auto-focus", *summary.disable_auto_focus ? "true" : "false");
  attributes.set("data-module", "govuk-error-summary").add(summary.attributes);
  return html(R"(<div{}><div role="alert"><h2 class="govuk-error-summary__title">{}</h2>)"
              R"(<div class="govuk-error-summary__body">{}</div></div></div>)",
              attributes, summary.title.html(), body_of(summary));
}

}  // namespace touchstone::look
