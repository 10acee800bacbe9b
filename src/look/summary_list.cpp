#include "look/summary_list.h"

#include <algorithm>

#include "look/heading.h"

namespace touchstone::look {

namespace {

Html link(const SummaryAction& action, const SummaryCardTitle* card) {
  Html hidden;
  if (!action.visually_hidden_text.empty()) hidden.add(" {}", action.visually_hidden_text);
  if (card != nullptr) hidden.add(" ({})", card->text.html());
  if (!hidden.empty()) hidden = html(R"(<span class="govuk-visually-hidden">{}</span>)", hidden);
  auto attributes = with_classes({"govuk-link", action.classes});
  attributes.add(action.attributes);
  return html(R"(<a href="{}"{}>{}{}</a>)", action.href, attributes, action.text.html(), hidden);
}

void add_row_actions(Html& out, const SummaryActions& actions, const SummaryCardTitle* card) {
  out.add("<dd{}>", with_classes({"govuk-summary-list__actions", actions.classes}));
  if (actions.items.size() == 1) {
    out.add(link(actions.items[0], card)).add("</dd>");
    return;
  }
  out.add(R"(<ul class="govuk-summary-list__actions-list">)");
  for (const auto& action : actions.items)
    out.add(R"(<li class="govuk-summary-list__actions-list-item">{}</li>)", link(action, card));
  out.add("</ul></dd>");
}

void add_row(Html& out, const SummaryRow& row, bool others_have_actions,
             const SummaryCardTitle* card) {
  const bool bare = others_have_actions && !row.actions;
  out.add("<div{}>",
          with_classes({"govuk-summary-list__row",
                        bare ? "govuk-summary-list__row--no-actions" : "", row.classes}));
  out.add("<dt{}>{}</dt>", with_classes({"govuk-summary-list__key", row.key.classes}),
          row.key.text.html());
  out.add("<dd{}>{}</dd>", with_classes({"govuk-summary-list__value", row.value.classes}),
          row.value.text.html());
  if (row.actions && !row.actions->items.empty()) add_row_actions(out, *row.actions, card);
  out.add("</div>");
}

Html card_actions(const SummaryCard& card, const SummaryCardTitle* title) {
  const auto& items = card.actions.items;
  if (items.empty()) return {};
  const auto attributes = with_classes({"govuk-summary-card__actions", card.actions.classes});
  if (items.size() == 1) return html("<div{}>{}</div>", attributes, link(items[0], title));
  Html out = html("<ul{}>", attributes);
  for (const auto& action : items)
    out.add(R"(<li class="govuk-summary-card__action">{}</li>)", link(action, title));
  return out.add("</ul>");
}

Html in_card(const SummaryCard& card, const SummaryCardTitle* title, const Html& list) {
  auto attributes = with_classes({"govuk-summary-card", card.classes});
  attributes.add(card.attributes);
  Html head;
  if (title != nullptr)
    head = heading(title->heading_level,
                   with_classes({"govuk-summary-card__title", title->classes}), title->text.html());
  return html(R"(<div{}><div class="govuk-summary-card__title-wrapper">{}{}</div>)"
              R"(<div class="govuk-summary-card__content">{}</div></div>)",
              attributes, head, card_actions(card, title), list);
}

}  // namespace

Html summary_list(const SummaryList& list) {
  const bool any = std::ranges::any_of(
      list.rows, [](const SummaryRow& row) { return row.actions && !row.actions->items.empty(); });
  const auto* title = list.card && list.card->title ? &*list.card->title : nullptr;
  auto attributes = with_classes({"govuk-summary-list", list.classes});
  attributes.add(list.attributes);
  Html out = html("<dl{}>", attributes);
  for (const auto& row : list.rows) add_row(out, row, any, title);
  out.add("</dl>");
  return list.card ? in_card(*list.card, title, out) : out;
}

}  // namespace touchstone::look
