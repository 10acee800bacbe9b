#include "good_practice/opened_form.h"

#include <algorithm>

#include "good_practice/theme_view.h"
#include "platform/text.h"

namespace touchstone::good_practice {
namespace {

constexpr std::string_view opened_prefix = "opened.";
constexpr std::string_view opened_state = "opened.state";

std::string email_of(sql::Read& read, const Viewer& viewer, const Practice& practice) {
  if (!practice.tutor || practice.tutor == practice.finder) return {};
  const auto tutor = people::person(read, viewer.here(), *practice.tutor);
  return tutor ? tutor->email : std::string();
}

std::string yes_or_nothing(bool is_so) {
  return is_so ? "yes" : "";
}

std::string tick_in(std::string_view sent) {
  constexpr std::array ticked{"yes", "true", "on", "1"};
  return yes_or_nothing(std::ranges::find(ticked, sent) != ticked.end());
}

// Those that are sent under their names with that prefix.
Answers answers_sent(const http::Fields& fields, std::string_view prefix) {
  Answers answers;
  for (const auto& field : answer_fields) {
    const auto sent = fields.text(std::string(prefix).append(field.name));
    answers[std::string(field.name)] = field.tick ? tick_in(sent) : cleaned(sent);
  }
  return answers;
}

bool is_answer(std::string_view name) {
  return std::ranges::find(answer_fields, name, &AnswerField::name) != answer_fields.end();
}

std::optional<Answers> answers_opened(const http::Fields& fields) {
  const bool said = std::ranges::any_of(
      fields, [](const auto& field) { return field.name.starts_with(opened_prefix); });
  return said ? std::optional(answers_sent(fields, opened_prefix)) : std::nullopt;
}

// The form as it would be sent had it been opened just now.
http::Fields fields_of(const http::Fields& sent, const Answers& answers, const Answers& kept,
                       const Practice& practice) {
  http::Fields fields;
  for (const auto& [name, value] : sent)
    if (!is_answer(name) && !name.starts_with(opened_prefix) && name != "version")
      fields.add(name, value);
  for (const auto& [name, value] : answers)
    if (!value.empty()) fields.add(name, value);
  for (const auto& [name, value] : kept) fields.add(std::string(opened_prefix) + name, value);
  fields.add(std::string(opened_state), std::string(to_text(practice.state)));
  fields.add("version", std::to_string(practice.version));
  return fields;
}

std::string kept_in_words(sql::Read& read, const Viewer& viewer, const std::string& field,
                          const std::string& kept) {
  if (field == "stand_out" || field == "named")
    return kept.empty() ? "Elsewhere this was unticked." : "Elsewhere this was ticked.";
  if (field == "theme") return reads_elsewhere(theme_title(read, viewer.workspace(), kept));
  if (const auto source = field == "source" ? source_from_text(kept) : std::nullopt)
    return reads_elsewhere(in_words(*source));
  return reads_elsewhere(kept);
}

Html unseen(std::string_view name, std::string_view value) {
  return html(R"(<input type="hidden" name="{}" value="{}">)", name, value);
}

}  // namespace

Answers answers_of(sql::Read& read, const Viewer& viewer, const Practice& practice) {
  return {{"did", practice.did},
          {"changed", practice.changed},
          {"place", practice.place},
          {"source", std::string(to_text(practice.source))},
          {"theme", practice.theme},
          {"subject", practice.subject},
          {"tutor", email_of(read, viewer, practice)},
          {"found_in", practice.found_in},
          {"links", practice.links},
          {"consent", practice.consent},
          {"stand_out", yes_or_nothing(practice.stand_out)},
          {"named", yes_or_nothing(practice.named_at.has_value())}};
}

Html opened_fields(sql::Read& read, const http::Request& request, const Viewer& viewer,
                   const Practice& practice) {
  Html fields;
  if (request.method == http::Method::post) {
    for (const auto& [name, value] : request.fields)
      if (name.starts_with(opened_prefix)) fields.add(unseen(name, value.value_or("")));
    return fields;
  }
  for (const auto& [name, value] : answers_of(read, viewer, practice))
    fields.add(unseen(std::string(opened_prefix) + name, value));
  return fields.add(unseen(opened_state, to_text(practice.state)));
}

Beside beside_theirs(sql::Read& read, const http::Request& request, const FoundPractice& found) {
  const auto& viewer = found.seen().viewer();
  const auto& kept = found.practice();
  const auto theirs = answers_of(read, viewer, kept);
  const auto both =
      merged(answers_opened(request.fields), answers_sent(request.fields, {}), theirs);
  Beside beside{.request = request, .taken_over = both.taken_over};
  for (const auto& field : both.clashes)
    beside.clash.add(field, kept_in_words(read, viewer, field, theirs.at(field)));
  beside.sent_back = kept.state == State::returned &&
                     request.fields.text(opened_state) != to_text(State::returned);
  beside.request.fields = fields_of(request.fields, both.answers, theirs, kept);
  return beside;
}

}  // namespace touchstone::good_practice
