#include "good_practice/helping_view.h"

#include <fmt/format.h>

#include <algorithm>

#include "good_practice/address_parts.h"
#include "good_practice/decision_store.h"
#include "good_practice/gate_proof.h"
#include "good_practice/practice_store.h"
#include "good_practice/spreading_store.h"
#include "good_practice/theme_view.h"
#include "good_practice/withdrawal.h"
#include "platform/text.h"

namespace touchstone::good_practice {
namespace {

constexpr int days_of_news = 7;

void add_validators_due(sql::Read& read, const http::Request& request, const Uuid& workspace,
                        std::vector<self_assessment::Due>& dues) {
  const auto waiting = queue_of(read, workspace, {});
  if (waiting.empty()) return;
  dues.push_back({.what = counted(count_of_queue(read, workspace), "idea waits", "ideas wait") +
                          " for the quality team",
                  .detail = "The oldest since " + to_words(waiting.front().waiting_since) + ".",
                  .where = ideas_url(request, "waiting"),
                  .state = "To decide"});
}

void add_sent_back(sql::Read& read, const http::Request& request, const signin::Member& member,
                   std::vector<self_assessment::Due>& dues) {
  for (const auto& practice :
       recorded_by(read, member.workspace().value, member.person(), State::returned))
    dues.push_back({.what = "Sent back to you: " + practice.title,
                    .detail = "Read why, change it, and send it again.",
                    .where = practice_url(request, practice.id),
                    .state = "To change"});
}

// What they took back lately, and may want to put back.
void add_withdrawn(sql::Read& read, const http::Request& request, const signin::Member& member,
                   std::vector<self_assessment::Due>& dues) {
  for (const auto& practice : withdrawn_by(read, member.workspace().value, member.person())) {
    const auto on = date_in(*practice.withdrawn_at, request.visitor.zone);
    if (days_between(on, request.visitor.today) > days_of_news) continue;
    dues.push_back(
        {.what = "Withdrawn: " + practice.title,
         .detail =
             "You can put it back until " +
             to_words(date_in(*practice.withdrawn_at + kept_withdrawn, request.visitor.zone)) + ".",
         .where = practice_url(request, practice.id),
         .state = "Withdrawn"});
  }
}

// What the quality team decided about it, or when everybody found it, where that was the last.
struct News {
  Date on{};
  std::string_view what{};
  std::string_view detail{};
};

std::optional<News> news_of(sql::Read& read, const http::Request& request,
                            const Practice& practice) {
  const auto& workspace = request.visitor.workspace;
  const auto decision = standing_decision(read, workspace, practice.id);
  if (!decision) return std::nullopt;
  switch (practice.state) {
    case State::valid: {
      if (!is_listed(practice))
        return News{decision->made_on, "Validated", "Others find it once it is shared."};
      const auto noted = first_listed_at(read, workspace, practice.id);
      const auto listed_on = noted ? date_in(*noted, request.visitor.zone) : decision->made_on;
      return News{std::max(decision->made_on, listed_on), "Validated",
                  "Everybody here finds it now."};
    }
    case State::not_good_practice:
      return News{decision->made_on, "Decided about", "Read what the quality team says."};
    case State::merged:
      return News{decision->made_on, "Put together with another", "It is found there from now on."};
    default:
      return std::nullopt;
  }
}

// For a week; what was sent back stands above until it is sent again.
void add_news(sql::Read& read, const http::Request& request, const signin::Member& member,
              std::vector<self_assessment::Due>& dues) {
  const auto& workspace = member.workspace().value;
  for (const auto state : {State::valid, State::not_good_practice, State::merged})
    for (const auto& practice : recorded_by(read, workspace, member.person(), state)) {
      const auto news = news_of(read, request, practice);
      if (!news || days_between(news->on, request.visitor.today) > days_of_news) continue;
      dues.push_back({.what = fmt::format("{}: {}", news->what, practice.title),
                      .detail = std::string(news->detail),
                      .where = practice_url(request, practice.id),
                      .state = "News"});
    }
}

}  // namespace

std::optional<self_assessment::Suggestion> suggest_practice(sql::Read& read,
                                                            const http::Request& request,
                                                            const standard::Content& content,
                                                            std::string_view theme) {
  const auto& workspace = request.visitor.workspace;
  auto key = theme_key(content.key, theme);
  // Nobody needs to be told of their own.
  auto known = known_about(read, workspace, key, {request.visitor.person});
  if (known.wrote == 0 && !content.adapted_from.empty()) {
    key = key_to_choose(read, workspace, key);
    known = known_about(read, workspace, key, {request.visitor.person});
  }
  if (known.wrote == 0) return std::nullopt;
  auto sentence = counted(known.wrote, "colleague wrote down what works for them",
                          "colleagues wrote down what works for them");
  if (known.reported > 0) sentence += fmt::format("; {} tried it", known.tried);
  if (known.would_again > 0) sentence += fmt::format(", {} would do it again", known.would_again);
  return self_assessment::Suggestion{sentence + ".", ideas_url(request).with("theme", key)};
}

self_assessment::Proven proven_practice(sql::Read& read, const http::Request& request,
                                        const standard::Content& content) {
  const auto& workspace = request.visitor.workspace;
  auto impacts = impacts_for(read, workspace, content.key);
  if (!content.adapted_from.empty())
    std::ranges::move(impacts_for(read, workspace, parent_key_of(content)),
                      std::back_inserter(impacts));
  const auto elements = elements_by_theme(read, workspace, content);
  self_assessment::Proven proven;
  for (const auto& impact : impacts) {
    const auto element = elements.find(impact.theme);
    const auto item =
        element == elements.end() ? std::nullopt : listed_item(read, workspace, impact.practice);
    if (!item) continue;
    const auto& practice = item->practice();
    proven.emplace(element->second, self_assessment::ProvenIdea{
                                        practice.title, practice_url(request, practice.id),
                                        std::string(in_words(impact.scale)), impact.changed});
  }
  return proven;
}

void add_due_practice(sql::Read& read, const http::Request& request, const signin::Member& member,
                      std::vector<self_assessment::Due>& dues) {
  const auto& workspace = member.workspace().value;
  for (const auto& trial : trials_by(read, workspace, member.person()))
    if (const auto item = listed_item(read, workspace, trial.practice); item && !trial.reported_on)
      dues.push_back({.what = "You try: " + item->practice().title,
                      .detail = "Say how it goes.",
                      .due_on = trial.follow_up_on,
                      .where = trial_url(request, trial.id),
                      .begun = true});
  for (const auto& question : questions_to(read, workspace, member.person()))
    if (!question.answered_at)
      dues.push_back(
          {.what = "Somebody asks you for support",
           .detail = title_for_all(read, workspace, question.practice),
           // What was put together with another is answered there.
           .where = practice_url(request, where_it_stands(read, workspace, question.practice))
                        .at("questions"),
           .state = "New"});
  add_sent_back(read, request, member, dues);
  add_news(read, request, member, dues);
  add_withdrawn(read, request, member, dues);
  if (!request.visitor.remembered &&
      Validator::of(read, workspace, member.person(), request.visitor.today))
    add_validators_due(read, request, workspace, dues);
}

}  // namespace touchstone::good_practice
