#include "self_assessment/leaders_page.h"

#include <fmt/format.h>

#include "look/button.h"
#include "look/form.h"
#include "look/radios.h"
#include "look/textarea.h"
#include "look/words.h"
#include "platform/json/described.h"
#include "self_assessment/frame_parts.h"
#include "self_assessment/institution_parts.h"
#include "self_assessment/institution_proof.h"

namespace touchstone::self_assessment {
namespace shape {

struct Judged {
  std::string theme;
  std::optional<std::string> level;
  std::string note;
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(Judged, (), (theme, level, note, version))

struct Leaders {
  std::optional<std::string> id;
  std::optional<std::string> finished;
  std::string standard;
  std::string panel;
  std::vector<Judged> judgements;
  int total;
  std::optional<std::string> band;
};
BOOST_DESCRIBE_STRUCT(Leaders, (), (id, finished, standard, panel, judgements, total, band))

}  // namespace shape

namespace {

// What it may rest on, as colleagues found it out.
Html proven_here(const LeadersView& view, std::string_view theme) {
  Html lines;
  const auto [first, last] = view.proven.equal_range(theme);
  for (auto each = first; each != last; ++each) {
    const auto& idea = each->second;
    lines.add(R"(<li><a class="govuk-link" href="{}">{}</a> ({}): {}</li>)", idea.where, idea.title,
              idea.how_far, idea.changed);
  }
  if (lines.empty()) return lines;
  return html(R"(<p class="govuk-body">Impact proven by colleagues:</p>)"
              R"(<ul class="govuk-list govuk-list--bullet">{}</ul>)",
              lines);
}

std::optional<std::string> id_of(const std::optional<ScoreSheet>& sheet) {
  return sheet ? std::optional(to_text(sheet->id)) : std::nullopt;
}

Html theme(const LeadersView& view, const Judgement& judgement, const Complaints& complaints) {
  const auto& element = *view.seat.content().element(judgement.element);
  const auto named = [&](std::string_view member) {
    return fmt::format("{}.{}", element.key, member);
  };
  look::Radios levels{
      .name = named("level"),
      .id_prefix = named("level"),
      .fieldset =
          look::Fieldset{.legend = {.text = element.title, .classes = "govuk-fieldset__legend--m"}},
      .value = answer_of(judgement)};
  levels.error_message.text = complaints.about(named("level"));
  levels.items.push_back({.text = "Below minimum", .value = "below_minimum"});
  for (const auto& level : view.seat.content().scale_of(element).levels) {
    const auto* descriptor = element.descriptor(institution_voice, level.key);
    levels.items.push_back({.text = level.name,
                            .value = level.key,
                            .hint = {.text = descriptor ? descriptor->short_text : ""}});
  }
  if (element.repeated())
    levels.items.push_back({.text = std::string(not_my_job_in_words(institution_voice)),
                            .value = std::string(to_text(State::not_my_job))});
  look::Textarea note{
      .label = {.text = html(R"(What this rests on<span class="govuk-visually-hidden">: {}</span>)",
                             element.title)},
      .name = named("note"),
      .id = named("note"),
      .value = judgement.note,
      .rows = 3,
      .hint = {.text = "What you saw, heard or counted. Those who see the figures "
                       "read it too."}};
  note.error_message.text = complaints.about(named("note"));
  return html(R"({}{}{}<input type="hidden" name="{}" value="{}">)", look::radios(levels),
              proven_here(view, element.key), look::textarea(note), named("version"),
              judgement.version);
}

Html panel(const LeadersView& view, const Complaints& complaints) {
  look::Textarea names{.label = {.text = "Who judges together", .classes = "govuk-label--m"},
                       .name = "panel",
                       .value = view.panel,
                       .rows = 3,
                       .hint = {.text = "Names, as they are to stand beside the judgement."}};
  names.error_message.text = complaints.about("panel");
  return html(R"({}<input type="hidden" name="panel_before" value="{}">)"
              R"(<input type="hidden" name="sheet" value="{}">)"
              R"(<input type="hidden" name="finished" value="{}">)",
              look::textarea(names), view.panel_before, id_of(view.sheet).value_or(""),
              id_of(view.finished).value_or(""));
}

}  // namespace

Html leaders_page(const http::Request& request, const LeadersView& view,
                  const Complaints& complaints) {
  const auto title =
      fmt::format("Judge the {} by {}", look::word(request.visitor.words, look::Term::organisation),
                  with_version(view.seat.content()));
  Html main;
  main.add(
      R"(<h1 class="govuk-heading-l">{}</h1><p class="govuk-body">For each theme choose the level that describes it best. Until )"
      R"(you finish, only those who may judge the whole see this.</p>)",
      title);
  Html inside = panel(view, complaints);
  for (const auto& judgement : view.judgements) inside.add(theme(view, judgement, complaints));
  inside.add(
      R"({}{}<p class="govuk-body">Finishing keeps the judgement as it is now, for good. Those who )"
      R"(see the figures then see it with your names, beside what tutors say.</p>)",
      look::button({.text = "Finish this judgement", .name = "then", .value = "finish"}),
      look::button({.text = "Save and come back later",
                    .name = "then",
                    .value = "save",
                    .classes = "govuk-button--secondary"}));
  look::add_form(main, request, leaders_url(request, view.seat.content()), inside);
  return framed(request, {.title = title,
                          .main = std::move(main),
                          .complaints = complaints,
                          .back = institution_url(request, view.seat.content())});
}

std::string leaders_schema(json::Components& components) {
  return json::schema_of<shape::Leaders>(components);
}

std::string leaders_json(const LeadersView& view) {
  const auto result = roll_up(view.seat.content(), institution_voice, view.judgements);
  shape::Leaders leaders{
      id_of(view.sheet), id_of(view.finished), view.seat.content().address(), view.panel, {},
      result.total,      result.band};
  for (const auto& judgement : view.judgements) {
    auto answer = answer_of(judgement);
    leaders.judgements.push_back({judgement.element,
                                  answer.empty() ? std::nullopt : std::optional(std::move(answer)),
                                  judgement.note, judgement.version});
  }
  return json::text_of(leaders);
}

}  // namespace touchstone::self_assessment
