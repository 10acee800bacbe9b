#include "signin/deputy_form.h"

#include <fmt/format.h>

#include <algorithm>

#include "look/button.h"
#include "look/form.h"
#include "look/input.h"
#include "platform/http/fields.h"

namespace touchstone::signin {

using http::Request;

namespace {

constexpr std::string_view already_named = "They are a deputy on some of these days already.";

// What was typed, where the browser can show it again.
std::string typed_again(const Request& request, const char* name, std::string_view type) {
  const auto typed = request.fields.text(name);
  return type == "date" && !date_from_iso(typed) ? std::string() : std::string(typed);
}

Html input_of(const Request& request, const char* name, std::string_view label,
              std::string_view hint, const char* type, const Complaints& complaints) {
  return look::input({.label = {.text = label},
                      .name = name,
                      .value = typed_again(request, name, type),
                      .type = type,
                      .hint = {.text = hint},
                      .error_message = {.text = complaints.about(name)},
                      .classes = "govuk-input--width-20"});
}

}  // namespace

std::string days_of(const people::Deputy& deputy) {
  if (deputy.since == deputy.until) return "on " + to_words(deputy.since);
  return fmt::format("from {} to {}", to_words(deputy.since), to_words(deputy.until));
}

Html deputy_row(const Request& request, std::string_view words, const Url& action,
                std::string_view button, std::string_view whom) {
  const auto label = html(R"({}<span class="govuk-visually-hidden"> {}</span>)", button, whom);
  return html(R"(<div class="app-row"><p class="govuk-body">{}</p>{}</div>)", words,
              look::form(request, action,
                         look::button({.text = label, .classes = "govuk-button--secondary"})));
}

TypedDeputy read_deputy(sql::Read& read, const Request& request, Id<people::Person> for_person) {
  TypedDeputy typed{.complaints = request.body_complaints};
  auto& [deputy, complaints] = typed;
  http::Reader reader(request.fields, complaints);
  const auto email = reader.text("deputy", http::any_length);
  const auto since = reader.date("since");
  const auto until = reader.date("until");
  if (!since && complaints.about("since").empty())
    complaints.add("since", "Enter the first day on which they act.");
  if (!until && complaints.about("until").empty())
    complaints.add("until", "Enter the last day on which they act.");
  const auto person = people::person_by_email(read, {request.visitor.workspace}, email);
  if (email.empty())
    complaints.add("deputy", "Enter the email address of a colleague.");
  else if (!person || person->state != people::State::active)
    complaints.add("deputy", "Nobody on the staff list has this email address.");
  else if (!person->account)
    complaints.add("deputy",
                   "They have never signed in here. Name somebody who has, or wait until they do.");
  if (!complaints.empty()) return typed;
  deputy = {.id = Id<people::Deputy>::fresh(),
            .person = person->id,
            .name = person->name,
            .for_person = for_person,
            .since = *since,
            .until = *until};
  complaints = complaints_about(deputy, request.visitor.today);
  const auto named =
      people::deputies_of(read, {request.visitor.workspace}, for_person, deputy.since);
  if (std::ranges::any_of(named, [&](const people::Deputy& each) {
        return each.person == deputy.person && each.since <= deputy.until;
      }))
    complaints.add("deputy", std::string(already_named));
  return typed;
}

Html deputy_list(const Request& request, const std::vector<people::Deputy>& deputies,
                 const EndingUrl& ending) {
  if (deputies.empty()) return html(R"(<p class="govuk-body">Nobody at present.</p>)");
  Html list;
  for (const auto& each : deputies)
    list.add("{}", deputy_row(request, fmt::format("{}, {}", each.name, days_of(each)),
                              ending(each.id), "End now", "the deputising of " + each.name));
  return list;
}

Html deputy_form(const Request& request, const Url& action, const Complaints& complaints) {
  Html fields = input_of(request, "deputy", "Who acts",
                         "The email address of somebody on the staff list.", "email", complaints);
  fields.add("{}", input_of(request, "since", "First day", "", "date", complaints));
  fields.add("{}",
             input_of(request, "until", "Last day", "A year later at most.", "date", complaints));
  fields.add("{}", look::button({.text = "Name as deputy"}));
  return look::form(request, action, fields);
}

}  // namespace touchstone::signin
