#include "good_practice/good_practice.h"

#include "good_practice/digest_pages.h"
#include "good_practice/door_pages.h"
#include "good_practice/ideas_pages.h"
#include "good_practice/item_json.h"
#include "good_practice/item_pages.h"
#include "good_practice/meeting_pages.h"
#include "good_practice/merge_pages.h"
#include "good_practice/minutes_pages.h"
#include "good_practice/queue_pages.h"
#include "good_practice/record_pages.h"
#include "good_practice/register_pages.h"
#include "good_practice/stages_pages.h"
#include "good_practice/taken_off_pages.h"
#include "good_practice/trial_pages.h"
#include "good_practice/withdrawal_pages.h"
#include "platform/document/document.h"

namespace touchstone::good_practice {

using http::may;
using http::Verb;

namespace {

using http::date;
using http::truth;
using http::whole;

const http::BodyFields practice_fields{"did",
                                       "changed",
                                       "place",
                                       "subject",
                                       "found_in",
                                       "links",
                                       "consent",
                                       "theme",
                                       truth("stand_out"),
                                       "source",
                                       truth("named"),
                                       "tutor",
                                       "meeting",
                                       http::file("file"),
                                       http::list("kept"),
                                       http::list("asked"),
                                       truth("no_single_children"),
                                       truth("without_files")};

// What is changed: what the form said when it was opened, and files that are taken away.
const http::BodyFields change_fields{whole("version"),      http::list("taken_away"),
                                     "opened.did",          "opened.changed",
                                     "opened.place",        "opened.subject",
                                     "opened.found_in",     "opened.links",
                                     "opened.consent",      "opened.theme",
                                     "opened.source",       "opened.tutor",
                                     truth("opened.named"), truth("opened.stand_out"),
                                     "opened.state"};

// Documents and pictures, a few at a time: films come from those with an account.
constexpr http::Limits by_door{.files = most_bytes_by_door};

void add_item_routes(http::Routes& routes) {
  const auto found = may(Verb::visit, found_practice);
  const auto spread = may(Verb::visit, spread_practice);
  const auto listed = may(Verb::visit, listed_practice);
  routes.get("/{workspace}/ideas/{practice}", may(Verb::visit, seen_practice), show_item);
  routes.answers(item_schema);
  routes.get("/{workspace}/ideas/{practice}/form", found, show_change);
  routes.answers_as({"text/html"});
  routes.get("/{workspace}/ideas/{practice}/files/{file}", may(Verb::visit, seen_practice),
             send_idea_file);
  routes.answers_as({"*/*"});
  const auto post = [&](const std::string& pattern, auto may_do, auto handler,
                        http::BodyFields fields) {
    routes.post("/{workspace}/ideas/{practice}" + pattern, may_do, handler);
    routes.takes(std::move(fields));
    routes.answers(item_schema);
  };
  routes.post("/{workspace}/ideas/{practice}", found, evidence::take_files, change_practice,
              evidence::with_files);
  routes.takes(http::also(practice_fields, change_fields));
  routes.answers(item_schema);
  post("/withdrawal", found, withdraw_item, {});
  routes.lets_begin_again();
  post("/restoration", found, put_item_back, {});
  post("/colleague", found, show_to_colleague, {"email"});
  post("/colleague-removal", found, show_to_nobody, {});
  post("/naming", may(Verb::visit, seen_practice), change_naming, {truth("named")});
  post("/validation", may(Verb::visit, decided_practice), decide_item,
       {"decision", "reason", "moderation", "title", truth("share"), "into", "meeting",
        truth("confirmed"), whole("version")});
  post("/separation", may(Verb::visit, decided_practice), separate_item, {});
  post("/files/{file}/removal", may(Verb::visit, decided_practice), take_file_off, {});
  post("/sender-removal", may(Verb::visit, decided_practice), forget_sender, {});
  post("/sharings", spread, log_item_sharing,
       {"channel", "audience", date("shared_on"), "onward_of", "meeting"});
  routes.begins_once();
  post("/publicity", spread, change_publicity, {truth("public")});
  post("/impacts", spread, record_item_impact,
       {"changed", "scale", "evidence", "cpd", "theme", "meeting"});
  routes.begins_once();
  post("/trials", listed, try_item, {"place", date("since"), date("follow_up_on")});
  routes.begins_once();
  post("/questions", listed, ask_adviser, {"text", "adviser"});
  routes.begins_once();
}

void add_quality_team_routes(http::Routes& routes) {
  const auto keeper = may(Verb::visit, validator);
  const auto held = may(Verb::visit, held_meeting);
  routes.get("/{workspace}/ideas/waiting", keeper, show_waiting);
  routes.answers(waiting_schema);
  routes.get("/{workspace}/ideas/register", may(Verb::visit, register_reader), show_register);
  routes.answers(register_schema);
  routes.get("/{workspace}/ideas/digest", keeper, show_digest);
  routes.answers(digest_schema);
  routes.post("/{workspace}/ideas/digest", keeper, mail_digest);
  routes.takes({"month"});
  routes.answers(digest_schema);
  routes.post("/{workspace}/ideas/digest-choice", may(Verb::visit, viewer), choose_digest);
  routes.takes({truth("wanted")});
  routes.answers(digest_choice_schema);
  routes.get("/{workspace}/ideas/meetings", keeper, show_meetings);
  routes.answers(meetings_schema);
  routes.post("/{workspace}/ideas/meetings", keeper, begin_meeting);
  routes.begins_once();
  routes.takes({date("held_on"), "people"});
  routes.answers(meeting_schema);
  routes.get("/{workspace}/ideas/meetings/{meeting}", held, show_meeting);
  routes.answers(meeting_schema);
  routes.post("/{workspace}/ideas/meetings/{meeting}", held, change_meeting);
  routes.takes({date("held_on"), "people", "notes", whole("version")});
  routes.answers(meeting_schema);
  routes.get("/{workspace}/ideas/meetings/{meeting}/minutes.docx", held, minutes_as_word);
  routes.answers_as({document::media_type(document::Format::word)});
  routes.get("/{workspace}/ideas/meetings/{meeting}/minutes.pdf", held, minutes_as_pdf);
  routes.answers_as({document::media_type(document::Format::pdf)});
}

// Without an account: partners' managers by an address of theirs, and the feed.
void add_outside_routes(http::Routes& routes) {
  const auto keeper = may(Verb::visit, validator);
  const auto holder = may(Verb::visit, door_holder);
  routes.get("/{workspace}/ideas/partners", keeper, show_doors);
  routes.answers(doors_schema);
  routes.post("/{workspace}/ideas/partners", keeper, open_new_door);
  routes.takes({"label", whole("known")});
  routes.answers(doors_schema);
  routes.post("/{workspace}/ideas/partners/{door}/closing", keeper, close_one_door);
  routes.answers(doors_schema);
  routes.get("/{workspace}/ideas/send/{secret}", holder, show_door);
  routes.answers(sent_schema);
  routes.post("/{workspace}/ideas/send/{secret}", holder, take_sent_files, send_by_door, by_door);
  routes.takes({"did", "changed", "place", "links", truth("stand_out"), "name", "consent",
                http::file("file"), http::list("asked"), truth("no_single_children"),
                truth("without_files")});
  routes.answers(sent_schema);
  routes.get("/{workspace}/ideas/feed", may(Verb::visit, signin::anyone), show_feed);
  routes.answers_as({"application/atom+xml"});
}

}  // namespace

void add_routes(http::Routes& routes) {
  routes.get("/{workspace}/ideas", may(Verb::visit, viewer), show_ideas);
  routes.answers(ideas_schema);
  routes.post("/{workspace}/ideas", may(Verb::visit, viewer), evidence::take_files, record_new,
              evidence::with_files);
  routes.begins_once();
  routes.takes(practice_fields);
  routes.answers(item_schema);
  routes.get("/{workspace}/ideas/stages", may(Verb::visit, viewer), show_stages);
  routes.answers(stages_schema);
  routes.get("/{workspace}/ideas/new", may(Verb::visit, viewer), show_record);
  routes.answers_as({"text/html"});
  add_item_routes(routes);
  add_quality_team_routes(routes);
  add_outside_routes(routes);

  const auto trial = may(Verb::visit, own_trial);
  routes.get("/{workspace}/ideas/trials/{trial}", trial, show_trial);
  routes.answers(trial_schema);
  routes.post("/{workspace}/ideas/trials/{trial}", trial, report_trial);
  routes.takes({"outcome", "difference", "report", "changed", truth("again"), whole("version")});
  routes.answers(trial_schema);
  routes.post("/{workspace}/ideas/questions/{question}", may(Verb::visit, asked_question),
              answer_question);
  routes.takes({"answer"});
  routes.answers(item_schema);
}

}  // namespace touchstone::good_practice
