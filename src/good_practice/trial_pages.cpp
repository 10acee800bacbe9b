#include "good_practice/trial_pages.h"

#include <algorithm>

#include "good_practice/address_parts.h"
#include "good_practice/trial_page.h"
#include "platform/http/deed.h"
#include "platform/http/whole_text.h"

namespace touchstone::good_practice {
namespace shape {

struct TrialShown {
  std::string id;
  std::string practice;
  std::string title;
  std::string place;
  Date since;
  std::optional<Date> follow_up_on;
  std::optional<Date> reported_on;
  std::string outcome;
  std::string again;  // "yes", "no", "too_early"
  std::string report;
  std::string difference;
  std::optional<std::string> variation;  // where the version of its own is
  std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(TrialShown, (),
                      (id, practice, title, place, since, follow_up_on, reported_on, outcome, again,
                       report, difference, variation, version))

}  // namespace shape

namespace {

http::Response told_trial(const http::Request& request, const OwnTrial& own, const Trial& trial,
                          int status) {
  return http::json(
      status,
      json::text_of(shape::TrialShown{
          to_text(trial.id), to_text(trial.practice), own.practice().title, trial.place,
          trial.since, trial.follow_up_on, trial.reported_on, std::string(to_text(trial.outcome)),
          std::string(to_text(trial.again)), trial.report, std::string(to_text(trial.difference)),
          trial.variation ? std::optional(practice_url(request, *trial.variation).text())
                          : std::nullopt,
          trial.version}));
}

struct TypedReport {
  Trial trial{};
  std::string changed{};  // what changed for learners, of a version of its own
  Complaints complaints{};
};

TypedReport read_report(const http::Request& request, const OwnTrial& own) {
  TypedReport typed{.trial = own.trial(), .complaints = request.body_complaints};
  http::Reader reader(request.fields, typed.complaints);
  auto& trial = typed.trial;
  const auto text = [&](const char* name) { return http::whole_text(reader, request, name); };
  trial.outcome = outcome_from_text(text("outcome")).value_or(Outcome::none_yet);
  trial.difference = difference_from_text(text("difference")).value_or(Difference::not_said);
  trial.report = text("report");
  typed.changed = text("changed");
  trial.again = again_from_text(text("again")).value_or(Again::not_said);
  trial.version = reader.version("version");
  trial.reported_on = request.visitor.today;
  typed.complaints.add(complaints_about_report(trial));
  if (trial.difference == Difference::own_version && typed.changed.empty())
    typed.complaints.add("changed", "Say what changed for learners, for the version of its own.");
  return typed;
}

// What was reported, as an item of its own that waits (E-20).
Practice variation_of(sql::Read& read, const http::Request& request, const OwnTrial& own,
                      const TypedReport& typed) {
  const auto& parent = own.practice();
  Practice variation{.id = Id<Practice>::fresh(),
                     .title = title_from(typed.trial.report),
                     .did = typed.trial.report,
                     .changed = typed.changed,
                     .place = typed.trial.place,
                     .theme = parent.theme,
                     .subject = parent.subject,
                     .source = Source::own_teaching};
  variation.finder = own.viewer().person();
  variation.tutor = variation.finder;
  const auto teams =
      people::teams_of(read, own.viewer().here(), own.viewer().person(), request.visitor.today);
  if (!teams.empty()) variation.team = teams.front();
  variation.parent = parent.id;
  variation.recorded_at = request.visitor.moment();
  variation.waiting_since = request.visitor.today;
  return variation;
}

http::Response refuse_report(sql::Read&, const http::Request& request, const OwnTrial& own,
                             const Complaints& complaints, int status) {
  if (request.json)
    return status == 409 ? http::refused(409, complaints.begin()->message)
                         : http::refused(complaints);
  return http::page(status, trial_page(request, own, complaints));
}

Question read_question(sql::Read& read, const http::Request& request, const ListedPractice& listed,
                       Complaints& complaints) {
  http::Reader reader(request.fields, complaints);
  Question question{.id = Id<Question>::fresh(),
                    .practice = listed.seen().practice().id,
                    .asked_by = listed.person(),
                    .text = reader.required_text("text", longest_text, "Write your question."),
                    .asked_at = request.visitor.moment()};
  const auto adviser = Id<people::Person>::from_text(reader.text("adviser", 40));
  const auto offered = advisers(read, listed.seen().viewer().workspace(), request.visitor.today);
  if (adviser && *adviser != listed.person() &&
      std::ranges::find(offered, *adviser, &people::Person::id) != offered.end())
    question.adviser = *adviser;
  else
    complaints.add("adviser", "Choose whom you want to ask.");
  return question;
}

// With what was typed now, so that it is not lost.
std::string reported_before(const http::Request& request) {
  std::string sentence = "You have reported on this already. Your report stays as it is.";
  for (const auto* name : {"report", "changed"})
    if (const auto typed = request.fields.text(name); !typed.empty())
      sentence.append(" What you typed now: “").append(typed).append("”.");
  return sentence;
}

}  // namespace

std::string trial_schema(json::Components& components) {
  return json::schema_of<shape::TrialShown>(components);
}

http::Response try_item(sql::Write& write, const http::Request& request,
                        const ListedPractice& listed) {
  Complaints complaints = request.body_complaints;
  http::Reader reader(request.fields, complaints);
  const auto today = request.visitor.today;
  Trial trial{.id = Id<Trial>::fresh(),
              .practice = listed.seen().practice().id,
              .person = listed.person(),
              .place = http::whole_text(reader, request, "place")};
  trial.since = reader.date("since").value_or(today);
  trial.follow_up_on = reader.date("follow_up_on");
  complaints.add(complaints_about(trial, today));
  if (owner_of(listed.seen().practice()) == listed.person())
    complaints.add("place", "This is your own. Somebody else may try it.");
  if (!complaints.empty())
    return item_refused(write, request, listed.seen(), {"trial", complaints});
  begin_trial(write, listed.listed(), trial, request.visitor.moment());
  return item_answer(write, request, trial.practice, 201, "It is noted that you try this.");
}

http::Response ask_adviser(sql::Write& write, const http::Request& request,
                           const ListedPractice& listed) {
  Complaints complaints = request.body_complaints;
  const auto question = read_question(write, request, listed, complaints);
  if (!complaints.empty())
    return item_refused(write, request, listed.seen(), {"question", complaints});
  ask(write, listed.listed(), question);
  return item_answer(write, request, question.practice, 201, "Your question is asked.");
}

std::expected<AskedQuestion, http::Response> asked_question(sql::Read& read,
                                                            const http::Request& request,
                                                            http::Verb verb) {
  const auto who = viewer(read, request, verb);
  if (!who) return std::unexpected(who.error());
  const auto id = Id<Question>::from_text(request.parameter("question"));
  auto found = id ? question(read, who->workspace(), *id) : std::nullopt;
  if (!found || found->adviser != who->person()) return std::unexpected(http::not_found());
  auto there = request;
  there.parameters.emplace_back("practice", to_text(found->practice));
  auto seen = seen_practice(read, there, verb);
  if (!seen) return std::unexpected(seen.error());
  return AskedQuestion(*std::move(found), *std::move(seen));
}

http::Response answer_question(sql::Write& write, const http::Request& request,
                               const AskedQuestion& asked) {
  Complaints complaints = request.body_complaints;
  http::Reader reader(request.fields, complaints);
  const auto text = reader.required_text("answer", longest_text, "Write your answer.");
  if (!complaints.empty())
    return item_refused(write, request, asked.seen(),
                        {"answer-" + to_text(asked.question().id), complaints});
  answer(write, asked.question(), text, request.visitor.moment());
  return item_answer(write, request, asked.question().practice, 200, "Your answer is given.");
}

std::expected<OwnTrial, http::Response> own_trial(sql::Read& read, const http::Request& request,
                                                  http::Verb verb) {
  auto who = viewer(read, request, verb);
  if (!who) return std::unexpected(who.error());
  const auto id = Id<Trial>::from_text(request.parameter("trial"));
  auto found = id ? trial(read, who->workspace(), *id) : std::nullopt;
  if (!found || found->person != who->person()) return std::unexpected(http::not_found());
  auto item = practice(read, who->workspace(), found->practice);
  if (!item) return std::unexpected(http::not_found());
  item->title = title_for_all(read, who->workspace(), item->id);
  return OwnTrial(*std::move(found), *std::move(item), *std::move(who));
}

http::Response show_trial(sql::Read&, const http::Request& request, const OwnTrial& own) {
  if (request.json) return told_trial(request, own, own.trial(), 200);
  return http::page(trial_page(request, own, {}));
}

http::Response report_trial(sql::Write& write, const http::Request& request, const OwnTrial& own) {
  if (own.trial().reported_on) return http::refused(422, reported_before(request));
  auto typed = read_report(request, own);
  if (!typed.complaints.empty()) return refuse_report(write, request, own, typed.complaints, 422);
  if (typed.trial.difference == Difference::own_version) {
    const auto variation = variation_of(write, request, own, typed);
    add(write, variation);
    typed.trial.variation = variation.id;
  }
  if (!report(write, typed.trial)) {
    typed.complaints.add("", "This was reported elsewhere since you opened it.");
    return refuse_report(write, request, own, typed.complaints, 409);
  }
  if (request.json) {
    const auto kept = trial(write, own.viewer().workspace(), typed.trial.id);
    return told_trial(request, own, *kept, 200);
  }
  if (typed.trial.variation)
    return http::said(http::see_other(practice_url(request, *typed.trial.variation)), request,
                      "Your report is saved. Your version is with the quality team: others see it "
                      "once it is validated.");
  return http::said(http::see_other(trial_url(request, typed.trial.id)), request,
                    "Your report is saved.");
}

}  // namespace touchstone::good_practice
