#include "app.h"

#include "evidence/evidence.h"
#include "good_practice/good_practice.h"
#include "heads_jobs.h"
#include "look/layout.h"
#include "people/people.h"
#include "self_assessment/self_assessment.h"
#include "sharing/sharing.h"
#include "staff/staff.h"
#include "standard/standard.h"

namespace touchstone {
namespace {

void offer_sections() {
  signin::offer({.segment = "", .words = "Your work"});
  signin::offer({.segment = "self-assessments", .words = "Score yourself"});
  signin::offer({.segment = "evidence", .words = "Evidence"});
  signin::offer({.segment = "ideas", .words = "Ideas that work"});
  signin::offer({.segment = "institution",
                 .words = "The college",
                 .council = "The council",
                 .verb = http::Verb::read_figures});
  signin::offer({.segment = "standards",
                 .words = "Standards",
                 .verb = http::Verb::keep_standards,
                 .to_members = true});
  signin::offer(
      {.segment = "staff-list", .words = "Staff list", .verb = http::Verb::keep_staff_list});
  signin::offer({.segment = "your-data", .words = "Your data"});
}

}  // namespace

App::App(sql::Database& database, const files::Place& files)
    : jobs(database), post_office(database), sightings_(database) {
  people::furnish_workspaces_with(standard::import_the_box);
  people::keep_personal_data_with(signin::personal_room());
  people::keep_personal_data_with(evidence::personal_room());
  people::keep_personal_data_with(sharing::personal_room());
  people::keep_personal_data_with(self_assessment::personal_room());
  people::keep_personal_data_with(good_practice::personal_room());

  offer_sections();

  signin::add_routes(routes);
  signin::add_jobs(jobs);
  for (const auto* own : {"", "self-assessments", "bin"}) signin::open_on_remembered_phones(own);
  staff::add_routes(routes);
  evidence::add_routes(routes);
  evidence::tidy_up_daily(jobs, files.storage);
  standard::add_routes(routes);
  self_assessment::add_routes(routes);
  self_assessment::empty_bins_daily(jobs);
  self_assessment::remind_of_targets_daily(jobs);
  self_assessment::add_jobs(jobs);
  good_practice::add_routes(routes);
  good_practice::remind_of_trials_daily(jobs);
  good_practice::mail_digests_daily(jobs);
  good_practice::tidy_withdrawn_daily(jobs);
  self_assessment::suggest_with(good_practice::suggest_practice);
  self_assessment::prove_with(good_practice::proven_practice);
  evidence::tell_uses_with(self_assessment::evidence_noun, self_assessment::tell_evidence_use);
  evidence::tell_uses_with(good_practice::evidence_noun, good_practice::tell_idea_use);
  evidence::fixed_with(good_practice::evidence_noun, good_practice::fixed_idea_file);
  evidence::changes_with(good_practice::evidence_noun, good_practice::note_idea_files);
  evidence::stays_after_erasure(good_practice::evidence_noun, good_practice::file_stays);
  self_assessment::also_due_from(good_practice::add_due_practice);

  signin::when_a_demo_clock_moves(self_assessment::show_by_demo_clock);
  signin::when_a_demo_clock_moves(self_assessment::remind_by_demo_clock);
  signin::when_a_demo_clock_moves(good_practice::remind_of_trials_by_demo_clock);
  signin::when_a_demo_clock_moves(good_practice::mail_digests_by_demo_clock);

  log_heads_daily(jobs);

  hooks.identify = [this](sql::Read& read, http::Request& request) {
    sightings_.identify(read, request);
  };
  hooks.refusal_page = look::refusal_page;
  hooks.figures = [this] {
    auto figures = post_office.figures();
    figures.merge(jobs.figures());
    return figures;
  };
}

}  // namespace touchstone
