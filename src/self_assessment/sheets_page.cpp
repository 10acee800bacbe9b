#include "self_assessment/sheets_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "look/button.h"
#include "look/details.h"
#include "look/form.h"
#include "look/input.h"
#include "look/pagination.h"
#include "look/radios.h"
#include "look/table.h"
#include "look/tag.h"
#include "look/words.h"
#include "self_assessment/address_parts.h"
#include "self_assessment/due_view.h"
#include "self_assessment/frame_parts.h"
#include "self_assessment/institution_parts.h"

namespace touchstone::self_assessment {
namespace {

Html link_to(const Url& to, std::string_view words) {
  return html(R"(<a class="govuk-link" href="{}">{}</a>)", to, words);
}

Html state_of(const http::Request& request, const Counted& counted) {
  if (counted.sheet.finished())
    return html("Finished {}", to_words(date_in(*counted.sheet.finished_at, request.visitor.zone)));
  return look::tag(
      {.text = fmt::format("{} of {} done", counted.result.answered, counted.result.rows.size()),
       .classes = "govuk-tag--yellow"});
}

std::string overall_of(const Counted& counted) {
  if (!counted.result.band) return "–";
  return counted.content->band_name(*counted.result.band);
}

// Whether the sheets of one maker are made with several standards, so that their names alone do not
// tell them apart.
bool are_of_several_standards(const std::vector<Counted>& sheets) {
  return std::ranges::any_of(sheets, [&](const Counted& counted) {
    return counted.content->title != sheets.front().content->title;
  });
}

// Its name, what it was made with where that varies, and whom it is shown to.
Html name_of(const http::Request& request, const SheetsView& view, const Counted& counted) {
  const auto& sheet = counted.sheet;
  auto name = link_to(sheet_url(request, sheet.id), sheet.name);
  if (are_of_several_standards(view.sheets))
    name.add(R"(<br><span class="app-quiet">{}</span>)", counted.content->title);
  if (const auto found = view.readers.find(sheet.id.value); found != view.readers.end())
    name.add(R"(<br><span class="app-quiet">Shown to {}</span>)",
             fmt::format("{}", fmt::join(found->second, ", ")));
  return name;
}

Html sheets_table(const http::Request& request, const SheetsView& view) {
  look::Table table{.caption = "Your score sheets, newest first",
                    .caption_classes = "govuk-table__caption--m",
                    .head = {{.text = "Score sheet"},
                             {.text = "State"},
                             {.text = "Points", .format = "numeric"},
                             {.text = "Overall level"}},
                    .rows = {},
                    .first_cell_is_header = true,
                    .stacks = true};
  for (const auto& counted : view.sheets)
    table.rows.push_back(
        {{.text = name_of(request, view, counted)},
         {.text = state_of(request, counted)},
         {.text = counted.result.adds_up ? std::to_string(counted.result.total) : std::string("–"),
          .format = "numeric"},
         {.text = overall_of(counted)}});
  return html(
      R"(<div class="ts-scroll" role="region" tabindex="0" aria-label="Your score sheets">{}</div>)",
      look::table(table));
}

// In points, or by the name of the level where nothing is added up.
std::string how_high(const Counted& counted, const Row& row) {
  if (counted.result.adds_up) return std::to_string(row.points);
  const auto& content = *counted.content;
  return words_of(row.state, row.level, content.scale_of(*content.element(row.theme)),
                  counted.sheet.voice);
}

// Rows are themes, columns sheets of oneself, oldest first: how each theme went over time (C-19).
Html over_time(const std::vector<Counted>& all) {
  std::vector<Counted> sheets;
  std::ranges::copy_if(all, std::back_inserter(sheets), [](const Counted& counted) {
    return counted.sheet.subject_team.value.empty();
  });
  if (sheets.size() < 2) return {};
  const auto shown = std::min<std::size_t>(sheets.size(), 4);
  look::Table table{.caption = "Each theme over time",
                    .caption_classes = "govuk-table__caption--m",
                    .head = {{.text = "Theme"}},
                    .rows = {},
                    .first_cell_is_header = true,
                    .classes = "app-over-time",
                    .stacks = true};
  for (auto i = shown; i-- > 0;)
    table.head.push_back({.text = sheets[i].sheet.name, .format = "numeric"});
  for (const auto& row : sheets.front().result.rows) {
    std::vector<look::TableCell> cells{{.text = row.title}};
    for (auto i = shown; i-- > 0;) {
      const auto& rows = sheets[i].result.rows;
      const auto then = std::ranges::find(rows, row.theme, &Row::theme);
      const auto judged = then != rows.end() && then->state != State::not_judged &&
                          then->state != State::not_my_job;
      cells.push_back(
          {.text = judged ? how_high(sheets[i], *then) : std::string("–"), .format = "numeric"});
    }
    table.rows.push_back(std::move(cells));
  }
  return html(
      R"(<div class="ts-scroll" role="region" tabindex="0" aria-label="Each theme over time">{}</div>)",
      look::table(table));
}

// What was used last, or the first.
std::string usual_choice(const std::vector<Counted>& sheets, const std::vector<Offered>& offered) {
  for (const auto& counted : sheets)
    if (std::ranges::find(offered, counted.content->address(), &Offered::address) != offered.end())
      return counted.content->address();
  return offered.empty() ? std::string() : offered.front().address;
}

// With its version, where another one is called the same or is a version of the same standard.
std::string told_apart(const Offered& offer, const std::vector<Offered>& offered) {
  const auto at = offer.address.find('@');
  const auto is_like_it = [&](const Offered& other) {
    return other.title == offer.title || other.address.starts_with(offer.address.substr(0, at + 1));
  };
  if (std::ranges::count_if(offered, is_like_it) < 2) return offer.title;
  return fmt::format("{}, version {}", offer.title, offer.address.substr(at + 1));
}

look::Radios choice_of(const std::vector<Offered>& offered, std::string_view legend,
                       std::string_view usual) {
  look::Radios radios{
      .name = "standard",
      .fieldset =
          look::Fieldset{.legend = {.text = legend, .classes = "govuk-fieldset__legend--s"}},
      .items = {},
      .value = std::string(usual)};
  for (const auto& offer : offered)
    radios.items.push_back(
        {.text = told_apart(offer, offered),
         .value = offer.address,
         .hint = {.text = offer.has_open ? std::string("You have one open: you go on with it.")
                                         : offer.summary}});
  return radios;
}

Html begin_form(const http::Request& request, const std::vector<Offered>& offered,
                std::string_view usual, std::string_view name, const Complaints& complaints) {
  auto radios = choice_of(offered, "Score yourself against", usual);
  radios.error_message.text = complaints.about("standard");
  look::Input input{.label = {.text = "Name of this score sheet"},
                    .name = "name",
                    .value = std::string(name),
                    .hint = {.text = "The term is enough."},
                    .classes = "govuk-input--width-20"};
  input.error_message.text = complaints.about("name");
  return look::form(
      request, sheets_url(request),
      html("{}{}{}", look::radios(radios), look::input(input), look::button({.text = "Start"})));
}

// With a sheet open one mostly wants to go on with it.
Html go_on(const http::Request& request, const Counted& open) {
  return html(
      R"(<h2 class="govuk-heading-m" id="new">{} is open</h2><p class="govuk-body">{}</p>{})",
      open.sheet.name, how_far(open.result),
      look::button({.text = fmt::format("Go on with {}", open.sheet.name),
                    .href = sheet_url(request, open.sheet.id)}));
}

Html what_to_do(const http::Request& request, const std::vector<Counted>& sheets,
                const std::vector<Offered>& offered, std::string_view name,
                const Complaints& complaints) {
  const auto open = std::ranges::find_if(sheets, [](const Counted& counted) {
    return counted.sheet.open() && counted.sheet.subject_team.value.empty();
  });
  const auto form = begin_form(request, offered, usual_choice(sheets, offered), name, complaints);
  if (open == sheets.end() || std::ranges::none_of(offered, &Offered::has_open))
    return html(R"(<h2 class="govuk-heading-m" id="new">Start a new score sheet</h2>{})", form);
  auto out = go_on(request, *open);
  if (offered.size() > 1)
    out.add(look::details(
        {.summary = "Start another score sheet", .text = form, .open = !complaints.empty()}));
  return out;
}

// By another standard than the one that the button names.
Html another_view(const http::Request& request, std::string_view organisation,
                  const std::vector<Offered>& others) {
  if (others.empty()) return {};
  auto radios =
      choice_of(others, fmt::format("Score the {} against", organisation), others.front().address);
  radios.id_prefix = "view-standard";
  const auto form =
      look::form(request, views_url(request),
                 html("{}{}", look::radios(radios),
                      look::button({.text = "Start", .classes = "govuk-button--secondary"})));
  return look::details(
      {.summary = fmt::format("Score the {} by another standard", organisation), .text = form});
}

// The organisation is scored in a sheet of its own (C-1, C-29): against what one scores oneself
// against, where that speaks of organisations too, or against another.
Html about_institution(const http::Request& request, const std::vector<Offered>& views) {
  if (views.empty()) return {};
  const auto usual = std::ranges::find_if(views, &Offered::of_people);
  const auto& offer = usual == views.end() ? views.front() : *usual;
  std::vector<Offered> others;
  std::ranges::copy_if(views, std::back_inserter(others),
                       [&](const Offered& other) { return other.address != offer.address; });
  const auto organisation = look::word(request.visitor.words, look::Term::organisation);
  return html(
      R"(<h2 class="govuk-heading-m">Score the {}</h2><p class="govuk-body">{}, in a score sheet )"
      R"(of its own: how you see the {}. Only you can see it.</p>{}{})",
      organisation, offer.of_people ? "The same themes" : told_apart(offer, views), organisation,
      look::form(request, views_url(request),
                 html(R"(<input type="hidden" name="standard" value="{}">{})", offer.address,
                      look::button({.text = fmt::format("Score the {}", organisation),
                                    .classes = "govuk-button--secondary"}))),
      another_view(request, organisation, others));
}

// What colleagues show: found again here after it was looked at.
Html shown_by_colleagues(const http::Request& request, const ShownPage& page) {
  if (page.shown.empty() && !page.next) return {};
  Html items, more;
  if (page.next)
    more = look::pagination(
        {.next = {.text = "Earlier ones",
                  .href = sheets_url(request).with("shown_after", text_of_end(*page.next))},
         .landmark_label = "More of what colleagues show to you"});
  for (const auto& each : page.shown)
    items.add("<li>{} <span class=\"app-quiet\">{}, {}</span></li>",
              link_to(each.where, fmt::format("{}: {}", each.maker, each.sheet)),
              each.of_whole ? "the whole score sheet" : "one theme",
              each.looked_at ? fmt::format("you looked on {}",
                                           to_words(date_in(*each.looked_at, request.visitor.zone)))
                             : std::string("new"));
  return html(R"(<h2 class="govuk-heading-m">Shown to you by colleagues</h2>)"
              R"(<ul class="govuk-list">{}</ul>{})",
              items, more);
}

}  // namespace

Html sheets_page(const http::Request& request, const SheetsView& view, std::string_view name_typed,
                 const Complaints& complaints) {
  const auto& [sheets, offered, views, shown, readers] = view;
  Html main;
  main.add(
      R"(<h1 class="govuk-heading-l">Score yourself</h1>)"
      R"(<p class="govuk-body-l">Only you can see your score sheets, until you share one.</p>)");
  main.add(what_to_do(request, sheets, offered, name_typed, complaints));
  if (!sheets.empty()) main.add(sheets_table(request, view));
  main.add(over_time(sheets));
  main.add(shown_by_colleagues(request, shown));
  main.add(about_institution(request, views));
  main.add(R"(<p class="govuk-body">{}</p>)", link_to(bin_url(request), "Your bin"));
  return framed(request,
                {.title = "Score yourself", .main = std::move(main), .complaints = complaints});
}

std::string text_of_end(const BinEnd& end) {
  return std::to_string(to_number(end.binned_at)) + "." + to_text(end.sheet);
}
std::string text_of_end(const sharing::ShareEnd& end) {
  return std::to_string(to_number(end.at)) + "." + to_text(end.share);
}

Html bin_page(const http::Request& request, const BinPage& page) {
  Html main;
  main.add(R"(<h1 class="govuk-heading-l">Your bin</h1>)"
           R"(<p class="govuk-body">Nothing here is counted. You can put back what you need. What )"
           R"(has been here for 30 days is deleted for good.</p>)");
  if (page.sheets.empty()) main.add(R"(<p class="govuk-body">The bin is empty.</p>)");
  for (const auto& sheet : page.sheets)
    main.add(
        R"(<div class="app-row"><p class="govuk-body"><b>{}</b><br>put here on {}, deleted after )"
        R"({}</p>{}</div>)",
        sheet.name, to_words(date_in(*sheet.binned_at, request.visitor.zone)),
        to_words(date_in(*sheet.binned_at + kept_in_bin, request.visitor.zone)),
        button_form(request, sheet_url(request, sheet.id, "restoration"), "Put back " + sheet.name,
                    "govuk-button--secondary"));
  if (page.next)
    main.add(look::pagination({.next = {.text = "Next score sheets",
                                        .href = url("/{}/bin", request.visitor.workspace_slug)
                                                    .with("after", text_of_end(*page.next))},
                               .landmark_label = "More of the bin"}));
  return framed(request,
                {.title = "Your bin", .main = std::move(main), .back = sheets_url(request)});
}

}  // namespace touchstone::self_assessment
