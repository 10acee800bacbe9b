#include "self_assessment/score_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "look/button.h"
#include "look/form.h"
#include "look/inset_text.h"
#include "look/level_choice.h"
#include "look/words.h"
#include "self_assessment/address_parts.h"
#include "self_assessment/due_view.h"
#include "self_assessment/frame_parts.h"
#include "self_assessment/institution_parts.h"
#include "self_assessment/institution_proof.h"
#include "self_assessment/result_parts.h"

namespace touchstone::self_assessment {
namespace {

bool contains(const std::vector<std::string>& list, std::string_view key) {
  return std::ranges::find(list, key) != list.end();
}

// Keys such as "silver.reflect", owned here because the question of a theme only looks at them.
using Keys = std::vector<std::string>;

std::vector<look::LevelOption> level_options(const SheetView& view,
                                             const standard::Element& element,
                                             const Judgement& judgement, Keys& keys) {
  std::vector<look::LevelOption> options;
  for (const auto& level : view.content().scale_of(element).levels) {
    look::LevelOption option{level.key, level.letter, level.name, level.points, {}, {}};
    if (const auto* descriptor = element.descriptor(view.voice(), level.key)) {
      option.text = descriptor->short_text;
      for (const auto& statement : descriptor->statements) {
        const auto& key = keys.emplace_back(fmt::format("{}.{}", level.key, statement.key));
        option.statements.push_back({key, statement.text, !contains(judgement.unticked, key)});
      }
    }
    options.push_back(std::move(option));
  }
  return options;
}

std::vector<look::TickList> tick_lists(const standard::Element& element, const Judgement& judgement,
                                       Keys& keys) {
  std::vector<look::TickList> lists;
  for (const auto& list : element.lists) {
    look::TickList ticks{list.title, {}};
    for (const auto& item : list.items) {
      const auto& key = keys.emplace_back(fmt::format("{}.{}", list.key, item.key));
      ticks.items.push_back({key, item.text, contains(judgement.items, key)});
    }
    lists.push_back(std::move(ticks));
  }
  return lists;
}

// How many keys an element needs: they must not move while the question looks at them.
std::size_t keys_of(const standard::Element& element, std::string_view voice) {
  std::size_t n = 0;
  for (const auto* descriptor : element.descriptors(voice)) n += descriptor->statements.size();
  for (const auto& list : element.lists) n += list.items.size();
  return n;
}

// A button and not a link, so that what is chosen and not saved yet is not lost.
Html what_shows_it(const http::Request& request, const SheetView& view,
                   const standard::Element& element) {
  Html out;
  if (view.evidence.contains(element.key))
    out.add(R"(<p class="ts-evidence">Evidence: {}</p>)",
            evidence_links(request, view, element.key));
  return out.add(
      R"(<p class="ts-evidence"><button class="ts-plain-button" name="evidence" value="{}" )"
      R"(aria-label="Attach evidence for {}">Attach evidence</button></p>)",
      element.key, element.title);
}

void add_theme(Html& out, const http::Request& request, const SheetView& view,
               const standard::Element& element, const Complaints& complaints) {
  const auto& judgement = view.judgement(element.key);
  const auto& scale = view.content().scale_of(element);
  const auto answer = answer_of(judgement);
  const auto last = view.last_time(element.key);
  const auto advice = view.advice(element.key);
  const auto complaint = complaints.about(element.key + ".level");
  const auto held = highest_held(judgement, element, scale, view.voice());
  Keys keys;
  keys.reserve(keys_of(element, view.voice()));
  const auto number = std::ranges::find(view.judgements, element.key, &Judgement::element) -
                      view.judgements.begin() + 1;
  look::add_level_choice(
      out, {.key = element.key,
            .title = element.title,
            .number = static_cast<int>(number),
            .of = static_cast<int>(view.judgements.size()),
            .save = judgement_url(request, view.own.sheet().id, element.key),
            .version = judgement.version,
            .levels = level_options(view, element, judgement, keys),
            .chosen = answer,
            .last_time = last,
            .last_time_name = view.before ? std::string_view(view.before->sheet.name) : "",
            .lists = tick_lists(element, judgement, keys),
            .note = judgement.note,
            .advice = advice,
            .complaint = complaint,
            .note_complaint = complaints.about(element.key + ".note"),
            .evidence = what_shows_it(request, view, element),
            .offered = complaint.empty() ? std::string_view() : std::string_view(held),
            .sequential = scale.sequential(),
            .of_a_job = view.voice() != institution_voice || element.repeated(),
            .not_of_a_job = not_my_job_in_words(view.voice()),
            .counts = view.result.adds_up});
}

// As the pack has it, without the value that it is asked for.
const std::string& written_title(const SheetView& view, const standard::Element& element) {
  if (!element.repeated()) return element.title;
  return view.content().written_element(standard::asked_in(element.key).element)->title;
}

// The themes that are counted together, in their order: "Core values, Core skills". What is asked
// for several values stands once.
std::string shared_by(const SheetView& view, int sheet) {
  std::vector<std::string_view> titles;
  for (const auto* element : view.content().elements())
    if (const auto& title = written_title(view, *element);
        view.content().sheet_of(*element) == sheet &&
        std::ranges::find(titles, title) == titles.end())
      titles.push_back(title);
  return fmt::format("{}", fmt::join(titles, ", "));
}

void add_subtotal(Html& out, const SheetView& view, int sheet) {
  if (!view.result.adds_up) return;
  for (const auto& subtotal : view.result.subtotals)
    if (subtotal.sheet == sheet)
      out.add(look::score_subtotal(fmt::format("Points for {}", shared_by(view, sheet)), sheet,
                                   subtotal.points, subtotal.maximum));
}

Html themes(const http::Request& request, const SheetView& view, const Complaints& complaints) {
  Html out;
  out.reserve(48 * 1024);
  const auto elements = view.content().elements();
  for (std::size_t i = 0; i < elements.size(); ++i) {
    add_theme(out, request, view, *elements[i], complaints);
    const auto sheet = view.content().sheet_of(*elements[i]);
    if (i + 1 == elements.size() || view.content().sheet_of(*elements[i + 1]) != sheet)
      add_subtotal(out, view, sheet);
  }
  return out;
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
           R"(<p class="govuk-body">Choose the level that describes {} best. Each level includes )"
           R"(everything below it.</p>)",
           view.content().title, sheet.name, view.who_sees(), how_far(view.result),
           whom(request, sheet));
  main.add(where_it_goes_on(request, sheet));
  main.add(look::score_summary({.answered = view.result.answered,
                                .of = static_cast<int>(view.result.rows.size()),
                                .total = view.result.total,
                                .maximum = view.result.adds_up ? view.result.maximum : 0}));
  Html inside = themes(request, view, complaints);
  inside.add(ending(view.who_sees(), request.visitor.words));
  look::add_form(main, request, sheet_url(request, sheet.id, "judgements"), inside,
                 Attributes().set("data-autosave"));
  return framed(request, {.title = fmt::format("{}: {}", view.content().title, sheet.name),
                          .main = std::move(main),
                          .complaints = complaints,
                          .back = sheets_url(request)});
}

}  // namespace touchstone::self_assessment
