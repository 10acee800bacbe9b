#include "good_practice/item_json.h"

#include "good_practice/address_parts.h"
#include "good_practice/withdrawal.h"

namespace touchstone::good_practice {
namespace shape {

struct ItemDecision {
  std::string decision;
  std::string reason;
  std::string moderation;
  std::string by;
  Date on;
  std::optional<std::string> meeting;
  std::optional<Moment> undone_at;
};
BOOST_DESCRIBE_STRUCT(ItemDecision, (), (decision, reason, moderation, by, on, meeting, undone_at))

struct ItemSharing {
  std::string id;
  std::string channel;
  std::string audience;
  Date shared_on;
  std::optional<std::string> onward_of;
  std::optional<std::string> meeting;
};
BOOST_DESCRIBE_STRUCT(ItemSharing, (), (id, channel, audience, shared_on, onward_of, meeting))

struct ItemTrial {
  std::string who;
  std::string place;
  Date since;
  std::optional<Date> reported_on;
  std::string outcome;
  std::string again;
  std::string report;
  std::string difference;
  std::optional<std::string> location;  // of one's own
};
BOOST_DESCRIBE_STRUCT(ItemTrial, (),
                      (who, place, since, reported_on, outcome, again, report, difference,
                       location))

struct ItemQuestion {
  std::string id;
  std::string asked_by;
  std::string adviser;
  std::string text;
  std::string answer;
  std::string location;
};
BOOST_DESCRIBE_STRUCT(ItemQuestion, (), (id, asked_by, adviser, text, answer, location))

struct ItemImpact {
  std::string changed;
  std::string scale;
  std::string evidence;
  std::string cpd;
  std::string theme;
  Date on;
  std::optional<std::string> meeting;
};
BOOST_DESCRIBE_STRUCT(ItemImpact, (), (changed, scale, evidence, cpd, theme, on, meeting))

struct ItemRelative {
  std::string id;
  std::string title;
  int depth;
};
BOOST_DESCRIBE_STRUCT(ItemRelative, (), (id, title, depth))

struct ItemAdviser {
  std::string id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(ItemAdviser, (), (id, name))

struct ItemFile {
  std::string id;
  std::string name;
  std::string type;
  std::int64_t size;
  std::string location;
};
BOOST_DESCRIBE_STRUCT(ItemFile, (), (id, name, type, size, location))

struct Item {
  std::string id;
  std::string title;
  std::string did;
  std::string changed;
  std::string place;
  std::string theme;
  std::string subject;
  std::vector<std::string> links;
  std::vector<ItemFile> files;
  std::string source;
  std::string found_in;
  bool stand_out;
  std::string state;
  std::string stage;
  std::string by;
  bool named;
  bool in_public;
  std::optional<std::string> parent;
  std::optional<std::string> merged_into;
  std::vector<ItemRelative> family;
  std::vector<ItemDecision> decisions;
  std::vector<ItemSharing> sharings;
  int tried;
  int would_again;
  std::vector<ItemTrial> trials;
  std::vector<ItemQuestion> questions;
  std::vector<ItemAdviser> advisers;
  std::vector<ItemImpact> impacts;
  std::vector<std::string> shown_to;
  std::optional<Date> kept_until;  // of what was withdrawn
  std::vector<std::string> taken_over;
  std::int64_t version;
  std::string location;
};
BOOST_DESCRIBE_STRUCT(Item, (),
                      (id, title, did, changed, place, theme, subject, links, files, source,
                       found_in, stand_out, state, stage, by, named, in_public, parent, merged_into,
                       family, decisions, sharings, tried, would_again, trials, questions, advisers,
                       impacts, shown_to, kept_until, taken_over, version, location))

}  // namespace shape

namespace {

template <class Noun>
std::optional<std::string> id_or_null(const std::optional<Id<Noun>>& id) {
  return id ? std::optional(to_text(*id)) : std::nullopt;
}

void add_what_came(const http::Request& request, const SeenPractice& seen, const ItemView& view,
                   shape::Item& item) {
  const auto me = seen.viewer().person();
  for (const auto& trial : view.trials)
    item.trials.push_back(
        {view.name(trial.person), trial.place, trial.since, trial.reported_on,
         std::string(to_text(trial.outcome)), std::string(to_text(trial.again)), trial.report,
         std::string(to_text(trial.difference)),
         trial.person == me ? std::optional(trial_url(request, trial.id).text()) : std::nullopt});
  for (const auto& question : view.questions)
    item.questions.push_back({to_text(question.id), view.name(question.asked_by),
                              view.name(question.adviser), question.text, question.answer,
                              question_url(request, question.id).text()});
  for (const auto& adviser : view.advisers)
    item.advisers.push_back({to_text(adviser.id), adviser.name});
  for (const auto& impact : view.impacts)
    item.impacts.push_back({impact.changed, std::string(to_text(impact.scale)), impact.evidence,
                            impact.cpd, impact.theme, impact.made_on, id_or_null(impact.meeting)});
}

void add_course(const ItemView& view, shape::Item& item) {
  for (const auto& relative : view.family)
    item.family.push_back({to_text(relative.id), relative.title, relative.depth});
  for (const auto& decision : view.decisions)
    item.decisions.push_back({std::string(to_text(decision.verdict)), decision.reason,
                              decision.moderation, view.name(decision.made_by), decision.made_on,
                              id_or_null(decision.meeting), decision.undone_at});
  for (const auto& sharing : view.sharings)
    item.sharings.push_back({to_text(sharing.id), sharing.channel, sharing.audience,
                             sharing.shared_on, id_or_null(sharing.onward_of),
                             id_or_null(sharing.meeting)});
  for (const auto& share : view.shown_to) item.shown_to.push_back(view.name(share.audience));
}

// Whether the reader may know of that one.
bool is_in_family(const ItemView& view, Id<Practice> id) {
  for (const auto& relative : view.family)
    if (relative.id == id) return true;
  return false;
}

}  // namespace

std::string item_schema(json::Components& components) {
  return json::schema_of<shape::Item>(components);
}

std::string item_json(const http::Request& request, const SeenPractice& seen, const ItemView& view,
                      const std::vector<std::string>& taken_over) {
  const auto& practice = seen.practice();
  shape::Item item{
      .id = to_text(practice.id),
      .title = practice.title,
      .did = practice.did,
      .changed = practice.changed,
      .place = practice.place,
      .theme = practice.theme,
      .subject = practice.subject,
      .links = links_of(practice),
      .files = {},
      .source = std::string(to_text(practice.source)),
      .found_in = seen.viewer().validator() || seen.is_finder() ? practice.found_in : std::string(),
      .stand_out = practice.stand_out,
      .state = std::string(to_text(practice.state)),
      .stage = std::string(to_text(stage_of(seen.track()))),
      .by = view.by,
      .named = practice.named_at.has_value(),
      .in_public = practice.is_public,
      .parent = practice.parent && is_in_family(view, *practice.parent)
                    ? id_or_null(practice.parent)
                    : std::nullopt,
      .merged_into = view.merged_into ? std::optional(to_text(view.merged_into->id)) : std::nullopt,
      .family = {},
      .decisions = {},
      .sharings = {},
      .tried = seen.track().trials,
      .would_again = seen.track().would_again,
      .trials = {},
      .questions = {},
      .advisers = {},
      .impacts = {},
      .shown_to = {},
      .kept_until = practice.withdrawn_at
                        ? std::optional(date_in(*practice.withdrawn_at + kept_withdrawn,
                                                request.visitor.zone))
                        : std::nullopt,
      .taken_over = taken_over,
      .version = practice.version,
      .location = practice_url(request, practice.id).text()};
  for (const auto& piece : view.files)
    item.files.push_back({to_text(piece.id), piece.file->name, piece.file->type, piece.file->size,
                          file_url(request, practice.id, piece.id).text()});
  add_course(view, item);
  add_what_came(request, seen, view, item);
  return json::text_of(item);
}

}  // namespace touchstone::good_practice
