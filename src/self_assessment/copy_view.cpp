#include "self_assessment/copy_view.h"

#include <fmt/format.h>

#include "platform/text.h"
#include "self_assessment/institution_parts.h"
#include "self_assessment/paper_parts.h"

namespace touchstone::self_assessment {
namespace {

// Text of several lines, each a paragraph.
Html lines_of_text(std::string_view text) {
  Html out;
  for (const auto line : split(text, '\n'))
    if (!trimmed(line).empty()) out.add("<p>{}</p>", line);
  return out;
}

const standard::Scale& scale_of_row(const SheetView& view, const Row& row) {
  return view.content().scale_of(*view.content().element(row.theme));
}

Html sums_of(const SheetView& view, std::string_view work) {
  const auto& result = view.result;
  Html out = html("<p>");
  if (result.adds_up) out.add("<b>Total score:</b> {} of {} · ", result.total, result.maximum);
  if (result.gives_level) out.add("<b>Level:</b> {} · ", level_in_words(view, result.band));
  out.add("<b>Done:</b> {} of {}</p>", result.answered, result.rows.size());
  for (const auto& note : {about_the_bands(view.content(), result), why_no_level(result, work)})
    if (!note.empty()) out.add("<p>{}</p>", note);
  return out;
}

// In Word a table has as many columns as its colgroup, and what stands beyond them is lost.
Html levels_table(const SheetView& view) {
  const bool points = view.result.adds_up;
  Html out = html(
      R"(<table><caption>Where each theme stands</caption><colgroup><col width="50%"><col width="{}%">)"
      R"({}</colgroup><thead><tr><th scope="col">Theme</th><th scope="col">Level</th>{}</tr></thead>)"
      "<tbody>",
      points ? 30 : 50, points ? html(R"(<col width="20%">)") : Html(),
      points ? html(R"(<th scope="col">Points</th>)") : Html());
  for (const auto& row : view.result.rows)
    out.add(R"(<tr><th scope="row"><b>{}</b></th><td>{}</td>{}</tr>)", row.title,
            words_of(row.state, row.level, scale_of_row(view, row), view.voice()),
            points ? html("<td>{}</td>", row.points) : Html());
  return out.add("</tbody></table>");
}

Html sheets_of(const SheetView& view) {
  Html out;
  for (const auto& subtotal : view.result.subtotals)
    out.add(R"(<h2>{}</h2>{}{})",
            view.result.subtotals.size() == 1 ? std::string("What the levels say")
                                              : fmt::format("Sheet {}", subtotal.sheet),
            area_tables(view, subtotal.sheet, On::file),
            view.result.adds_up
                ? html("<p><b>Score:</b> {} of {}</p>", subtotal.points, subtotal.maximum)
                : Html());
  return out;
}

Html notes_of(const SheetView& view) {
  Html out;
  for (const auto& row : view.result.rows)
    if (const auto& note = view.judgement(row.theme).note; !note.empty())
      out.add("<h3>{}</h3>{}", row.title, lines_of_text(note));
  return out.empty() ? out : html("<h2>Notes</h2>{}", out);
}

Html targets_of(const SheetView& view) {
  Html out;
  for (const auto& row : view.result.rows) {
    const auto* target = view.target(row.theme);
    if (target == nullptr) continue;
    const auto* aimed = scale_of_row(view, row).level(target->level_aimed);
    const auto due = target->due_on ? ", by " + to_words(*target->due_on) : std::string();
    out.add("<h3>{}: {}{}</h3>{}", row.title, aimed ? aimed->name : std::string("a target"), due,
            lines_of_text(target->text));
  }
  return out.empty() ? out : html("<h2>Targets</h2>{}", out);
}

}  // namespace

document::Paper paper_copy(const http::Request& request, const SheetView& view) {
  const auto& sheet = view.own.sheet();
  document::Paper paper{
      .title = fmt::format("{}: {}", view.content().title, sheet.name),
      .footer = fmt::format("{}, {}", request.visitor.name, to_words(request.visitor.today)),
      .body =
          html(R"(<div data-custom-style="Quiet"><p>{} · {} · {}</p></div>)", request.visitor.name,
               fmt::format("version {}", view.content().version), state_in_words(request, sheet)),
      .wide = true};
  paper.body.add(sums_of(view, whose_work(view.voice(), request.visitor.words)))
      .add(levels_table(view))
      .add(sheets_of(view));
  paper.body.add(notes_of(view)).add(targets_of(view));
  return paper;
}

}  // namespace touchstone::self_assessment
