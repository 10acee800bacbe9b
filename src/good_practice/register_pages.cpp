#include "good_practice/register_pages.h"

#include <limits>
#include <map>

#include "good_practice/address_parts.h"
#include "good_practice/spreading_store.h"
#include "look/layout.h"
#include "look/pagination.h"
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
  std::optional<std::string> next;  // the address of those before
};
BOOST_DESCRIBE_STRUCT(Register, (), (items, next))

}  // namespace shape

namespace {

constexpr std::int64_t read_at_once = 200;
constexpr std::size_t register_page_size = 50;

// Goes through all trials, and takes those whose people the reader may know. Each person and each
// item is looked up once.
class Reading {
 public:
  Reading(sql::Read& read, const http::Request& request, const Viewer& viewer)
      : read_(read), request_(request), viewer_(viewer) {}

  // From behind `after` on, until there are so many.
  shape::Register some(std::optional<TrialEnd> after, std::size_t at_most) {
    shape::Register list;
    while (true) {
      const auto trials = all_trials(read_, viewer_.workspace(), after, read_at_once);
      for (const auto& trial : trials) {
        auto line = line_of(trial);
        if (line && list.items.size() == at_most) {
          list.next = ideas_url(request_, "register").with("after", to_text(*after)).text();
          return list;
        }
        if (line) list.items.push_back(*std::move(line));
        after = TrialEnd{trial.since, trial.id};
      }
      if (std::ssize(trials) < read_at_once) return list;
    }
  }

 private:
  static std::string to_text(const TrialEnd& after) {
    return to_iso(after.since) + "." + touchstone::to_text(after.trial);
  }

  // Empty for somebody whom the reader may not know.
  const std::optional<std::string>& name_of(Id<people::Person> id) {
    if (const auto known = names_.find(id); known != names_.end()) return known->second;
    std::optional<std::string> name;
    if (viewer_.may_name(read_, id)) {
      const auto person = people::person(read_, viewer_.here(), id);
      name = person ? person->name : std::string();
    }
    return names_.emplace(id, std::move(name)).first->second;
  }

  const std::optional<Listed>& item_of(Id<Practice> id) {
    if (const auto known = items_.find(id); known != items_.end()) return known->second;
    return items_.emplace(id, listed_item(read_, viewer_.workspace(), id)).first->second;
  }

  std::optional<shape::Monitored> line_of(const Trial& trial) {
    const auto& name = name_of(trial.person);
    if (!name) return std::nullopt;
    const auto& item = item_of(trial.practice);
    if (!item) return std::nullopt;
    const auto& practice = item->practice();
    const bool late = !trial.reported_on && trial.follow_up_on &&
                      days_between(*trial.follow_up_on, viewer_.today()) > 0;
    return shape::Monitored{touchstone::to_text(practice.id),
                            practice.title,
                            *name,
                            trial.place,
                            trial.since,
                            trial.follow_up_on,
                            trial.reported_on,
                            std::string(good_practice::to_text(trial.outcome)),
                            std::string(good_practice::to_text(trial.again)),
                            std::string(good_practice::to_text(trial.difference)),
                            trial.report,
                            late};
  }

  sql::Read& read_;
  const http::Request& request_;
  const Viewer& viewer_;
  std::map<Id<people::Person>, std::optional<std::string>> names_;
  std::map<Id<Practice>, std::optional<Listed>> items_;
};

std::optional<TrialEnd> trial_asked_for(const http::Request& request) {
  const auto after = request.query.text("after");
  const auto dot = after.find('.');
  if (dot == after.npos) return std::nullopt;
  const auto since = date_from_iso(after.substr(0, dot));
  const auto trial = Id<Trial>::from_text(after.substr(dot + 1));
  return since && trial ? std::optional(TrialEnd{*since, *trial}) : std::nullopt;
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
                                          {"Done differently?", 24},
                                          {"Report", 60}},
                              .rows = {}};
  for (const auto& item : all.items)
    sheet.rows.push_back(
        {item.title, item.who, item.place, std::optional(item.since), item.follow_up_on,
         item.reported_on,
         item.reported_on ? std::string(in_words(outcome_from_text(item.outcome).value())) : "",
         std::string(in_words(again_from_text(item.again).value())),
         std::string(in_words(difference_from_text(item.difference).value())), item.report});
  return sheet;
}

std::string text_of(const document::Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  const auto& day = std::get<std::optional<Date>>(cell);
  return day ? to_iso(*day) : std::string();
}

// The same columns and words, whichever of the two files somebody takes.
std::string csv_of(const document::Spreadsheet& sheet) {
  std::vector<std::vector<std::string>> rows(1);
  for (const auto& column : sheet.columns) rows.front().push_back(column.title);
  for (const auto& cells : sheet.rows) {
    auto& row = rows.emplace_back();
    for (const auto& cell : cells) row.push_back(text_of(cell));
  }
  return csv_text(rows);
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
  if (!who->reads_register())
    return std::unexpected(
        http::forbidden("The register is for the quality team, and for those who head a team."));
  return RegisterReader(*std::move(who));
}

http::Response show_register(sql::Read& read, const http::Request& request,
                             const RegisterReader& reader) {
  const auto as = request.query.text("as");
  const bool whole = as == "file" || as == "spreadsheet";
  auto all = Reading(read, request, reader.viewer())
                 .some(whole ? std::nullopt : trial_asked_for(request),
                       whole ? std::numeric_limits<std::size_t>::max() : register_page_size);
  if (as == "file") {
    http::Response file;
    file.type = "text/csv; charset=utf-8";
    file.body = csv_of(register_sheet(all));
    file.headers.emplace_back(
        "Content-Disposition",
        "attachment; filename=\"" + request.visitor.workspace_slug + "-ideas.csv\"");
    return file;
  }
  if (as == "spreadsheet")
    return document::download(register_sheet(all), request.visitor.workspace_slug + "-ideas");
  if (request.json) return http::json(json::text_of(all));
  Html main = html(
      R"(<h1 class="govuk-heading-l">Register</h1><p class="govuk-body">Who tries what, and how )"
      R"(it went. {} <span class="ts-screen-only"><a class="govuk-link" href="{}">This list as a spreadsheet (XLSX)</a>, )"
      R"(<a class="govuk-link" href="{}">as CSV</a></span></p>)",
      reader.viewer().validator() ? "You see all of it." : "You see those of your team.",
      ideas_url(request, "register").with("as", "spreadsheet"),
      ideas_url(request, "register").with("as", "file"));
  if (all.items.empty())
    main.add(R"(<p class="govuk-body">Nobody tries anything yet.</p>)");
  else
    main.add(register_rows(request, all));
  if (all.next)
    main.add(look::pagination(
        {.next = {.text = "Those that began earlier", .href = Url::ours(*all.next).value()},
         .landmark_label = "More of the register"}));
  main.add(
      R"(<p class="govuk-body ts-screen-only"><a class="govuk-link" href="{}">How far everybody’s ideas spread</a></p>)",
      ideas_url(request, "stages"));
  auto page = signin::page_of(request, "Register", std::move(main));
  page.back = ideas_url(request);
  return http::page(look::layout(page));
}

}  // namespace touchstone::good_practice
