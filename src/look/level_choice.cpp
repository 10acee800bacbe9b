#include "look/level_choice.h"

#include <algorithm>

#include "look/content.h"
#include "look/error_message.h"

namespace touchstone::look {
namespace {

constexpr std::string_view below_minimum = "below_minimum";
constexpr std::string_view not_my_job = "not_my_job";

// Which of the five shades of the scale a level has: the top one is always the darkest.
std::size_t shade(std::size_t level, std::size_t levels) {
  return levels < 2 ? 5 : 1 + level * 4 / (levels - 1);
}

bool contains(std::span<const std::string> list, std::string_view value) {
  return std::ranges::find(list, value) != list.end();
}

}  // namespace

// Puts the fixed part of a question together, with holes for the answer.
class LevelChoiceMaker {
 public:
  LevelChoiceMaker(const LevelQuestion& question, LevelChoice& choice)
      : question_(question), choice_(choice), out_(choice.whole_) {}

  void make() {
    // Enter sends the first button of a form: it must not be one that clears an answer.
    if (question_.number <= 1)
      out_.add(
          R"(<button class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">Save</button>)");
    out_.add(R"(<section id="{}"{}>{}<fieldset class="ts-levels">)", question_.key,
             attributes(Part::section), html(Part::version));
    add_title();
    out_.add("{}{}", question_.guidance, html(Part::complaint));
    add_answers();
    out_.add("</fieldset>");
    add_clear();
    out_.add("{}", html(Part::advice));
    add_statements();
    add_lists();
    out_.add("{}{}{}</section>", html(Part::note), html(Part::evidence), question_.ending);
  }

 private:
  using Part = LevelChoice::Part;
  using Hole = LevelChoice::Hole;

  static AttributesHole<Hole> attributes(Part part, std::uint32_t value = 0,
                                         std::uint32_t end = 0) {
    return {{part, value, end}};
  }
  static HtmlHole<Hole> html(Part part, std::uint32_t value = 0) { return {{part, value}}; }

  std::uint32_t remember(std::string_view value) {
    choice_.values_.emplace_back(value);
    return static_cast<std::uint32_t>(choice_.values_.size() - 1);
  }

  void add_title() {
    out_.add(R"(<legend><h2 class="ts-theme__title">{})", question_.title);
    if (question_.number > 0)
      out_.add(R"( <span class="ts-theme__number">{} of {}</span>)", question_.number,
               question_.of);
    out_.add("</h2></legend>");
  }

  // What stands after a level where points are added up.
  Html worth(std::string_view points) const {
    return question_.counts ? touchstone::html(" <small>{}</small>", points) : Html();
  }

  void add_answers() {
    // The first input has the id that an error summary points at.
    const auto below = remember(below_minimum);
    out_.add(R"(<label class="ts-0" data-l="–"><input type=radio name="{}.level" value="{}"{})"
             R"( id="{}.level"{}><span><b>Below minimum</b>{}{}<br>)"
             R"(I have looked, and not even the lowest level is true yet.</span></label>)",
             question_.key, below_minimum, attributes(Part::checked, below), question_.key,
             attributes(Part::level_described), worth("0 points"), html(Part::last_time, below));
    for (std::size_t i = 0; i < question_.levels.size(); ++i) add_level(i);
    out_.add("{}", html(Part::not_my_job));
    const auto not_mine = remember(not_my_job);
    choice_.not_my_job_.add(
        R"(<label class="ts-0" data-l="–"><input type=radio name="{}.level" value="{}"{}><span>)"
        R"(<b>{}</b>{}{}<br>{}</span></label>)",
        question_.key, not_my_job, attributes(Part::checked, not_mine), question_.not_of_a_job,
        worth("0 points"), html(Part::last_time, not_mine),
        question_.counts ? "There is no overall level then." : "");
  }

