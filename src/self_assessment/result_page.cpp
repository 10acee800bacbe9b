#include "self_assessment/result_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "look/button.h"
#include "look/inset_text.h"
#include "look/panel.h"
#include "look/table.h"
#include "platform/text.h"
#include "self_assessment/address_parts.h"
#include "self_assessment/frame_parts.h"
#include "self_assessment/institution_parts.h"
#include "self_assessment/paper_parts.h"
#include "self_assessment/result_parts.h"
#include "self_assessment/score_sheet.h"

namespace touchstone::self_assessment {
namespace {

Html left_to_do(const http::Request& request, const SheetView& view) {
  if (view.result.band) return {};
  const auto work = whose_work(view.voice(), request.visitor.words);
  if (const auto why = why_no_level(view.result, work); !why.empty())
    return html(R"(<p class="govuk-body">{}</p>)", why);
  Html list;
  for (const auto& row : view.result.rows)
    if (row.state == State::not_judged)
      list.add(R"(<li><a class="govuk-link" href="{}">{}</a></li>)",
               sheet_url(request, view.own.sheet().id).at(row.theme), row.title);
  Html out = html(
      R"(<h2 class="govuk-heading-m">Not judged yet</h2><ul class="govuk-list govuk-list--bullet">)"
      R"({}</ul>)",
      list);
  if (view.result.gives_level)
    out.add(R"(<p class="govuk-body">There is no overall level until every theme is judged.</p>)");
  return out;
}

Html evidence_by_theme(const http::Request& request, const SheetView& view) {
  if (view.evidence.empty()) return {};
  Html list;
  for (const auto& row : view.result.rows)
    if (view.evidence.contains(row.theme))
      list.add("<li>{}: {}</li>", row.title, evidence_links(request, view, row.theme));
  return html(
      R"(<h2 class="govuk-heading-m">What shows it</h2><ul class="govuk-list govuk-list--bullet">{}</ul>)",
      list);
}

Html what_now(const http::Request& request, const SheetView& view) {
  const auto& sheet = view.own.sheet();
  Html out;
  if (sheet.open()) {
    out.add(
        R"(<h2 class="govuk-heading-m">Finish, or go on</h2>)"
        R"(<p class="govuk-body"><a class="govuk-link" href="{}">Go back to the themes</a></p>)",
        sheet_url(request, sheet.id));
    out.add(button_form(request, sheet_url(request, sheet.id, "submission"),
                        "Finish this score sheet"));
    out.add(
        R"(<p class="govuk-body">Finishing keeps it as it is now. You can open it again for 24 )"
        R"(hours, and next term you see what moved. {} {}</p>)",
        view.who_sees(), how_it_counts(request.visitor.words));
  }
  if (view.may_reopen)
    out.add(button_form(request, sheet_url(request, sheet.id, "reopening"), "Open it again",
                        "govuk-button--secondary"));
  out.add(R"(<p class="govuk-body"><a class="govuk-link" href="{}">Print this score sheet</a></p>)",
          sheet_url(request, sheet.id, "paper"));
  out.add(copy_links(request, sheet));
  if (!sheet.binned_at)
    out.add(
        R"(<p class="govuk-body"><a class="govuk-link" href="{}">Share it with a colleague</a>{}</p>)",
        sheet_url(request, sheet.id, "shares"),
        view.shares == 0 ? "" : ", or see who can see it, and their comments");
  if (sheet.binned_at)
    out.add(button_form(request, sheet_url(request, sheet.id, "restoration"), "Put it back"));
  else
    out.add(button_form(request, sheet_url(request, sheet.id, "bin"), "Put it in the bin",
                        "govuk-button--secondary"));
  return out;
}

// The complaints about a target, tied to the inputs of its own theme.
Complaints tied(const TypedTarget* typed) {
  Complaints complaints;
  if (!typed) return complaints;
  for (const auto& complaint : typed->complaints)
    complaints.add(fmt::format("{}-{}", complaint.field, typed->target.element), complaint.message);
  return complaints;
}

}  // namespace

Html result_page(const http::Request& request, const SheetView& view, const TypedTarget* typed) {
  const auto& sheet = view.own.sheet();
  const auto title = fmt::format("{}: what it adds up to", sheet.name);
  Html main;
  main.add(R"(<h1 class="govuk-heading-l">{}</h1><p class="govuk-body">{} {}</p>)", title,
           view.who_sees(),
           sheet.binned_at ? std::string("It is in the bin.")
           : sheet.finished()
               ? "Finished on " + to_words(date_in(*sheet.finished_at, request.visitor.zone)) + "."
               : std::string("It is not finished yet."));
  main.add(headline(view));
  if (view.before && view.before->common)
    main.add(R"(<p class="govuk-body">{}</p>)",
             in_words(*view.before->common, view.before->sheet.name));
  main.add(left_to_do(request, view));
  main.add(themes_that_would_do(view));
  main.add(profile(request, view, sheet_url(request, sheet.id, "result")));
  main.add(evidence_by_theme(request, view));
  main.add(targets(request, view, typed));
  main.add(what_now(request, view));
  return framed(request, {.title = title,
                          .main = std::move(main),
                          .complaints = tied(typed),
                          .back = sheets_url(request)});
}

}  // namespace touchstone::self_assessment
