#include "look/pagination.h"

namespace touchstone::look {

namespace {

Html arrow_back() {
  return html(
      R"(<svg class="govuk-pagination__icon govuk-pagination__icon--prev" xmlns="http://www.w3.org/2000/svg" )"
      R"(height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13">)"
      R"(<path d="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984)"
      R"(l4.2931-4.293-1.414-1.414z"></path></svg>)");
}
Html arrow_on() {
  return html(
      R"(<svg class="govuk-pagination__icon govuk-pagination__icon--next" xmlns="http://www.w3.org/2000/svg" )"
      R"(height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13">)"
      R"(<path d="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 )"
      R"(6.7441-6.4062-6.7246-6.7266z"></path></svg>)");
}

// To the page before or after. In a block (no numbers) both arrows come first and a label may
// follow.
Html link(const PaginationLink& link, bool on, bool block) {
  if (link.href.empty()) return {};
  Html inside;
  if (block || !on) inside.add(on ? arrow_on() : arrow_back());
  const auto usual =
      html(R"({}<span class="govuk-visually-hidden"> page</span>)", on ? "Next" : "Previous");
  const bool decorated = block && link.label_text.empty();
  inside.add(R"( <span{}>{}</span>)",
             with_classes({"govuk-pagination__link-title",
                           decorated ? "govuk-pagination__link-title--decorated" : ""}),
             link.text.empty() ? usual : link.text.html());
  if (block && !link.label_text.empty())
    inside.add(
        R"(<span class="govuk-visually-hidden">:</span> <span class="govuk-pagination__link-label">{}</span>)",
        link.label_text);
  if (on && !block) inside.add(" {}", arrow_on());
  const std::string_view type = on ? "next" : "prev";
  return html(
      R"(<div class="govuk-pagination__{}"><a class="govuk-link govuk-pagination__link" href="{}" rel="{}"{}>{}</a></div>)",
      type, link.href, type, link.attributes, inside);
}

Html item_of(const PaginationItem& item) {
  const auto classes =
      with_classes({"govuk-pagination__item", item.current ? "govuk-pagination__item--current" : "",
                    item.ellipsis ? "govuk-pagination__item--ellipsis" : ""});
  if (item.ellipsis) return html("<li{}>&ctdot;</li>", classes);
  Attributes attributes;
  const auto& hidden = item.visually_hidden_text;
  attributes.set("aria-label", hidden.empty() ? "Page " + item.number : hidden);
  if (item.current) attributes.set("aria-current", "page");
  attributes.add(item.attributes);
  return html(R"(<li{}><a class="govuk-link govuk-pagination__link" href="{}"{}>{}</a></li>)",
              classes, item.href, attributes, item.number);
}

}  // namespace

Html pagination(const Pagination& pagination) {
  const bool block = pagination.items.empty();
  auto attributes = with_classes(
      {"govuk-pagination", block ? "govuk-pagination--block" : "", pagination.classes});
  attributes.set("aria-label", pagination.landmark_label).add(pagination.attributes);
  Html out = html("<nav{}>{}", attributes, link(pagination.previous, false, block));
  if (!block) {
    out.add(R"(<ul class="govuk-pagination__list">)");
    for (const auto& item : pagination.items) out.add(item_of(item));
    out.add("</ul>");
  }
  return out.add("{}</nav>", link(pagination.next, true, block));
}

}  // namespace touchstone::look
