#include "standard/difference_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "look/button.h"
#include "look/inset_text.h"
#include "look/select.h"
#include "look/table.h"
#include "platform/json/described.h"
#include "platform/text.h"
#include "standard/address_parts.h"
#include "standard/comparable.h"
#include "standard/difference.h"

namespace touchstone::standard {
namespace {

// Versions that it is worth comparing with, the nearest first: its origin, then its family; last
// those that are withdrawn.
std::vector<Kept> comparison_partners(sql::Read& read, const SeenStandard& standard) {
  const auto& content = standard.content();
  std::vector<Kept> all;
  for (const auto& each : shelved(read, standard.workspace())) {
    if (each.address == content.address()) continue;
    auto kept = kept_at(read, standard.workspace(), each.address).value();
    if (each.address == content.adapted_from || are_related(content, *kept.content))
      all.push_back(std::move(kept));
  }
  std::ranges::stable_sort(all, {}, [&](const Kept& kept) {
    return std::pair(kept.withdrawn, kept.content->address() != content.adapted_from);
  });
  return all;
}

std::string name_of(const Content& content) {
  return fmt::format("{}, version {}", content.title, content.version);
}

// Whether the first was there before the second.
bool is_older(const Kept& one, const Kept& other) {
  if (one.content->adapted_from == other.content->address()) return false;
  if (other.content->adapted_from == one.content->address()) return true;
  return one.published_at <= other.published_at;
}

// The names of the two, the older first.
struct Compared {
  std::string from;
  std::string to;
};

Html lines_of(std::string_view text) {
  if (text.empty()) return html(R"(<span class="app-quiet">nothing</span>)");
  Html out;
  for (const auto line : split(text, '\n'))
    out.add(out.empty() ? html("{}", line) : html("<br>{}", line));
  return out;
}

Html changes_table(std::string_view caption, const std::vector<ChangedText>& changed,
                   const Compared& compared) {
  if (changed.empty()) return {};
  look::Table table{.caption = std::string(caption),
                    .caption_classes = "govuk-table__caption--s",
                    .head = {{.text = "What"}, {.text = compared.from}, {.text = compared.to}},
                    .first_cell_is_header = true,
                    .classes = "ts-compared",
                    .stacks = true};
  for (const auto& [what, before, after] : changed)
    table.rows.push_back({{.text = what}, {.text = lines_of(before)}, {.text = lines_of(after)}});
  return look::table(table);
}

void add_named(Html& out, std::string_view heading, const std::vector<NamedElement>& elements) {
  if (elements.empty()) return;
  out.add(R"(<h2 class="govuk-heading-m">{}</h2><ul class="govuk-list govuk-list--bullet">)",
          heading);
  for (const auto& element : elements) out.add("<li>{}</li>", element.title);
  out.add("</ul>");
}

Html choice_of_partner(const http::Request& request, const SeenStandard& standard,
                       const std::vector<Kept>& partners, const std::string& chosen) {
  if (partners.size() < 2) return {};
  look::Select select{.label = {.text = "Compare with"}, .name = "with", .value = chosen};
  for (const auto& partner : partners)
    select.items.push_back(
        {.text = name_of(*partner.content) + (partner.withdrawn ? " (withdrawn)" : ""),
         .value = partner.content->address()});
  Html fields = look::select(select);
  fields.add(look::button({.text = "Compare", .classes = "govuk-button--secondary"}));
  return html(R"(<form method="get" action="{}" class="ts-screen-only">{}</form>)",
              standard_url(request, standard.content().address(), "comparison"), fields);
}

Html shown_difference(const Difference& difference, const Content& before, const Content& after) {
  const Compared compared{name_of(before), name_of(after)};
  Html out;
  if (difference.none()) out.add(R"(<p class="govuk-body">The two say the same.</p>)");
  add_named(out, "Only in " + compared.to, difference.added);
  add_named(out, "Only in " + compared.from, difference.removed);
  const auto all = after.elements().size();
  if (difference.comparable.size() < all || !difference.removed.empty())
    out.add(look::inset_text(
        {.text = fmt::format(
             "When results of the two are compared, {} of {} count: those with the same key and "
             "the same levels in both.",
             difference.comparable.size(),
             counted(static_cast<std::int64_t>(all), after.words.element,
                     after.words.element + "s"))}));
  out.add(changes_table("About it", difference.about, compared));
  out.add(changes_table("Levels", difference.levels, compared));
  out.add(changes_table("Overall levels", difference.bands, compared));
  out.add(changes_table("What is repeated", difference.repeated, compared));
  for (const auto& [key, title, texts] : difference.changed)
    out.add(changes_table(title, texts, compared));
  return out;
}

}  // namespace

std::string difference_schema(json::Components& components) {
  return json::schema_of<Difference>(components);
}

http::Response difference_page(sql::Read& read, const http::Request& request,
                               const SeenStandard& standard) {
  const auto partners = comparison_partners(read, standard);
  std::string with(request.query.text("with"));
  if (with.empty() && !partners.empty()) with = partners.front().content->address();
  const auto other = with.empty() ? std::nullopt : kept_at(read, standard.workspace(), with);
  if (!with.empty() && !other) return http::not_found();
  const auto& content = standard.content();
  const bool later = other && !is_older(*other, standard.kept());
  const auto& before = other && !later ? *other->content : content;
  const auto& after = later ? *other->content : content;
  const auto difference = difference_between(before, after);
  if (request.json) return http::json(json::text_of(difference));
  Html main = html(R"(<h1 class="govuk-heading-l">What changed in {}</h1>)", content.title);
  if (!other)
    main.add(R"(<p class="govuk-body">There is no other version here to compare it with.</p>)");
  else
    main.add(R"(<p class="govuk-body">From {} to {}.</p>)", name_of(before), name_of(after));
  main.add(choice_of_partner(request, standard, partners, with));
  if (other) main.add(shown_difference(difference, before, after));
  auto page = signin::page_of(request, "What changed in " + content.title, std::move(main));
  page.back = standard_url(request, content.address());
  page.wide = true;
  return http::page(look::layout(page));
}

}  // namespace touchstone::standard
