#include "self_assessment/paper_pages.h"

#include <fmt/format.h>

#include "platform/document/download.h"
#include "self_assessment/address_parts.h"
#include "self_assessment/copy_view.h"
#include "self_assessment/frame_parts.h"
#include "self_assessment/institution_parts.h"
#include "self_assessment/paper_parts.h"
#include "self_assessment/sheet_json.h"

namespace touchstone::self_assessment {
namespace {

Html box(std::string_view name, std::string_view what) {
  return html(R"(<span class="app-box"><span class="app-box__name">{}</span> <b>{}</b></span>)",
              name, what);
}

// One printed page: the areas of one sheet, each with its themes, and its SCORE box.
Html sheet_of(const SheetView& view, const Subtotal& subtotal) {
  Html out;
  out.add(R"(<section class="app-sheet" tabindex="0" aria-label="Sheet {}">)", subtotal.sheet);
  out.add(area_tables(view, subtotal.sheet, On::page));
  if (view.result.adds_up)
    out.add(R"(<p class="app-boxes">{}</p>)",
            box("Score", fmt::format("{} of {}", subtotal.points, subtotal.maximum)));
  return out.add("</section>");
}

Html paper_page(const http::Request& request, const SheetView& view) {
  const auto& sheet = view.own.sheet();
  Html main;
  main.add(R"(<h1 class="govuk-heading-l">{}: {}</h1><p class="govuk-body">{} · {} · {}</p>)",
           view.content().title, sheet.name, request.visitor.name,
           fmt::format("version {}", view.content().version), state_in_words(request, sheet));
  main.add(R"(<p class="govuk-body app-screen-only">Print this page from your browser. )"
           R"(It is laid out for A4, landscape.</p>)");
  main.add(copy_links(request, sheet));
  for (const auto& subtotal : view.result.subtotals) main.add(sheet_of(view, subtotal));
  Html boxes;
  if (view.result.adds_up)
    boxes.add("{}",
              box("Total score", fmt::format("{} of {}", view.result.total, view.result.maximum)));
  if (view.result.gives_level)
    boxes.add("{}", box("Level", level_in_words(view, view.result.band)));
  boxes.add(box("Done", fmt::format("{} of {}", view.result.answered, view.result.rows.size())));
  main.add(R"(<p class="app-boxes">{}</p>)", boxes);
  const auto work = whose_work(view.voice(), request.visitor.words);
  for (const auto& note :
       {about_the_bands(view.content(), view.result), why_no_level(view.result, work)})
    if (!note.empty()) main.add(R"(<p class="govuk-body">{}</p>)", note);
  return framed(request, {.title = sheet.name + " on paper",
                          .main = std::move(main),
                          .back = sheet_url(request, sheet.id)});
}

http::Response copy_as(sql::Read& read, const http::Request& request, const OwnSheet& own,
                       document::Format format) {
  const auto name = fmt::format("{}, {}, {}", own.sheet().name, request.visitor.name,
                                to_words(request.visitor.today));
  return document::download(paper_copy(request, view_of(read, own)), format, name);
}

}  // namespace

http::Response copy_as_word(sql::Read& read, const http::Request& request, const OwnSheet& own) {
  return copy_as(read, request, own, document::Format::word);
}

http::Response copy_as_pdf(sql::Read& read, const http::Request& request, const OwnSheet& own) {
  return copy_as(read, request, own, document::Format::pdf);
}

http::Response show_paper(sql::Read& read, const http::Request& request, const OwnSheet& own) {
  const auto view = view_of(read, own);
  if (request.json) return http::json(sheet_json(view));
  return http::page(paper_page(request, view));
}

}  // namespace touchstone::self_assessment