  // The letter stands in an attribute for the style to show: the name beside it says the same.
  void add_level(std::size_t i) {
    const auto& level = question_.levels[i];
    const auto value = remember(level.value);
    choice_.levels_.push_back({std::string(level.value), std::string(level.name)});
    out_.add(R"(<label class="ts-{}" data-l="{}"><input type=radio name="{}.level" value="{}"{}>)"
             R"(<span><b>{}</b>{}{}<br>{}</span></label>)",
             shade(i, question_.levels.size()), level.letter, question_.key, level.value,
             attributes(Part::checked, value), level.name,
             worth(std::to_string(level.points) + " points"), html(Part::last_time, value),
             level.text);
  }

  void add_clear() {
    if (!question_.may_clear) return;
    out_.add(R"(<p class="ts-clear"><button class="ts-plain-button" name="take" value="{}." )"
             R"(aria-label="Clear my answer on {}">Clear my answer</button></p>)",
             question_.key, question_.title);
  }

  void add_ticks(std::string_view member, Part part, const std::vector<Tick>& ticks) {
    for (const auto& tick : ticks)
      out_.add(R"(<label><input type=checkbox name="{}.{}" value="{}"{}> {}</label>)",
               question_.key, member, tick.value, attributes(part, remember(tick.value)),
               tick.text);
  }

  void add_statements() {
    if (std::ranges::all_of(question_.levels,
                            [](const LevelOption& level) { return level.statements.empty(); }))
      return;
    out_.add(R"(<details{}><summary>All the statements</summary><p>{}</p>)"
             R"(<input type="hidden" name="{}.statements" value="1">)",
             attributes(Part::statements_open),
             question_.sequential ? "A level includes all below it. Untick what is not so yet."
                                  : "Untick what is not so yet.",
             question_.key);
    for (std::size_t i = 0; i < question_.levels.size(); ++i) add_step(i);
    out_.add("</details>");
  }

  void add_step(std::size_t i) {
    const auto& level = question_.levels[i];
    if (level.statements.empty()) return;
    out_.add(R"(<div class="ts-step ts-{}"><h3 data-l="{}">{}</h3>)",
             shade(i, question_.levels.size()), level.letter, level.name);
    add_ticks("holds", Part::ticked, level.statements);
    out_.add("</div>");
  }

  void add_lists() {
    if (question_.lists.empty()) return;
    out_.add(R"(<input type="hidden" name="{}.lists" value="1">)", question_.key);
    for (const auto& list : question_.lists) {
      const auto first = static_cast<std::uint32_t>(choice_.values_.size());
      const auto end = first + static_cast<std::uint32_t>(list.items.size());
      out_.add(R"(<details{}><summary>Checklist: {}</summary>)",
               attributes(Part::list_open, first, end), list.title);
      add_ticks("items", Part::item_ticked, list.items);
      out_.add("</details>");
    }
  }

  const LevelQuestion& question_;
  LevelChoice& choice_;
  Stencil<Hole>& out_;
};

// Puts one answer into the holes.
struct LevelChoiceFiller {
  using Part = LevelChoice::Part;
  using Hole = LevelChoice::Hole;

  const LevelChoice& choice;
  const LevelAnswer& answer;

  const std::string& value(const Hole& hole) const { return choice.values_[hole.value]; }

  void attributes(const Hole& hole, Attributes& out) const {
    switch (hole.part) {
      case Part::section:
        out.set("class", answer.complaint.empty() ? "ts-theme" : "ts-theme ts-theme--error");
        if (!answer.save.empty()) out.set("data-save", answer.save);
        return;
      case Part::level_described:
        if (!answer.complaint.empty()) out.set("aria-describedby", choice.key_ + ".level-error");
        return;
      case Part::checked:
        return flag(out, "checked", answer.chosen == value(hole));
      case Part::ticked:
        return flag(out, "checked", !contains(answer.unticked, value(hole)));
      case Part::item_ticked:
        return flag(out, "checked", contains(answer.items, value(hole)));
      case Part::statements_open:
        return flag(out, "open", !answer.unticked.empty() || !answer.complaint.empty());
      case Part::list_open:
        return flag(out, "open", any_item(hole));
      default:
        return;
    }
  }

