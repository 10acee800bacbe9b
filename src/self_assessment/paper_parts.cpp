#include "self_assessment/paper_parts.h"

#include <algorithm>
#include <span>
#include <vector>

#include "self_assessment/address_parts.h"

namespace touchstone::self_assessment {
namespace {

Html head_of(const standard::Scale& scale, std::string_view theme, bool adds_up) {
  Html out;
  out.add(R"(<thead><tr><th scope="col">{}</th>)", theme);
  for (const auto& level : scale.levels)
    out.add(R"(<th scope="col">{}{}</th>)", level.name,
            adds_up ? html(" <br>{} points", level.points) : Html());
  return out.add(R"(</tr></thead>)");
}

Html level_cell(const standard::Level& level, std::string_view text, bool chosen, On where) {
  if (!chosen) return html(R"(<td class="app-other">{}</td>)", text);
  if (where == On::page)
    return html(R"(<td class="app-chosen"><b class="app-mark">✓ {}</b> {}</td>)", level.letter,
                text);
  return html(
      R"(<td class="chosen"><div data-custom-style="Chosen"><p><b>✓ {}</b> {}</p></div></td>)",
      level.letter, text);
}

Html theme_row(const SheetView& view, const standard::Element& element, On where) {
  const auto& rows = view.result.rows;
  const auto row = std::ranges::find(rows, element.key, &Row::theme);
  const auto& scale = view.content().scale_of(element);
  // Word files have no bold for the heads of rows but this.
  Html head = where == On::page ? html("{}", element.title) : html("<b>{}</b>", element.title);
  if (row->state == State::below_minimum || row->state == State::not_my_job) {
    const auto words = words_of(row->state, row->level, scale, view.voice());
    head.add(where == On::page ? html(R"(<br><b class="app-mark">✓ {}</b>)", words)
                               : html("<br><b>✓ {}</b>", words));
  }
  Html out = html(R"(<tr><th scope="row">{}</th>)", head);
  for (const auto& level : scale.levels) {
    const auto* descriptor = element.descriptor(view.voice(), level.key);
    const std::string_view text = descriptor ? std::string_view(descriptor->short_text) : "";
    out.add(level_cell(level, text, row->level == level.key, where));
  }
  return out.add("</tr>");
}

// Neighbours that are judged by the same levels, and so fit one table.
std::vector<std::span<const standard::Element>> by_scale(
    const std::vector<standard::Element>& elements) {
  std::vector<std::span<const standard::Element>> runs;
  for (const auto& element : elements)
    if (!runs.empty() && runs.back().front().scale == element.scale)
      runs.back() = {runs.back().data(), runs.back().size() + 1};
    else
      runs.emplace_back(&element, 1);
  return runs;
}

}  // namespace

Html area_tables(const SheetView& view, int sheet, On where) {
  Html out;
  for (const auto* asked : view.content().asked_areas()) {
    const auto& area = *asked;
    if (area.sheet != sheet || area.elements.empty()) continue;
    for (const auto& elements : by_scale(area.elements)) {
      out.add(R"({}<caption>{}</caption>{}<tbody>)",
              where == On::page ? html(R"(<table class="app-paper">)") : html("<table>"),
              area.title,
              head_of(view.content().scale_of(elements.front()), "Theme", view.result.adds_up));
      for (const auto& element : elements) out.add(theme_row(view, element, where));
      out.add("</tbody></table>");
    }
  }
  return out;
}

std::string level_in_words(const SheetView& view, const std::optional<std::string>& level) {
  if (level) return view.content().band_name(*level);
  return view.result.all_answered() ? "none" : "not yet";
}

std::string state_in_words(const http::Request& request, const ScoreSheet& sheet) {
  return sheet.finished()
             ? "finished " + to_words(date_in(*sheet.finished_at, request.visitor.zone))
             : "not finished, as at " + to_words(request.visitor.today);
}

Html copy_links(const http::Request& request, const ScoreSheet& sheet) {
  return html(
      R"(<p class="govuk-body app-screen-only">Keep a copy for yourself, with your notes and )"
      R"(targets: <a class="govuk-link" href="{}">as a Word file</a> or )"
      R"(<a class="govuk-link" href="{}">as a PDF file</a></p>)",
      sheet_url(request, sheet.id, "copy.docx"), sheet_url(request, sheet.id, "copy.pdf"));
}

}  // namespace touchstone::self_assessment
