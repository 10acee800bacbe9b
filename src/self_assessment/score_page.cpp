#include "self_assessment/score_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "look/button.h"
#include "look/form.h"
#include "look/inset_text.h"
#include "look/score_summary.h"
#include "look/words.h"
#include "self_assessment/address_parts.h"
#include "self_assessment/due_view.h"
#include "self_assessment/frame_parts.h"
#include "self_assessment/institution_parts.h"
#include "self_assessment/institution_proof.h"
#include "self_assessment/question_parts.h"
#include "self_assessment/result_parts.h"

namespace touchstone::self_assessment {
namespace {

Html what_shows_it(const http::Request& request, const SheetView& view, std::string_view theme) {
  if (!view.evidence.contains(theme)) return {};
  return html(R"(<p class="ts-evidence">Evidence: {}</p>)", evidence_links(request, view, theme));
}

void add_theme(Html& out, const http::Request& request, const SheetView& view,
               const look::LevelChoice& question, const Complaints& complaints) {
  const auto& element = *view.content().element(question.key());
  const auto& judgement = view.judgement(element.key);
  const auto answer = answer_of(judgement);
  const auto last = view.last_time(element.key);
  const auto advice = view.advice(element.key);
  const auto complaint = complaints.about(element.key + ".level");
  const auto held =
      complaint.empty()
          ? std::string()
          : highest_held(judgement, element, view.content().scale_of(element), view.voice());
  question.add_to(out,
                  {.save = judgement_url(request, view.own.sheet().id, element.key),
                   .version = judgement.version,
                   .chosen = answer,
                   .last_time = last,
                   .last_time_name = view.before ? std::string_view(view.before->sheet.name) : "",
                   .unticked = judgement.unticked,
                   .items = judgement.items,
                   .note = judgement.note,
                   .advice = advice,
                   .complaint = complaint,
                   .note_complaint = complaints.about(element.key + ".note"),
                   .evidence = what_shows_it(request, view, element.key),
                   .offered = held});
}

// As the pack has it, without the value that it is asked for.
std::string_view written_title(const SheetView& view, const Row& row) {
  const auto asked = standard::asked_in(row.theme);
  return asked.value.empty() ? row.title : view.content().written_element(asked.element)->title;
}

// The themes that are counted together, in their order: "Core values, Core skills". What is asked
// for several values stands once.
std::string shared_by(const SheetView& view, int sheet) {
  std::vector<std::string_view> titles;
  for (const auto& row : view.result.rows) {
    if (row.sheet != sheet) continue;
    const auto title = written_title(view, row);
    if (std::ranges::find(titles, title) == titles.end()) titles.push_back(title);
  }
  return fmt::format("{}", fmt::join(titles, ", "));
}

void add_subtotal(Html& out, const SheetView& view, int sheet) {
  if (!view.result.adds_up) return;
  for (const auto& subtotal : view.result.subtotals)
    if (subtotal.sheet == sheet)
      out.add(look::score_subtotal(fmt::format("Points for {}", shared_by(view, sheet)), sheet,
                                   subtotal.points, subtotal.maximum));
}

void add_themes(Html& out, const http::Request& request, const SheetView& view,
                const Complaints& complaints) {
  const auto questions = questions_of(view.own.shared_content(), view.voice());
  const auto& rows = view.result.rows;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    add_theme(out, request, view, questions->at(i), complaints);
    if (i + 1 == rows.size() || rows[i + 1].sheet != rows[i].sheet)
      add_subtotal(out, view, rows[i].sheet);
  }
}

Html ending(std::string_view who_sees, std::string_view words) {
  return html(
      R"(<p class="govuk-body">When you finish, this score sheet is kept as it is now, and you see )"
      R"(what it adds up to. You can open it again for 24 hours. {} {}</p>)"
      R"(<div class="govuk-button-group">{}{}</div>)",
      who_sees, how_it_counts(words),
      look::button(
          {.text = "Finish and see what it adds up to", .name = "then", .value = "finish"}),
      look::button({.text = "Save and come back later",
                    .name = "then",
                    .value = "save",
                    .classes = "govuk-button--secondary"}));
}

// Whom the levels describe: "you", or "the college" in its words.
std::string whom(const http::Request& request, const ScoreSheet& sheet) {
  if (sheet.subject_team.value.empty()) return "you";
  return fmt::format("the {}", look::word(request.visitor.words, look::Term::organisation));
}

// For what was typed into a sheet that was finished, or put into the bin, in the meantime.
Html where_it_goes_on(const http::Request& request, const ScoreSheet& sheet) {
  if (sheet.open()) return {};
  return look::inset_text(
      {.text = html(
           R"(What you typed is still below, to copy. <a class="govuk-link" href="{}">{}</a> or )"
           R"(<a class="govuk-link" href="{}">go to your score sheets</a>.)",
           sheet_url(request, sheet.id, "result"),
           sheet.binned_at ? "See what it adds up to" : "See what it adds up to and open it again",
           sheets_url(request))});
}

}  // namespace

Html score_page(const http::Request& request, const SheetView& view, const Complaints& complaints) {
  const auto& sheet = view.own.sheet();
  Html main;
  main.reserve(64 * 1024);
  main.add(R"(<h1 class="govuk-heading-l">{}: {}</h1>)"
           R"(<p class="govuk-body-l">{} <span data-how-far>{}</span></p>)"
           R"(<p class="govuk-body">Choose the level that describes {} best.{}</p>)",
           view.content().title, sheet.name, view.who_sees(), how_far(view.result),
           whom(request, sheet),
           view.content().scales.front().sequential() ? " Each level includes everything below it."
                                                      : "");
  main.add(where_it_goes_on(request, sheet));
  main.add(look::score_summary({.answered = view.result.answered,
                                .of = static_cast<int>(view.result.rows.size()),
                                .total = view.result.total,
                                .maximum = view.result.adds_up ? view.result.maximum : 0}));
  look::begin_form(main, request, sheet_url(request, sheet.id, "judgements"),
                   Attributes().set("data-autosave"));
  add_themes(main, request, view, complaints);
  main.add(ending(view.who_sees(), request.visitor.words)).add("</form>");
  return framed(request, {.title = fmt::format("{}: {}", view.content().title, sheet.name),
                          .main = std::move(main),
                          .complaints = complaints,
                          .back = sheets_url(request)});
}

}  // namespace touchstone::self_assessment
