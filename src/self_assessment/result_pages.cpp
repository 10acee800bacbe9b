#include "self_assessment/result_pages.h"

#include <algorithm>

#include "platform/http/deed.h"
#include "self_assessment/address_parts.h"
#include "self_assessment/institution_parts.h"
#include "self_assessment/result_page.h"
#include "self_assessment/score_sheet_store.h"
#include "self_assessment/sheet_json.h"
#include "self_assessment/target_store.h"
#include "self_assessment/theme_evidence_view.h"

namespace touchstone::self_assessment {
namespace {

TypedTarget read_target(const http::Request& request, std::string_view theme) {
  TypedTarget typed{{.element = std::string(theme)}, {}, request.body_complaints};
  http::Reader reader(request.fields, typed.complaints);
  typed.target.text = reader.text("text", request.fields.text("text").size());
  typed.target.level_aimed = reader.text("level_aimed", 60);
  typed.due_on = std::string(request.fields.text("due_on"));
  typed.target.due_on = reader.date("due_on");
  typed.target.version = reader.version("version");
  return typed;
}

// In the lower half of its scale, or below it.
bool is_low(const standard::Content& content, const Row& row) {
  if (row.state == State::below_minimum) return true;
  if (row.state != State::judged) return false;
  const auto& levels = content.scale_of(*content.element(row.theme)).levels;
  const auto place = std::ranges::find(levels, row.level, &standard::Level::key) - levels.begin();
  return place < std::ssize(levels) / 2;
}

SheetView result_view(sql::Read& read, const http::Request& request, const OwnSheet& own) {
  auto view = view_of(read, own);
  view.evidence = evidence_of(read, request, own.sheet().id);
  view.may_reopen = may_reopen(own.sheet(), request.visitor.moment()) &&
                    !is_followed(read, own.sheet(), own.workspace());
  for (const auto& row : view.result.rows)
    if (is_low(view.content(), row))
      if (auto suggestion = suggestion_for(read, request, view.content(), row.theme))
        view.suggestions.emplace(row.theme, *std::move(suggestion));
  for (auto& target : targets_in_force(read, view))
    if (const auto row = std::ranges::find(view.result.rows, target.element, &Row::theme);
        !view.target(target.element) && row != view.result.rows.end() &&
        !is_reached(target, view.content(), *row))
      view.earlier_targets.emplace(target.element, std::move(target));
  return view;
}

http::Response shown_again(sql::Read& read, const http::Request& request, const OwnSheet& own,
                           const TypedTarget& typed, int status) {
  return http::page(status, result_page(request, result_view(read, request, own), &typed));
}

}  // namespace

http::Response show_result(sql::Read& read, const http::Request& request, const OwnSheet& own) {
  if (request.json) return http::json(sheet_json(view_of(read, own)));
  return http::page(result_page(request, result_view(read, request, own), nullptr));
}

http::Response set_target(sql::Write& write, const http::Request& request, const OwnSheet& own) {
  const auto theme = request.parameter("theme");
  if (!own.content().element(theme)) return http::not_found();
  auto typed = read_target(request, theme);
  if (own.sheet().binned_at)
    return http::refused(422, "This score sheet is in the bin. Put it back first.");
  const auto view = view_of(write, own);
  const auto row = std::ranges::find(view.result.rows, theme, &Row::theme);
  typed.complaints.add(complaints_about(
      typed.target, {own.content(), *row, view.target(theme), request.visitor.today,
                     whose_work(view.voice(), request.visitor.words)}));
  if (!typed.complaints.empty())
    return request.json ? http::refused(typed.complaints)
                        : shown_again(write, request, own, typed, 422);
  if (const auto saved = save(write, own.sheet().id, typed.target); !saved) {
    const auto sentence =
        "This target was changed elsewhere since you opened the page. It now reads: “" +
        saved.error().theirs.text + "”. Save again to put yours in its place.";
    if (request.json) return http::refused(409, sentence);
    typed.target.version = saved.error().theirs.version;
    typed.complaints.add("text", sentence);
    return shown_again(write, request, own, typed, 409);
  }
  if (request.json) return http::json(sheet_json(view_of(write, own)));
  return http::said(http::see_other(sheet_url(request, own.sheet().id, "result")), request,
                    "Your target is saved.");
}

http::Response drop_target(sql::Write& write, const http::Request& request, const OwnSheet& own) {
  const auto theme = request.parameter("theme");
  if (!own.content().element(theme)) return http::not_found();
  if (!request.body_complaints.empty()) return http::refused(request.body_complaints);
  drop(write, own.sheet().id, theme);
  if (request.json) return http::json(sheet_json(view_of(write, own)));
  return http::said(http::see_other(sheet_url(request, own.sheet().id, "result")), request,
                    "The target is dropped.");
}

}  // namespace touchstone::self_assessment
