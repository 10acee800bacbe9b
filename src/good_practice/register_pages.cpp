#include "good_practice/register_pages.h"

#include <algorithm>

#include "good_practice/address_parts.h"
#include "good_practice/spreading_store.h"
#include "look/layout.h"
#include "platform/csv_text.h"
#include "platform/document/spreadsheet.h"
#include "signin/signin.h"

namespace touchstone::good_practice {
namespace shape {

struct Monitored {
  std::string idea;
  std::string title;
  std::string who;
  std::string place;
  Date since;
  std::optional<Date> follow_up_on;
  std::optional<Date> reported_on;
  std::string outcome;
  std::string again;
  std::string difference;
  std::string report;
  bool late;
};
BOOST_DESCRIBE_STRUCT(Monitored, (),
                      (idea, title, who, place, since, follow_up_on, reported_on, outcome, again,
                       difference, report, late))

struct Register {
  std::vector<Monitored> items;
};
BOOST_DESCRIBE_STRUCT(Register, (), (items))

}  // namespace shape

namespace {

std::string person_name(sql::Read& read, const Viewer& viewer, Id<people::Person> id) {
  const auto person = people::person(read, viewer.here(), id);
  return person ? person->name : std::string();
}

shape::Register register_of(sql::Read& read, const Viewer& viewer) {
  shape::Register all;
  std::map<Id<Practice>, std::optional<Listed>> known;
  for (const auto& trial : all_trials(read, viewer.workspace())) {
    if (!viewer.may_name(read, trial.person)) continue;
    auto item = known.find(trial.practice);
    if (item == known.end())
      item = known.emplace(trial.practice, listed_item(read, viewer.workspace(), trial.practice))
                 .first;
    if (!item->second) continue;
    const auto& practice = item->second->practice();
    const bool late = !trial.reported_on && trial.follow_up_on &&
                      days_between(*trial.follow_up_on, viewer.today()) > 0;
    all.items.push_back({to_text(practice.id), practice.title,
                         person_name(read, viewer, trial.person), trial.place, trial.since,
                         trial.follow_up_on, trial.reported_on, std::string(to_text(trial.outcome)),
                         std::string(to_text(trial.again)), std::string(to_text(trial.difference)),
                         trial.report, late});
  }
  return all;
}

std::string day_or_nothing(const std::optional<Date>& date) {
  return date ? to_iso(*date) : std::string();
}

std::string register_file(const shape::Register& all) {
  std::vector<std::vector<std::string>> rows{{"idea", "title", "who", "where", "since", "follow-up",
                                              "reported", "outcome", "again", "difference",
                                              "report"}};
  for (const auto& item : all.items)
    rows.push_back({item.idea, item.title, item.who, item.place, to_iso(item.since),
                    day_or_nothing(item.follow_up_on), day_or_nothing(item.reported_on),
                    item.outcome, item.again, item.difference, item.report});
  return csv_text(rows);
}

document::Spreadsheet register_sheet(const shape::Register& all) {
  document::Spreadsheet sheet{.name = "Ideas that work",
                              .columns = {{"Idea", 32},
                                          {"Who", 24},
                                          {"Where", 24},
                                          {"Since", 13},
                                          {"Report by", 13},
                                          {"Reported", 13},
                                          {"How it went", 24},
                                          {"Again?", 8},
                                          {"Report", 60}},
                              .rows = {}};
  for (const auto& item : all.items)
    sheet.rows.push_back(
        {item.title, item.who, item.place, std::optional(item.since), item.follow_up_on,
         item.reported_on,
         item.reported_on ? std::string(in_words(outcome_from_text(item.outcome).value())) : "",
         std::string(in_words(again_from_text(item.again).value())), item.report});
  return sheet;
}

std::string how_it_stands(const shape::Monitored& item) {
  if (item.reported_on)
    return std::string(in_words(outcome_from_text(item.outcome).value())) +
           (item.again == "yes"  ? "; would do it again"
            : item.again == "no" ? "; would not do it again"
                                 : "");
  if (!item.follow_up_on) return "No report yet";
  return (item.late ? "Late since " : "Report by ") + to_words(*item.follow_up_on);
}

Html register_rows(const http::Request& request, const shape::Register& all) {
  Html rows;
  for (const auto& item : all.items)
    rows.add(R"(<li class="app-person"><div><a class="govuk-link" href="{}">{}</a></div>)"
             R"(<div>{}{}<br><span class="app-quiet">since {}</span></div><div>{}</div></li>)",
             practice_url(request, Id<Practice>::from_text(item.idea).value()), item.title,
             item.who, item.place.empty() ? "" : ", " + item.place, to_words(item.since),
             how_it_stands(item));
  return html(R"(<ul class="govuk-list" id="register">{}</ul>)", rows);
}

}  // namespace

std::string register_schema(json::Components& components) {
  return json::schema_of<shape::Register>(components);
}

std::expected<RegisterReader, http::Response> register_reader(sql::Read& read,
                                                              const http::Request& request,
                                                              http::Verb verb) {
  auto who = viewer(read, request, verb);
  if (!who) return std::unexpected(who.error());
  if (who->validator() == nullptr && !who->heads_a_team())
    return std::unexpected(
        http::forbidden("The register is for the quality team, and for those who head a team."));
  return RegisterReader(*std::move(who));
}

http::Response show_register(sql::Read& read, const http::Request& request,
                             const RegisterReader& reader) {
  const auto all = register_of(read, reader.viewer());
  if (request.query.text("as") == "file") {
    http::Response file;
    file.type = "text/csv; charset=utf-8";
    file.body = register_file(all);
    file.headers.emplace_back(
        "Content-Disposition",
        "attachment; filename=\"" + request.visitor.workspace_slug + "-ideas.csv\"");
    return file;
  }
  if (request.query.text("as") == "spreadsheet")
    return document::download(register_sheet(all), request.visitor.workspace_slug + "-ideas");
  if (request.json) return http::json(json::text_of(all));
  Html main = html(
      R"(<h1 class="govuk-heading-l">Register</h1><p class="govuk-body">Who tries what, and how )"
      R"(it went. {} <a class="govuk-link" href="{}">This list as a spreadsheet (XLSX)</a>, )"
      R"(<a class="govuk-link" href="{}">as CSV</a></p>)",
      reader.viewer().validator() ? "You see all of it." : "You see those of your team.",
      ideas_url(request, "register").with("as", "spreadsheet"),
      ideas_url(request, "register").with("as", "file"));
  if (all.items.empty())
    main.add(R"(<p class="govuk-body">Nobody tries anything yet.</p>)");
  else
    main.add(register_rows(request, all));
  main.add(
      R"(<p class="govuk-body"><a class="govuk-link" href="{}">How far everybody’s ideas spread</a></p>)",
      ideas_url(request, "stages"));
  auto page = signin::page_of(request, "Register", std::move(main));
  page.back = ideas_url(request);
  return http::page(look::layout(page));
}

}  // namespace touchstone::good_practice
