#include "self_assessment/paper_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "self_assessment/address_parts.h"
#include "self_assessment/frame_parts.h"
#include "self_assessment/sheet_json.h"

namespace touchstone::self_assessment {
namespace {

Html box(std::string_view name, std::string_view what) {
  return html(R"(<span class="app-box"><span class="app-box__name">{}</span> <b>{}</b></span>)",
              name, what);
}

const Row& row_of(const SheetView& view, std::string_view theme) {
  return *std::ranges::find(view.result.rows, theme, &Row::theme);
}

Html head_of(const standard::Scale& scale, std::string_view theme) {
  Html out;
  out.add(R"(<thead><tr><th scope="col">{}</th>)", theme);
  for (const auto& level : scale.levels)
    out.add(R"(<th scope="col">{}<br>{} points</th>)", level.name, level.points);
  return out.add(R"(</tr></thead>)");
}

Html theme_row(const SheetView& view, const standard::Element& element) {
  const auto& scale = view.content().scale_of(element);
  const auto& row = row_of(view, element.key);
  Html out;
  out.add(R"(<tr><th scope="row">{}</th>)", element.title);
  for (const auto& level : scale.levels) {
    const auto* descriptor = element.descriptor(view.voice(), level.key);
    const auto chosen = row.level == level.key;
    out.add(R"(<td class="{}">{}{}</td>)", chosen ? "app-chosen" : "app-other",
            chosen ? html(R"(<b class="app-mark">✓ {}</b> )", level.letter) : Html(),
            descriptor ? std::string_view(descriptor->short_text) : std::string_view());
  }
  return out.add("</tr>");
}

std::string level_in_words(const SheetView& view, const std::optional<std::string>& level) {
  return level ? view.content().band_level(*level)->name : std::string("not yet");
}

// One printed page: the areas of one sheet, each with its themes, and its SCORE box.
Html sheet_of(const SheetView& view, const Subtotal& subtotal) {
  Html out;
  out.add(R"(<section class="app-sheet" tabindex="0" aria-label="Sheet {}">)", subtotal.sheet);
  for (const auto& area : view.content().areas) {
    if (area.sheet != subtotal.sheet || area.elements.empty()) continue;
    const auto& scale = view.content().scale_of(area.elements.front());
    out.add(R"(<table class="app-paper"><caption>{}</caption>{}<tbody>)", area.title,
            head_of(scale, "Theme"));
    for (const auto& element : area.elements) out.add(theme_row(view, element));
    out.add("</tbody></table>");
  }
  out.add(R"(<p class="app-boxes">{}</p></section>)",
          box("Score", fmt::format("{} of {}", subtotal.points, subtotal.maximum)));
  return out;
}

Html paper_page(const http::Request& request, const SheetView& view) {
  const auto& sheet = view.own.sheet();
  Html main;
  main.add(R"(<h1 class="govuk-heading-l">{}: {}</h1><p class="govuk-body">{} · {} · {}</p>)",
           view.content().title, sheet.name, request.visitor.name, view.content().address(),
           sheet.finished()
               ? "finished " + to_words(date_in(*sheet.finished_at, request.visitor.zone))
               : "not finished, as at " + to_words(request.visitor.today));
  main.add(R"(<p class="govuk-body app-screen-only">Print this page from your browser. )"
           R"(It is laid out for A4, landscape.</p>)");
  for (const auto& subtotal : view.result.subtotals) main.add(sheet_of(view, subtotal));
  main.add(R"(<p class="app-boxes">{}{}{}</p>)",
           box("Total score", fmt::format("{} of {}", view.result.total, view.result.maximum)),
           box("Level", level_in_words(view, view.result.band)),
           box("Done", fmt::format("{} of {}", view.result.answered, view.result.rows.size())));
  const auto note = about_the_bands(view.content(), view.result);
  if (!note.empty()) main.add(R"(<p class="govuk-body">{}</p>)", note);
  return framed(request, {.title = sheet.name + " on paper",
                          .main = std::move(main),
                          .back = sheet_url(request, sheet.id)});
}

}  // namespace

http::Response show_paper(sql::Read& read, const http::Request& request, const OwnSheet& own) {
  const auto view = view_of(read, own);
  if (request.json) return http::json(sheet_json(view));
  return http::page(paper_page(request, view));
}

}  // namespace touchstone::self_assessment
