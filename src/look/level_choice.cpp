#include "look/level_choice.h"

#include <algorithm>

#include "look/error_message.h"

namespace touchstone::look {
namespace {

constexpr std::string_view below_minimum = "below_minimum";
constexpr std::string_view not_my_job = "not_my_job";

// Which of the five shades of the scale a level has: the top one is always the darkest.
std::size_t shade(const LevelChoice& choice, std::size_t level) {
  const auto steps = choice.levels.size();
  return steps < 2 ? 5 : 1 + level * 4 / (steps - 1);
}

std::string_view name_of(const LevelChoice& choice, std::string_view value) {
  const auto found = std::ranges::find(choice.levels, value, &LevelOption::value);
  return found == choice.levels.end() ? value : found->name;
}

Attributes flag(AttributeName name, bool is) {
  Attributes out;
  if (is) out.set(name);
  return out;
}

void add_last_time(Html& out, const LevelChoice& choice, std::string_view value) {
  if (choice.last_time != value) return;
  if (choice.last_time_name.empty())
    out.add(R"( <span class="ts-then">Last time</span>)");
  else
    out.add(R"( <span class="ts-then">In {}</span>)", choice.last_time_name);
}

// The first input has the id that an error summary points at.
Attributes radio(const LevelChoice& choice, std::string_view value) {
  auto out = flag("checked", choice.chosen == value);
  if (value == below_minimum) {
    out.set("id", std::string(choice.key) + ".level");
    if (!choice.complaint.empty())
      out.set("aria-describedby", std::string(choice.key) + ".level-error");
  }
  return out;
}

// The letter stands in an attribute for the style to show: the name beside it says the same.
void add_level(Html& out, const LevelChoice& choice, std::size_t i) {
  const auto& level = choice.levels[i];
  out.add(R"(<label class="ts-{}" data-l="{}"><input type=radio name="{}.level" value="{}"{}>)"
          R"(<span><b>{}</b>)",
          shade(choice, i), level.letter, choice.key, level.value, radio(choice, level.value),
          level.name);
  if (choice.counts) out.add(" <small>{} points</small>", level.points);
  add_last_time(out, choice, level.value);
  out.add("<br>{}</span></label>", level.text);
}

void add_other(Html& out, const LevelChoice& choice, std::string_view value, std::string_view words,
               std::string_view points, std::string_view meaning) {
  out.add(R"(<label class="ts-0" data-l="–"><input type=radio name="{}.level" value="{}"{}>)"
          R"(<span><b>{}</b>)",
          choice.key, value, radio(choice, value), words);
  if (choice.counts) out.add(" <small>{}</small>", points);
  add_last_time(out, choice, value);
  out.add("<br>{}</span></label>", meaning);
}

void add_complaint(Html& out, const LevelChoice& choice) {
  if (!choice.complaint.empty())
    out.add(
        error_message({.text = choice.complaint, .id = std::string(choice.key) + ".level-error"}));
  if (choice.offered.empty()) return;
  out.add(
      R"(<p><button class="govuk-button govuk-button--secondary ts-offer" name="take" value="{}.{}">Take {} instead</button></p>)",
      choice.key, choice.offered, name_of(choice, choice.offered));
}

void add_ticks(Html& out, const LevelChoice& choice, std::string_view member,
               const std::vector<Tick>& ticks) {
  for (const auto& tick : ticks)
    out.add(R"(<label><input type=checkbox name="{}.{}" value="{}"{}> {}</label>)", choice.key,
            member, tick.value, flag("checked", tick.ticked), tick.text);
}

bool any_unticked(const LevelChoice& choice) {
  return std::ranges::any_of(choice.levels, [](const LevelOption& level) {
    return !std::ranges::all_of(level.statements, &Tick::ticked);
  });
}

void add_statements(Html& out, const LevelChoice& choice) {
  if (std::ranges::all_of(choice.levels,
                          [](const LevelOption& level) { return level.statements.empty(); }))
    return;
  const bool open = any_unticked(choice) || !choice.complaint.empty();
  out.add(R"(<details{}><summary>All the statements</summary><p>{}</p>)"
          R"(<input type="hidden" name="{}.statements" value="1">)",
          flag("open", open),
          choice.sequential ? "A level includes all below it. Untick what is not so yet."
                            : "Untick what is not so yet.",
          choice.key);
  for (std::size_t i = 0; i < choice.levels.size(); ++i) {
    const auto& level = choice.levels[i];
    if (level.statements.empty()) continue;
    out.add(R"(<div class="ts-step ts-{}"><h3 data-l="{}">{}</h3>)", shade(choice, i), level.letter,
            level.name);
    add_ticks(out, choice, "holds", level.statements);
    out.add("</div>");
  }
  out.add("</details>");
}

void add_lists(Html& out, const LevelChoice& choice) {
  if (choice.lists.empty()) return;
  out.add(R"(<input type="hidden" name="{}.lists" value="1">)", choice.key);
  for (const auto& list : choice.lists) {
    out.add(R"(<details{}><summary>Checklist: {}</summary>)",
            flag("open", std::ranges::any_of(list.items, &Tick::ticked)), list.title);
    add_ticks(out, choice, "items", list.items);
    out.add("</details>");
  }
}

void add_note(Html& out, const LevelChoice& choice) {
  const bool open = !choice.note.empty() || !choice.note_complaint.empty();
  out.add(R"(<details{}><summary>Note to yourself</summary>)", flag("open", open));
  const auto id = std::string(choice.key) + ".note";
  Attributes described;
  if (!choice.note_complaint.empty()) {
    out.add(error_message({.text = choice.note_complaint, .id = id + "-error"}));
    described.set("aria-describedby", id + "-error");
  }
  out.add(
      R"(<textarea class="govuk-textarea" id="{}" name="{}" rows="3" aria-label="Note to yourself on {}"{}>)"
      R"({}{}</textarea></details>)",
      id, id, choice.title, described, choice.note.starts_with('\n') ? "\n" : "", choice.note);
}

void add_title(Html& out, const LevelChoice& choice) {
  out.add(R"(<legend><h2 class="ts-theme__title">{})", choice.title);
  if (choice.number > 0)
    out.add(R"( <span class="ts-theme__number">{} of {}</span>)", choice.number, choice.of);
  out.add("</h2></legend>");
}

Attributes section(const LevelChoice& choice) {
  Attributes out;
  out.set("id", choice.key)
      .set("class", choice.complaint.empty() ? "ts-theme" : "ts-theme ts-theme--error");
  if (!choice.save.empty()) out.set("data-save", choice.save);
  return out;
}

}  // namespace

void add_level_choice(Html& out, const LevelChoice& choice) {
  // Enter sends the first button of a form: it must not be one that clears an answer.
  if (choice.number <= 1)
    out.add(
        R"(<button class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">Save</button>)");
  out.add(
      R"(<section{}><input type="hidden" name="{}.version" value="{}"><fieldset class="ts-levels">)",
      section(choice), choice.key, choice.version);
  add_title(out, choice);
  out.add(choice.guidance);
  add_complaint(out, choice);
  add_other(out, choice, below_minimum, "Below minimum", "0 points",
            "I have looked, and not even the lowest level is true yet.");
  for (std::size_t i = 0; i < choice.levels.size(); ++i) add_level(out, choice, i);
  if (choice.of_a_job || choice.chosen == not_my_job)
    add_other(out, choice, not_my_job, choice.not_of_a_job, "not counted",
              choice.counts ? "There is no overall level then." : "");
  out.add("</fieldset>");
  if (choice.may_clear)
    out.add(R"(<p class="ts-clear"><button class="ts-plain-button" name="take" value="{}." )"
            R"(aria-label="Clear my answer on {}">Clear my answer</button></p>)",
            choice.key, choice.title);
  if (!choice.advice.empty()) out.add(R"(<p class="ts-advice">{}</p>)", choice.advice);
  add_statements(out, choice);
  add_lists(out, choice);
  add_note(out, choice);
  out.add(choice.evidence);
  out.add("</section>");
}

Html score_summary(const ScoreSummary& summary) {
  Html out;
  if (!summary.sentence.empty())
    out.add(R"(<p class="ts-sentence" data-sentence>{}</p>)", summary.sentence);
  out.add(R"(<div class="ts-summary" data-summary>)");
  out.add(
      R"(<p><b data-answered>{}</b> of {} done</p><progress value="{}" max="{}" aria-label="Themes done"></progress>)",
      summary.answered, summary.of, summary.answered, summary.of);
  const bool all = summary.answered == summary.of;
  if (summary.maximum > 0)
    out.add(R"(<p><b data-total>{}</b> of {} points <span data-so-far{}>so far</span></p>)",
            summary.total, summary.maximum, flag("hidden", all));
  out.add(R"(<p class="ts-saved" role="status" data-status>{}{}</p></div>)",
          summary.saved_at.empty() ? "" : "Saved ", summary.saved_at);
  return out;
}

Html score_subtotal(std::string_view title, int sheet, int points, int maximum) {
  return html(
      R"(<p class="ts-subtotal">{} <span><b data-subtotal="{}">{}</b> of {} points</span></p>)",
      title, sheet, points, maximum);
}

}  // namespace touchstone::look
