#include <algorithm>

#include "good_practice/address_parts.h"
#include "good_practice/item_page.h"
#include "good_practice/item_parts.h"
#include "good_practice/theme_view.h"
#include "look/summary_list.h"

// The part of item_parts.h that gathers what an item is part of (E-24).
namespace touchstone::good_practice {
namespace {

bool is_one_of(std::string_view channel, std::initializer_list<std::string_view> channels) {
  return std::ranges::find(channels, channel) != channels.end();
}

// What was shared by one of these channels, a line each.
Html shared_by(const ItemShown& shown, std::initializer_list<std::string_view> channels) {
  Html lines;
  for (const auto& sharing : shown.view.sharings)
    if (is_one_of(sharing.channel, channels))
      lines.add("<li>{}, {}</li>", sharing.audience, to_words(sharing.shared_on));
  return lines;
}

Html meetings_of(const ItemShown& shown) {
  Html lines;
  for (const auto& [id, held] : shown.view.meetings) {
    const auto day = to_words(held.held_on);
    if (shown.seen.viewer().validator())
      lines.add(R"(<li><a class="govuk-link" href="{}">{}</a></li>)",
                meeting_url(shown.request, id), day);
    else
      lines.add("<li>{}</li>", day);
  }
  return lines;
}

Html events_of(const ItemShown& shown) {
  auto lines = shared_by(shown, {"cpd", "induction", "team_meeting", "network"});
  for (const auto& impact : shown.view.impacts)
    if (!impact.cpd.empty()) lines.add("<li>{}</li>", impact.cpd);
  return lines;
}

Html reports_of(const ItemShown& shown) {
  Html lines;
  for (const auto& impact : shown.view.impacts)
    if (const auto theme = theme_title(shown.read, shown.seen.viewer().workspace(), impact.theme);
        !theme.empty())
      lines.add("<li>Self-assessment: {}</li>", theme);
  return lines;
}

}  // namespace

Html item_ties(const ItemShown& shown) {
  look::SummaryList list;
  const auto add = [&](const char* key, const Html& lines) {
    if (!lines.empty())
      list.rows.push_back({.key = {.text = key},
                           .value = {.text = html(R"(<ul class="govuk-list">{}</ul>)", lines)}});
  };
  add("Quality Team meetings", meetings_of(shown));
  add("Mentoring and action plans", shared_by(shown, {"mentoring", "support"}));
  add("Events and meetings", events_of(shown));
  add("Digest, newsletters and posts",
      shared_by(shown, {"digest", "blog", "site", "managers_letter", "managers_post"}));
  if (const auto tried = tried_in_words(shown.seen.track()); !tried.empty())
    add("Elsewhere", html("<li>{}</li>", tried));
  add("Reports", reports_of(shown));
  if (list.rows.empty()) return {};
  return html(R"(<h2 class="govuk-heading-m" id="ties">What it is part of</h2>{})",
              look::summary_list(list));
}

}  // namespace touchstone::good_practice
