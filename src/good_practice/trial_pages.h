#pragma once
#include <expected>

#include "good_practice/item_pages.h"
#include "platform/json/described.h"

// Those who try something: they begin, ask for support, and report.
namespace touchstone::good_practice {

http::Response try_item(sql::Write& write, const http::Request& request,
                        const ListedPractice& listed);
http::Response ask_adviser(sql::Write& write, const http::Request& request,
                           const ListedPractice& listed);

// The {question} of the address, put to the visitor. 404 for everybody else.
class AskedQuestion {
 public:
  AskedQuestion(AskedQuestion&&) = default;
  const Question& question() const { return question_; }
  const SeenPractice& seen() const { return seen_; }

  friend std::expected<AskedQuestion, http::Response> asked_question(sql::Read&,
                                                                     const http::Request&,
                                                                     http::Verb);

 private:
  AskedQuestion(Question question, SeenPractice seen)
      : question_(std::move(question)), seen_(std::move(seen)) {}
  Question question_;
  SeenPractice seen_;
};
std::expected<AskedQuestion, http::Response> asked_question(sql::Read& read,
                                                            const http::Request& request,
                                                            http::Verb verb);
http::Response answer_question(sql::Write& write, const http::Request& request,
                               const AskedQuestion& asked);

// The {trial} of the address, which is the visitor's own. 404 for everybody else.
class OwnTrial {
 public:
  OwnTrial(OwnTrial&&) = default;
  const Trial& trial() const { return trial_; }
  const Practice& practice() const { return practice_; }
  const Viewer& viewer() const { return viewer_; }

  friend std::expected<OwnTrial, http::Response> own_trial(sql::Read&, const http::Request&,
                                                           http::Verb);

 private:
  OwnTrial(Trial trial, Practice practice, Viewer viewer)
      : trial_(std::move(trial)), practice_(std::move(practice)), viewer_(std::move(viewer)) {}
  Trial trial_;
  Practice practice_;
  Viewer viewer_;
};
std::expected<OwnTrial, http::Response> own_trial(sql::Read& read, const http::Request& request,
                                                  http::Verb verb);
http::Response show_trial(sql::Read& read, const http::Request& request, const OwnTrial& own);
// A version of its own becomes a new item that waits for the validators, with its parent (E-20).
http::Response report_trial(sql::Write& write, const http::Request& request, const OwnTrial& own);
std::string trial_schema(json::Components& components);

}  // namespace touchstone::good_practice
