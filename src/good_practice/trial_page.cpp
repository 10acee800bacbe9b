#include "good_practice/trial_page.h"

#include "good_practice/address_parts.h"
#include "good_practice/form_parts.h"
#include "look/button.h"
#include "look/form.h"
#include "look/layout.h"
#include "signin/signin.h"

namespace touchstone::good_practice {
namespace {

Html report_form(const http::Request& request, const OwnTrial& own, const Complaints& complaints) {
  const FormParts form("report", request, complaints);
  std::vector<look::RadiosItem> outcomes;
  for (const auto outcome : {Outcome::better, Outcome::no_difference, Outcome::stopped})
    outcomes.push_back({.text = in_words(outcome), .value = std::string(to_text(outcome))});
  std::vector<look::RadiosItem> differences;
  for (const auto difference : {Difference::none, Difference::small})
    differences.push_back(
        {.text = in_words(difference), .value = std::string(to_text(difference))});
  differences.push_back(
      {.text = in_words(Difference::own_version),
       .value = std::string(to_text(Difference::own_version)),
       .hint = {.text = "The quality team reads it as an idea of yours, which shows where it came "
                        "from."}});
  Html fields = form.radios("outcome", "How did it go?", std::move(outcomes));
  fields.add(form.lines("report", "What did you do, and what did you see?"));
  fields.add(form.radios("difference", "A small change, or worth sharing as its own version?",
                         std::move(differences)));
  fields.add(form.lines("changed", "For its own version: what changed for learners?", {},
                        "Leave this empty otherwise.", 3));
  std::vector<look::RadiosItem> agains;
  agains.reserve(every_again.size());
  for (const auto again : every_again)
    agains.push_back({.text = in_words(again), .value = std::string(to_text(again))});
  fields.add(form.radios("again", "Would you do it again?", std::move(agains)));
  fields.add(R"(<input type="hidden" name="version" value="{}">)", own.trial().version);
  fields.add(R"(<p class="govuk-body">You report once: what you send stays as it is.</p>)");
  fields.add(look::button({.text = "Send the report"}));
  return look::form(request, trial_url(request, own.trial().id), fields);
}

std::string_view again_in_words(Again again) {
  switch (again) {
    case Again::yes:
      return " You would do it again.";
    case Again::no:
      return " You would not do it again.";
    case Again::too_early:
      return " It is too early to say whether you would do it again.";
    case Again::not_said:
      break;
  }
  return "";
}

Html reported(const http::Request& request, const Trial& trial) {
  Html out = html(
      R"(<h2 class="govuk-heading-m">Your report</h2><p class="govuk-body">{}. {}.{} On {}.</p>)"
      R"(<p class="govuk-body app-note">{}</p>)",
      in_words(trial.outcome), in_words(trial.difference), again_in_words(trial.again),
      to_words(*trial.reported_on), trial.report);
  if (trial.variation)
    out.add(
        R"(<p class="govuk-body"><a class="govuk-link" href="{}">The version of its own</a></p>)",
        practice_url(request, *trial.variation));
  return out;
}

}  // namespace

Html trial_page(const http::Request& request, const OwnTrial& own, const Complaints& complaints) {
  const auto& trial = own.trial();
  const auto title = "You try: " + own.practice().title;
  Html main =
      html(R"(<h1 class="govuk-heading-l">{}</h1><p class="govuk-body">{}, since {}. )"
           R"(<a class="govuk-link" href="{}">Read it again</a></p>)",
           title, trial.place, to_words(trial.since), practice_url(request, trial.practice));
  main.add(trial.reported_on ? reported(request, trial) : report_form(request, own, complaints));
  auto page = signin::page_of(request, title, std::move(main));
  page.complaints = tied_to("report", complaints);
  page.back = ideas_url(request);
  return look::layout(page);
}

}  // namespace touchstone::good_practice
