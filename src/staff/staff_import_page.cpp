#include "staff/staff_import_page.h"

#include "look/button.h"
#include "look/details.h"
#include "look/file_upload.h"
#include "look/form.h"
#include "look/inset_text.h"
#include "look/textarea.h"
#include "look/warning_text.h"
#include "platform/text.h"
#include "signin/signin.h"
#include "staff/address_parts.h"

namespace touchstone::staff {
namespace {

constexpr std::size_t longest_table_again = std::size_t{256} * 1024;  // bytes

Html what_a_file_looks_like() {
  return look::details(
      {.summary = {"What the file looks like"},
       .text = html(
           R"(<p class="govuk-body">A table saved as CSV, one person a line, at most {} people and 4 MB. )"
           R"(The first line names the columns:</p><ul class="govuk-list govuk-list--bullet">)"
           R"(<li><b>name</b>: the full name</li>)"
           R"(<li><b>email</b>: what they sign in with. People on the list are found by it</li>)"
           R"(<li><b>team</b>: its name, or its path as in “Hedgerow Learning / Osier Green library”. )"
           R"(Several are parted by |. Who has a team here leaves your other teams</li>)"
           R"(<li><b>role</b>: as “writer”, or “writer @ Construction” for another team. )"
           R"(Roles are given, never taken away</li>)"
           R"(<li><b>line manager</b>: an email address or a name</li></ul>)"
           R"(<p class="govuk-body">An empty cell changes nothing. Whoever is not in the file stays )"
           R"(as they are.</p>)",
           most_staff_rows)});
}

std::string place_of(const FileProblem& problem) {
  auto place = "Line " + std::to_string(problem.line);
  if (!problem.column.empty()) place += ", " + problem.column;
  return place;
}

Html problems_list(const StaffImport& import) {
  Html items;
  for (const auto& problem : import.problems)
    items.add(R"(<li><b>{}:</b> {}</li>)", place_of(problem), problem.message);
  const auto lines = import.count(Outcome::refused);
  return html(
      R"(<h2 class="govuk-heading-m" id="problems">{} must be put right first</h2>)"
      R"(<p class="govuk-body">Nothing was changed. Put it right here, or in the file, and send it again.</p>)"
      R"(<ul class="govuk-list govuk-list--bullet">{}</ul>)",
      counted(static_cast<std::int64_t>(lines), "line", "lines"), items);
}

Html people_of_import(const StaffImport& import, Outcome outcome) {
  Html items;
  for (const auto& line : import.lines) {
    if (line.outcome != outcome) continue;
    Html changes;
    for (const auto& change : line.changes) changes.add(R"(<div>{}</div>)", change);
    items.add(R"(<li class="app-person"><div>{}<br><span class="app-quiet">{}</span></div>)"
              R"(<div>{}</div></li>)",
              line.person.name, line.person.email, changes);
  }
  return html(R"(<ul class="govuk-list">{}</ul>)", items);
}

// A fold for each outcome; what changes somebody who is on the list already is open.
Html outcomes(const StaffImport& import) {
  Html out;
  const auto add = [&](Outcome outcome, std::string_view one, std::string_view many) {
    const auto n = static_cast<std::int64_t>(import.count(outcome));
    if (n == 0) return;
    out.add(look::details({.summary = {counted(n, one, many)},
                           .text = people_of_import(import, outcome),
                           .open = outcome != Outcome::unchanged && n <= 50}));
  };
  add(Outcome::changed, "person changes", "people change");
  add(Outcome::added, "new person", "new people");
  add(Outcome::unchanged, "person is on the list like this already",
      "people are on the list like this already");
  return out;
}

Html apply_form(const http::Request& request, const StaffImport& import) {
  Html fields = html(R"(<input type="hidden" name="digest" value="{}">)", import.digest);
  fields.add(look::button({.text = "Do this"}));
  return look::form(request, import_url(request, "completion"), fields);
}

// The table as it was sent, to be put right where it stands.
Html table_again(const http::Request& request, std::string_view table) {
  if (table.size() > longest_table_again) return {};
  Html fields = look::textarea({.label = {.text = "The table"},
                                .name = "text",
                                .value = std::string(table),
                                .rows = 8,
                                .spellcheck = false});
  fields.add(look::button({.text = "Look at what it changes"}));
  return look::form(request, import_url(request), fields, look::sends_files());
}

Html other_file_form(const http::Request& request) {
  return look::form(
      request, import_url(request, "removal"),
      look::button({.text = "Take another file", .classes = "govuk-button--secondary"}));
}

}  // namespace

std::string import_in_words(const StaffImport& import) {
  const auto part = [&](Outcome outcome, std::string_view one, std::string_view many) {
    return counted(static_cast<std::int64_t>(import.count(outcome)), one, many);
  };
  return part(Outcome::added, "person was added", "people were added") + ", " +
         part(Outcome::changed, "was changed", "were changed") + ", " +
         part(Outcome::unchanged, "was on the list like this already",
              "were on the list like this already") +
         ".";
}

Html import_form_page(const http::Request& request, const ImportFormView& view) {
  Html main;
  main.add(R"(<h1 class="govuk-heading-l">Many people at once</h1>)"
           R"(<p class="govuk-body">Send a table of people. You see what it would change before )"
           R"(anything does.</p>)");
  main.add(what_a_file_looks_like());
  Html fields = look::file_upload({.label = {.text = "A CSV file"},
                                   .name = "file",
                                   .error_message = {.text = view.complaints.about("file")}});
  fields.add(look::textarea({.label = {.text = "Or paste the table"},
                             .name = "text",
                             .value = view.typed,
                             .rows = 8,
                             .spellcheck = false,
                             .error_message = {.text = view.complaints.about("text")}}));
  fields.add(look::button({.text = "Look at what it changes"}));
  main.add(look::form(request, import_url(request), fields, look::sends_files()));
  main.add(R"(<p class="govuk-body"><a class="govuk-link" href="{}">The staff list as a file</a>, )"
           R"(to begin from.</p><p class="govuk-body"><a class="govuk-link" href="{}">Links for )"
           R"(new people</a>, on slips to print, when they are on the list.</p>)",
           file_url(request), invitations_url(request));
  auto page = signin::page_of(request, "Many people at once", std::move(main));
  page.complaints = view.complaints;
  page.back = list_url(request);
  return look::layout(page);
}

Html import_page(const http::Request& request, const ImportView& view) {
  const auto& import = view.import;
  Html main = html(R"(<h1 class="govuk-heading-l">What this file changes</h1>)");
  if (view.from_windows)
    main.add(look::warning_text(
        {.text = {"The file is not UTF-8 and was read as Windows-1252. Look whether names with "
                  "accents are right."}}));
  if (!import.may_be_applied())
    main.add(problems_list(import));
  else if (import.changes_something())
    main.add(R"(<p class="govuk-body">Nothing has been changed yet.</p>)");
  else
    main.add(look::inset_text({.text = {"The staff list is like this already: nothing changes."}}));
  if (!import.may_be_applied()) main.add(table_again(request, view.table));
  main.add(outcomes(import));
  if (import.may_be_applied() && import.changes_something()) main.add(apply_form(request, import));
  main.add(other_file_form(request));
  auto page = signin::page_of(request, "What this file changes", std::move(main));
  page.complaints = view.complaints;
  page.back = list_url(request);
  return look::layout(page);
}

}  // namespace touchstone::staff
