#include "self_assessment/institution_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "look/details.h"
#include "look/inset_text.h"
#include "look/summary_list.h"
#include "look/table.h"
#include "look/words.h"
#include "platform/text.h"
#include "self_assessment/frame_parts.h"
#include "self_assessment/institution_parts.h"
#include "self_assessment/panel.h"

namespace touchstone::self_assessment {
namespace {

using look::Term;

struct Words {
  std::string organisation, colleagues, capital_colleagues;
  explicit Words(const http::Request& request)
      : organisation(look::word(request.visitor.words, Term::organisation)),
        colleagues(look::word(request.visitor.words, Term::colleagues)),
        capital_colleagues(look::capital(request.visitor.words, Term::colleagues)) {}

  std::string on_institution() const {
    return fmt::format("{} on the {}", capital_colleagues, organisation);
  }
  std::string on_themselves() const { return capital_colleagues + " on themselves"; }
};

// The gap in a sentence, where both sides of it are there to be seen.
std::string headline(const InstitutionView& view, const Words& words) {
  const auto* tutors = view.on_institution();
  if (!view.leaders || !view.leaders->result.adds_up || !tutors || !tutors->middle) return {};
  const auto leaders = view.leaders->result.total;
  const auto gap = leaders - *tutors->middle;
  const auto how_far = gap == 0 ? std::string("the same")
                                : fmt::format("{} {}", counted(std::abs(gap), "point", "points"),
                                              gap > 0 ? "lower" : "higher");
  return fmt::format("The leaders score the {} {}. The {}’ middle score for it is {}: {}.",
                     words.organisation, leaders, words.colleagues, *tutors->middle, how_far);
}

std::string about_leaders(const http::Request& request, const InstitutionView& view) {
  if (!view.leaders) return "Not judged yet.";
  const auto& [sheet, judgements, result, panel] = *view.leaders;
  auto overall = result.band ? view.content().band_name(*result.band) : std::string();
  if (result.adds_up)
    overall +=
        fmt::format("{}{} of {} points", overall.empty() ? "" : ": ", result.total, result.maximum);
  if (!overall.empty()) overall += ". ";
  return fmt::format("{}Judged by {}, finished on {}.", overall, names_in_one_line(panel),
                     to_words(date_in(*sheet.finished_at, request.visitor.zone)));
}

std::string about_people(const std::optional<Shown>& shown, const ShownTeam* team) {
  if (!shown) return "Nothing is shown before five people have finished.";
  if (!team) return "Not shown for this part: too few people, or the rest would be too few.";
  const bool pictured = team->middle || std::ranges::any_of(team->spreads, [](const auto& each) {
                          return each.half.has_value();
                        });
  return fmt::format(
      "{}{}, as on {}.{}", counted(team->people, "person", "people"),
      team->middle ? fmt::format(", middle score {}", *team->middle) : std::string(),
      to_words(shown->on),
      pictured ? "" : " Where they stand is shown from ten people on, here and in the rest.");
}

Html three_views(const http::Request& request, const InstitutionView& view, const Words& words) {
  look::SummaryList list;
  const auto add = [&](std::string_view who, const std::string& what) {
    list.rows.push_back({.key = {.text = who}, .value = {.text = what}});
  };
  if (!view.behind_border) add("Leaders’ judgement", about_leaders(request, view));
  if (view.asks_people())
    add(words.on_institution(), about_people(view.of_institution, view.on_institution()));
  if (view.speaks_of_people())
    add(words.on_themselves(), about_people(view.of_themselves, view.on_themselves()));
  if (const auto part = view.participation())
    add("Taking part",
        fmt::format("{} of {} {} have finished. Asked are those to whom the staff list gives the "
                    "role of a {}.",
                    part->finished, part->asked, words.colleagues,
                    in_words(people::Role::tutor, request.visitor.words)));
  return look::summary_list(list);
}

Html picture(const InstitutionView& view, const Words& words, std::string_view title,
             std::string_view theme, const standard::Scale& scale, SpreadRow leaders) {
  std::vector<SpreadRow> rows;
  if (!view.behind_border) rows.push_back(std::move(leaders));
  if (view.asks_people())
    rows.push_back(
        {.who = words.on_institution(), .spread = spread_in(view.on_institution(), theme)});
  if (view.speaks_of_people())
    rows.push_back(
        {.who = words.on_themselves(), .spread = spread_in(view.on_themselves(), theme)});
  return spread_table(title, scale, rows);
}

SpreadRow row_of_leaders(std::string level, bool not_theirs = false) {
  return {.who = "Leaders",
          .level = std::move(level),
          .nothing = not_theirs ? std::string(not_my_job_in_words(institution_voice))
                                : std::string("Not judged")};
}

// What is not part of the work has no place on the scale.
SpreadRow row_of_leaders(const InstitutionView& view, const standard::Element& element) {
  const auto* judged = view.leaders ? view.leaders->about(element.key) : nullptr;
  const bool not_theirs = judged && judged->state == State::not_my_job;
  return row_of_leaders(judged && !not_theirs ? answer_of(*judged) : std::string(), not_theirs);
}

// Where the bands of the whole are levels of a scale, they make a picture like a theme's.
Html whole_picture(const InstitutionView& view, const Words& words) {
  const auto& scale = view.content().scales.front();
  const auto is_of_scale = [&](const standard::Band& band) { return scale.level(band.level); };
  for (const auto voice : {institution_voice, std::string_view("person")})
    if (const auto& bands = view.content().bands(voice);
        bands.empty() || !std::ranges::all_of(bands, is_of_scale))
      return {};
  return picture(view, words, "Overall level", "", scale,
                 row_of_leaders(view.leaders ? view.leaders->result.band.value_or("") : ""));
}

Html pictures(const InstitutionView& view, const Words& words) {
  Html out = html(R"(<div class="ts-spreads">{})", whole_picture(view, words));
  for (const auto* element : view.content().elements())
    out.add(picture(view, words, element->title, element->key, view.content().scale_of(*element),
                    row_of_leaders(view, *element)));
  return out.add("</div>");
}

Html what_it_rests_on(const InstitutionView& view) {
  if (!view.leaders) return {};
  Html list;
  for (const auto* element : view.content().elements())
    if (const auto* judged = view.leaders->about(element->key); judged && !judged->note.empty())
      list.add(R"(<h3 class="govuk-heading-s">{}</h3><p class="govuk-body">{}</p>)", element->title,
               judged->note);
  return look::details({.summary = "What the leaders’ judgement rests on", .text = list});
}

Html which_team(const http::Request& request, const InstitutionView& view) {
  if (view.teams.size() < 2) return {};
  Html list;
  for (const auto& [team, name] : view.teams)
    if (team == view.sees.team())
      list.add(R"(<li><strong aria-current="true">{}</strong></li>)", name);
    else
      list.add(R"(<li class="ts-screen-only"><a class="govuk-link" href="{}">{}</a></li>)",
               institution_url(request, view.content()).with("team", to_text(team)), name);
  return html(R"(<h2 class="govuk-heading-s">Whose figures</h2>)"
              R"(<ul class="govuk-list app-teams">{}</ul>)",
              list);
}

// Where there is another: which one this is, and the way to the others.
Html which_standard(const http::Request& request, const InstitutionView& view) {
  if (view.others.empty() && view.former.empty()) return {};
  constexpr std::string_view withdrawn = " (withdrawn)";
  Html list = html(R"(<li><strong aria-current="true">{}{}</strong></li>)",
                   with_version(view.content()), view.sees.withdrawn() ? withdrawn : "");
  const auto add = [&](const standard::Published& other, std::string_view state) {
    list.add(R"(<li class="ts-screen-only"><a class="govuk-link" href="{}">{}{}</a></li>)",
             institution_url(request, *other.content), with_version(*other.content), state);
  };
  for (const auto& other : view.others) add(other, "");
  for (const auto& other : view.former) add(other, withdrawn);
  return html(R"(<h2 class="govuk-heading-s">Judged against</h2>)"
              R"(<ul class="govuk-list app-teams">{}</ul>)",
              list);
}

Html whether_withdrawn(const InstitutionView& view) {
  if (!view.sees.withdrawn()) return {};
  return look::inset_text(
      {.text = "This version is withdrawn. What was judged by it stays, and what was begun can be "
               "finished; nothing is judged by it anew."});
}

std::string counts_in(const standard::Scale& scale, const ShownSpread* spread) {
  if (!spread || spread->blocks.empty()) return "Not shown";
  std::string text;
  for (const auto& block : spread->blocks)
    text +=
        fmt::format("{}{} at {}", text.empty() ? "" : ", ", block.people, from_to(scale, block));
  return text;
}

Html how_many(const InstitutionView& view, const Words& words) {
  if (!view.asks_people()) return {};
  look::Table table{.caption = "How many stand where",
                    .caption_classes = "govuk-table__caption--s",
                    .head = {{.text = "Theme"}, {.text = words.on_institution()}},
                    .rows = {},
                    .first_cell_is_header = true,
                    .stacks = true};
  if (view.speaks_of_people()) table.head.push_back({.text = words.on_themselves()});
  for (const auto* element : view.content().elements()) {
    const auto& scale = view.content().scale_of(*element);
    table.rows.push_back(
        {{.text = element->title},
         {.text = counts_in(scale, spread_in(view.on_institution(), element->key))}});
    if (view.speaks_of_people())
      table.rows.back().push_back(
          {.text = counts_in(scale, spread_in(view.on_themselves(), element->key))});
  }
  const auto inside = html(
      R"(<p class="govuk-body">Neighbouring levels are counted together until five people stand )"
      R"(there. Where that leaves one number only, it is not shown.</p>)"
      R"(<div class="ts-scroll" role="region" tabindex="0" aria-label="How many stand where">{}</div>)",
      look::table(table));
  return look::details({.summary = "How many stand where", .text = inside});
}

// Why something is not there to see.
Html what_is_hidden(const InstitutionView& view, const Words& words) {
  if (!view.asks_people()) return {};
  const bool one_only = view.teams.size() < 2 && view.sees.team() == view.sees.root();
  const auto parts =
      one_only ? fmt::format(
                     "These are one figure for the whole {}: a part is not shown where it, or "
                     "what is left without it, would be fewer than five people.",
                     words.organisation)
               : std::string("A part is shown only where five or more are in it, and in the rest.");
  return look::inset_text(
      {.text = fmt::format(
           "{} No number here is about fewer than five people, nor can one be worked out by "
           "subtracting, from these figures or from earlier ones. Where the middle stands is shown "
           "from ten people on. Figures are brought up to date once "
           "a week at most, when five or more have come. Private score sheets count too; nobody "
           "can open one. How many take part is said for the whole only, on the same day as the "
           "figures: never who.",
           parts)});
}

// "U Urgent improvement, N Needs attention"; empty where a scale has no letters.
std::string letters_of(const standard::Scale& scale) {
  std::vector<std::string> letters;
  for (const auto& level : scale.levels)
    if (!level.letter.empty()) letters.push_back(fmt::format("{} {}", level.letter, level.name));
  return fmt::format("{}", fmt::join(letters, ", "));
}

std::string how_leaders_read(const InstitutionView& view) {
  if (view.behind_border) return {};
  std::vector<std::string> letters;
  for (const auto& scale : view.content().scales)
    if (auto of_one = letters_of(scale); !of_one.empty()) letters.push_back(std::move(of_one));
  return letters.empty()
             ? std::string("A filled cell is the leaders’ level. ")
             : fmt::format("A letter is the leaders’ level: {}. ", fmt::join(letters, "; or "));
}

std::string how_to_read(const InstitutionView& view, const Words& words) {
  auto text = how_leaders_read(view);
  if (view.asks_people())
    text += fmt::format("A bar is where at least half of the {} stand; the dot is the middle one.",
                        words.colleagues);
  return text;
}

// What leaders judge on the other side of a border is not among them.
std::string views_below_border(const InstitutionView& view, const Words& words) {
  if (!view.asks_people())
    return fmt::format("what the leaders of the whole {} judge, which is not shown here.",
                       words.organisation);
  const auto seen = fmt::format("how {} see the {}", words.colleagues, words.organisation);
  if (!view.speaks_of_people()) return seen + ".";
  return seen + ", and how they score themselves. Two views, never made into one.";
}

std::string which_views(const InstitutionView& view, const Words& words) {
  if (view.behind_border) return views_below_border(view, words);
  if (!view.asks_people()) return "what the leaders judge.";
  if (!view.speaks_of_people())
    return fmt::format(
        "what the leaders judge, and how {} see the {}. Two views, never made into one.",
        words.colleagues, words.organisation);
  return fmt::format(
      "what the leaders judge, how {} see the {}, and how they score themselves. Three views, "
      "never made into one.",
      words.colleagues, words.organisation);
}

}  // namespace

Html institution_page(const http::Request& request, const InstitutionView& view) {
  const Words words(request);
  const auto title = "The " + words.organisation;
  Html main;
  main.add(R"(<h1 class="govuk-heading-l">{}</h1>)", title);
  if (view.sees.team() != view.sees.root())
    main.add(R"(<p class="govuk-body-l">{}</p>)", view.team_name);
  main.add(R"(<p class="govuk-body">{}: {}</p>)", view.content().title, which_views(view, words));
  if (const auto sentence = headline(view, words); !sentence.empty())
    main.add(R"(<p class="ts-sentence"><strong>{}</strong></p>)", sentence);
  main.add(whether_withdrawn(view));
  main.add(which_standard(request, view));
  main.add(which_team(request, view));
  main.add(three_views(request, view, words));
  if (view.may_judge)
    main.add(R"(<p class="govuk-body"><a class="govuk-link" href="{}">Judge the {}</a></p>)",
             leaders_url(request, view.content()), words.organisation);
  main.add(what_is_hidden(view, words));
  main.add(R"(<h2 class="govuk-heading-m">Theme by theme</h2><p class="govuk-body">{}</p>)",
           how_to_read(view, words));
  main.add(pictures(view, words));
  main.add(how_many(view, words));
  main.add(what_it_rests_on(view));
  return framed(request, {.title = title, .main = std::move(main)});
}

}  // namespace touchstone::self_assessment