  void html(const Hole& hole, Html& out) const {
    switch (hole.part) {
      case Part::version:
        out.add(R"(<input type="hidden" name="{}.version" value="{}">)", choice.key_,
                answer.version);
        return;
      case Part::complaint:
        return add_complaint(out);
      case Part::last_time:
        return add_last_time(out, hole);
      case Part::not_my_job:
        if (choice.of_a_job_ || answer.chosen == not_my_job) choice.not_my_job_.fill(out, *this);
        return;
      case Part::advice:
        if (!answer.advice.empty()) out.add(R"(<p class="ts-advice">{}</p>)", answer.advice);
        return;
      case Part::note:
        return add_note(out);
      case Part::evidence:
        out.add(answer.evidence);
        return;
      default:
        return;
    }
  }

 private:
  static void flag(Attributes& out, AttributeName name, bool is) {
    if (is) out.set(name);
  }

  bool any_item(const Hole& list) const {
    if (answer.items.empty()) return false;
    const auto items =
        std::span(choice.values_).subspan(list.value, std::size_t{list.end} - list.value);
    return std::ranges::any_of(
        items, [&](const std::string& item) { return contains(answer.items, item); });
  }

  void add_last_time(Html& out, const Hole& hole) const {
    if (answer.last_time != value(hole)) return;
    if (answer.last_time_name.empty())
      out.add(R"( <span class="ts-then">Last time</span>)");
    else
      out.add(R"( <span class="ts-then">In {}</span>)", answer.last_time_name);
  }

  std::string_view offered_name() const {
    const auto found = std::ranges::find(choice.levels_, answer.offered, &LevelChoice::Name::value);
    return found == choice.levels_.end() ? answer.offered : std::string_view(found->name);
  }

  void add_complaint(Html& out) const {
    if (!answer.complaint.empty())
      out.add(error_message({.text = answer.complaint, .id = choice.key_ + ".level-error"}));
    if (answer.offered.empty()) return;
    out.add(
        R"(<p><button class="govuk-button govuk-button--secondary ts-offer" name="take" value="{}.{}">Take {} instead</button></p>)",
        choice.key_, answer.offered, offered_name());
  }

  void add_note(Html& out) const {
    Attributes open;
    flag(open, "open", !answer.note.empty() || !answer.note_complaint.empty());
    out.add(R"(<details{}><summary>Note to yourself</summary>)", open);
    Attributes described;
    const auto error = choice.key_ + ".note-error";
    const auto limit = choice.key_ + ".note-info";
    if (!answer.note_complaint.empty())
      out.add(error_message({.text = answer.note_complaint, .id = error}));
    const auto limited = choice.longest_note_ > 0;
    described.maybe("aria-describedby", joined({answer.note_complaint.empty() ? "" : error.c_str(),
                                                limited ? limit.c_str() : ""}));
    Attributes counted;
    if (limited)
      counted.set("data-module", "govuk-character-count")
          .set("data-maxlength", static_cast<std::int64_t>(choice.longest_note_));
    out.add(
        R"(<div{}><textarea class="govuk-textarea govuk-js-character-count" id="{}.note" name="{}.note" rows="3")"
        R"( aria-label="Note to yourself on {}"{}>{}{}</textarea>)",
        counted, choice.key_, choice.key_, choice.title_, described,
        answer.note.starts_with('\n') ? "\n" : "", answer.note);
    if (limited)
      out.add(
          R"(<div class="govuk-hint govuk-character-count__message" id="{}">Up to {} characters</div>)",
          limit, choice.longest_note_);
    out.add("</div></details>");
  }
};

LevelChoice::LevelChoice(const LevelQuestion& question)
    : key_(question.key),
      title_(question.title),
      of_a_job_(question.of_a_job),
      longest_note_(question.longest_note) {
  LevelChoiceMaker(question, *this).make();
}

void LevelChoice::add_to(Html& out, const LevelAnswer& answer) const {
  whole_.fill(out, LevelChoiceFiller{*this, answer});
}

}  // namespace touchstone::look
