#include "self_assessment/result_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "look/button.h"
#include "look/details.h"
#include "look/form.h"
#include "look/input.h"
#include "look/inset_text.h"
#include "look/profile_chart.h"
#include "look/table.h"
#include "look/textarea.h"
#include "platform/text.h"
#include "self_assessment/address_parts.h"
#include "self_assessment/frame_parts.h"
#include "self_assessment/institution_parts.h"

namespace touchstone::self_assessment {
namespace {

std::string in_words(const SheetView& view, const Row& row) {
  return words_of(row.state, row.level, view.content().scale_of(*view.content().element(row.theme)),
                  view.voice());
}

std::optional<int> points_of(const Row& row) {
  const auto has = row.state == State::judged || row.state == State::below_minimum;
  return has && row.scored ? std::optional(row.points) : std::nullopt;
}

look::ProfileRow profile_row(const SheetView& view, const Row& row) {
  look::ProfileRow shown{row.title, in_words(view, row), points_of(row), {}, {}};
  if (!view.before) return shown;
  const auto& rows = view.before->result.rows;
  const auto then = std::ranges::find(rows, row.theme, &Row::theme);
  if (then == rows.end()) return shown;
  shown.answer_before = in_words(view, *then);
  shown.points_before = points_of(*then);
  return shown;
}

Target offered(const Row& row) {
  return {.element = row.theme, .text = row.next->text, .level_aimed = row.next->level};
}

Html target_form(const http::Request& request, const SheetView& view, const Target& target,
                 std::string_view due_on, const Complaints& complaints) {
  const auto id = [&](std::string_view part) { return fmt::format("{}-{}", part, target.element); };
  look::Textarea text{.label = {.text = "What you want to reach"},
                      .name = "text",
                      .id = id("text"),
                      .value = target.text,
                      .rows = 3};
  text.error_message.text = complaints.about("text");
  look::Input due{.label = {.text = "By when"},
                  .name = "due_on",
                  .id = id("due_on"),
                  .value = std::string(due_on),
                  .type = "date",
                  .hint = {.text = "You may leave this empty."},
                  .classes = "govuk-input--width-10"};
  due.error_message.text = complaints.about("due_on");
  return look::form(
      request, target_url(request, view.own.sheet().id, target.element),
      html(R"(<input type="hidden" name="level_aimed" value="{}">)"
           R"(<input type="hidden" name="version" value="{}">{}{}{})",
           target.level_aimed, target.version, look::textarea(text), look::input(due),
           look::button({.text = target.version == 0 ? "Set this target" : "Change this target",
                         .classes = "govuk-button--secondary"})));
}

// "SMART, but for two letters", with what would make them so; in one line where nothing is missing.
Html smart_advice(const SheetView& view, const Target& target) {
  const auto letters = view.smart(target);
  const auto missing = std::ranges::count_if(letters, [](const auto& one) { return !one.met(); });
  if (missing == 0)
    return html(R"(<p class="govuk-body-s">This target is SMART in all five letters.</p>)");
  Html out;
  out.add(R"(<p class="govuk-body-s govuk-!-margin-bottom-1">{} of 5 SMART letters. Advice only, )"
          R"(as you like:</p><ul class="govuk-list govuk-list--bullet govuk-body-s">)",
          5 - missing);
  for (const auto& letter : letters)
    if (!letter.met()) out.add(R"(<li><strong>{}:</strong> {}</li>)", letter.name, letter.advice);
  out.add("</ul>");
  return out;
}

Html suggested(const SheetView& view, std::string_view theme) {
  const auto found = view.suggestions.find(theme);
  if (found == view.suggestions.end()) return {};
  return html(
      R"(<p class="govuk-body app-suggestion">{} <a class="govuk-link" href="{}">Read what works</a></p>)",
      found->second.sentence, found->second.where);
}

bool may_aim(const Row& row) {
  return row.next && row.state != State::not_judged;
}

// Where one may aim; and what was set or typed for a theme before its answer was taken back.
bool shows_target(const SheetView& view, const Row& row, const TypedTarget* typed) {
  const auto* kept = view.target(row.theme);
  return may_aim(row) || (kept && !is_reached(*kept, view.content(), row)) ||
         (typed && typed->target.element == row.theme);
}

Html earlier_target(const SheetView& view, std::string_view theme) {
  const auto found = view.earlier_targets.find(theme);
  if (found == view.earlier_targets.end()) return {};
  const auto& target = found->second;
  return html(
      R"(<p class="govuk-body">Your target from {}{} still waits: “{}”. One that you set here takes )"
      R"(its place.</p>)",
      view.before->sheet.name, target.due_on ? ", by " + to_words(*target.due_on) + "," : "",
      target.text);
}

Html one_target(const http::Request& request, const SheetView& view, const Row& row,
                const TypedTarget* typed) {
  const auto* kept = view.target(row.theme);
  const auto mine = typed && typed->target.element == row.theme;
  const auto shown = kept ? *kept : mine ? typed->target : offered(row);
  const auto target = mine ? typed->target : shown;
  const auto due = mine ? typed->due_on : target.due_on ? to_iso(*target.due_on) : std::string();
  const auto& scale = view.content().scale_of(*view.content().element(row.theme));
  const auto* aimed = scale.level(shown.level_aimed);
  const auto state =
      !kept ? std::string(view.earlier_targets.contains(row.theme) ? "a new one" : "no target yet")
            : "your target" + (kept->due_on ? " by " + to_words(*kept->due_on) : std::string());
  const auto drop =
      kept ? button_form(request, target_removal_url(request, view.own.sheet().id, row.theme),
                         "Drop this target", "govuk-button--secondary")
           : Html();
  return html(
      R"(<section class="app-target" id="target-{}"><h3 class="govuk-heading-s">{}: {} to {}</h3>)"
      R"(<p class="govuk-body">{}</p>{}{}{}{}</section>)",
      row.theme, row.title, in_words(view, row), aimed ? aimed->name : std::string(), shown.text,
      earlier_target(view, row.theme), kept ? smart_advice(view, *kept) : Html(),
      suggested(view, row.theme),
      look::details(
          {.summary = fmt::format("{} ({})", kept ? "Change" : "Make this a target", state),
           .text = html("{}{}",
                        mine || may_aim(row) ? target_form(request, view, target, due,
                                                           mine ? typed->complaints : Complaints())
                                             : Html(),
                        drop),
           .open = mine}));
}

// "Highest: Core values, at Gold. Lowest: 4 themes, at Bronze."
std::string where_they_stand(const SheetView& view) {
  std::vector<Row> counted_rows;
  std::ranges::copy_if(view.result.rows, std::back_inserter(counted_rows),
                       [](const Row& row) { return points_of(row).has_value(); });
  if (counted_rows.empty()) return "How the themes stand";
  const auto [low, high] = std::ranges::minmax(counted_rows, {}, &Row::points);
  if (low.points == high.points)
    return fmt::format("Every theme judged stands at the same level: {}.", in_words(view, low));
  const auto those_at = [&](const Row& level) {
    const auto n = std::ranges::count(counted_rows, level.points, &Row::points);
    return n == 1 ? level.title : counted(n, "theme", "themes");
  };
  return fmt::format("Highest: {}, at {}. Lowest: {}, at {}.", those_at(high), in_words(view, high),
                     those_at(low), in_words(view, low));
}

// Themes that are not part of the work do not count (C-20).
std::string how_many_left(const RollUp& result, const std::string& top, const std::string& work) {
  if (result.judged == 0) return fmt::format("No theme is part of {}.", work);
  if (result.below_top > 0)
    return fmt::format("{} left to {}.", counted(result.below_top, "theme", "themes"), top);
  return result.all_judged() ? fmt::format("Every theme is at {}.", top)
                             : fmt::format("Every theme that is part of {} is at {}.", work, top);
}

// Where nothing is added up there are no points to draw.
Html where_each_stands(const SheetView& view) {
  look::Table table{.caption = "Where each theme stands",
                    .caption_classes = "govuk-table__caption--m",
                    .head = {{.text = "Theme"}, {.text = view.own.sheet().name}},
                    .rows = {},
                    .first_cell_is_header = true,
                    .stacks = true};
  if (view.before) table.head.push_back({.text = view.before->sheet.name});
  for (const auto& row : view.result.rows) {
    const auto shown = profile_row(view, row);
    table.rows.push_back({{.text = shown.title}, {.text = shown.answer}});
    if (view.before) table.rows.back().push_back({.text = shown.answer_before});
  }
  return html(R"(<div id="profile">{}</div>)", look::table(table));
}

}  // namespace

Html headline(const SheetView& view) {
  const auto& result = view.result;
  const auto level = result.band ? view.content().band_name(*result.band) : std::string();
  const auto title =
      !result.adds_up
          ? (level.empty()
                 ? fmt::format("{} of {} themes judged", result.judged, result.rows.size())
                 : level)
      : level.empty()
          ? fmt::format("{} points{}", result.total, result.all_answered() ? "" : " so far")
          : fmt::format("{}: {} of {} points", level, result.total, result.maximum);
  Html out;
  out.add(R"(<div class="app-result"><p class="app-result__level">{}</p>)", title);
  if (const auto sentence = view.explainer(); !sentence.empty())
    out.add(R"(<p class="app-result__sentence">{}</p>)", sentence);
  out.add("</div>");
  if (const auto note = about_the_bands(view.content(), view.result); !note.empty())
    out.add(look::inset_text({.text = note}));
  return out;
}

Html themes_that_would_do(const SheetView& view) {
  const auto ahead = ahead_of(view.content(), view.voice(), view.result);
  if (ahead.themes.empty()) return {};
  Html list;
  for (const auto& theme : ahead.themes)
    list.add("<li>{}</li>", view.content().element(theme)->title);
  return html(R"(<h2 class="govuk-heading-m">{} would bring {}</h2>)"
              R"(<p class="govuk-body">Each of these raised by one level:</p>)"
              R"(<ul class="govuk-list govuk-list--bullet">{}</ul>)",
              counted(static_cast<std::int64_t>(ahead.themes.size()), "theme", "themes"),
              view.content().band_name(ahead.level), list);
}

Html profile(const http::Request& request, const SheetView& view, const Url& here) {
  if (!view.result.adds_up) return where_each_stands(view);
  const auto& sheet = view.own.sheet();
  const auto radar = request.query.text("shape") == "radar";
  look::ProfileChart chart{
      .title = where_they_stand(view),
      .name = sheet.name,
      .name_before = view.before ? view.before->sheet.name : std::string(),
      .levels = {},
      .rows = {},
      .shape = radar ? look::ProfileShape::radar : look::ProfileShape::bars,
      .other_shape = (radar ? here : here.with("shape", "radar")).at("profile"),
      .csv = {}};
  for (const auto& level : view.content().scales.front().levels)
    chart.levels.push_back({level.letter, level.name, level.points});
  for (const auto& row : view.result.rows) chart.rows.push_back(profile_row(view, row));
  return look::profile_chart(chart);
}

Html targets(const http::Request& request, const SheetView& view, const TypedTarget* typed) {
  const auto& scales = view.content().scales;
  const auto top = scales.size() == 1 ? scales.front().levels.back().name : "the highest level";
  Html out;
  out.add(R"(<h2 class="govuk-heading-m">Where to next</h2>)");
  if (view.result.all_answered())
    out.add(R"(<p class="govuk-body">{}</p>)",
            how_many_left(view.result, top, whose_work(view.voice(), request.visitor.words)));
  for (const auto& row : view.result.rows)
    if (shows_target(view, row, typed)) out.add(one_target(request, view, row, typed));
  return out;
}

Html evidence_links(const http::Request& request, const SheetView& view, std::string_view theme) {
  Html out;
  for (const auto& piece : view.evidence.find(theme)->second)
    out.add(R"({}<a class="govuk-link" href="{}">{}</a>)", out.empty() ? "" : ", ",
            evidence::piece_url(request, piece.id), piece.title);
  return out;
}

}  // namespace touchstone::self_assessment
