#include "self_assessment/demo_store.h"

#include <array>
#include <span>
#include <stdexcept>

#include "people/people.h"
#include "self_assessment/institution_proof.h"
#include "self_assessment/judgement_store.h"
#include "self_assessment/leaders_store.h"
#include "self_assessment/score_sheet_store.h"
#include "self_assessment/shared_thing.h"
#include "self_assessment/sheet_json.h"
#include "self_assessment/showing_store.h"
#include "self_assessment/target_store.h"
#include "sharing/sharing.h"
#include "standard/standard.h"

namespace touchstone::self_assessment {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using Points = std::array<int, 10>;  // -1: not judged
using SomePoints = std::span<const int>;

constexpr Date in_spring = year(2026) / month(3) / day(24);
constexpr Date lately = year(2026) / month(12) / day(8);

constexpr Date a_week_before = year(2026) / month(12) / day(1);
constexpr Date shown_on = year(2027) / month(1) / day(18);

constexpr Points spring{6, 4, 6, 4, 4, 4, 4, 4, 6, 4};
constexpr Points now_of_first{8, 6, 6, 6, 4, 6, 4, 6, 4, 4};
constexpr Points ten_minimums{2, 2, 2, 2, 2, 2, 2, 2, 2, 2};
constexpr Points half_done{6, 6, 4, 4, 6, -1, -1, -1, -1, -1};

// The tutors who have finished, besides the first and the new one.
constexpr std::array<Points, 9> others{{{6, 6, 4, 6, 6, 4, 4, 4, 4, 4},
                                        {8, 8, 6, 8, 6, 6, 6, 8, 6, 6},
                                        {4, 4, 4, 4, 6, 2, 4, 4, 2, 4},
                                        {6, 6, 6, 6, 6, 6, 4, 6, 4, 4},
                                        {8, 6, 8, 6, 8, 4, 6, 6, 4, 6},
                                        {4, 6, 4, 4, 4, 4, 2, 4, 4, 2},
                                        {10, 8, 8, 8, 8, 8, 6, 8, 6, 8},
                                        {6, 4, 6, 4, 6, 4, 4, 6, 4, 4},
                                        {6, 6, 4, 6, 4, 6, 4, 6, 2, 4}}};

// How those who have finished see the college: middle score 48. Its leaders score it 62.
constexpr std::array<Points, 11> views{{{6, 6, 6, 4, 4, 6, 4, 4, 4, 4},
                                        {4, 4, 4, 4, 4, 4, 4, 4, 2, 4},
                                        {6, 6, 4, 4, 6, 4, 4, 4, 4, 4},
                                        {8, 8, 6, 6, 6, 6, 6, 4, 4, 4},
                                        {4, 4, 4, 4, 4, 4, 4, 4, 4, 4},
                                        {6, 6, 4, 6, 6, 4, 4, 4, 4, 4},
                                        {8, 6, 6, 6, 6, 4, 4, 4, 4, 4},
                                        {6, 4, 4, 4, 6, 4, 4, 4, 4, 4},
                                        {8, 8, 6, 6, 6, 6, 6, 6, 4, 4},
                                        {6, 6, 6, 6, 6, 4, 4, 4, 4, 4},
                                        {8, 6, 6, 6, 6, 6, 6, 4, 4, 4}}};
// A tutor at Gold, who went on with the college's own version: its third row is its own.
constexpr std::size_t adapting_tutor = 8;
constexpr Date in_new_year = year(2027) / month(1) / day(12);
constexpr std::array<int, 11> on_own_version{10, 8, 6, 8, 8, 8, 8, 8, 6, 8, 8};
constexpr Points leaders_view{8, 6, 6, 6, 6, 6, 8, 6, 4, 6};
constexpr std::array<std::string_view, 10> leaders_reasons{
    "Learner forums and 14 lesson visits name the same values.",
    "All tutors had a day of training; listening was seen least.",
    "Boundaries are in the handbook, and no complaint came from them.",
    "Every tutor has a plan of activities; two were seen in full.",
    "Procedures are followed in all departments, by the spring audit.",
    "Tutors and teachers met each half term in five departments of six.",
    "Learners at risk had a meeting within a week in 46 cases of 50.",
    "Coaching is offered in every department; half of the tutors use it.",
    "Attendance is looked at; what changed because of it is not written down.",
    "Scores and targets were set in autumn, and are looked at in spring."};

// The same leaders by Ofsted's framework, in its order: four areas of the whole, and three for each
// type of provision.
struct Reasoned {
  std::string_view level;
  std::string_view reason;
};
constexpr std::array<Reasoned, 16> by_ofsted{
    {{"met", "The safeguarding audit of December, and what learners say in forums."},
     {"strong-standard", "Gaps between groups of learners closed in four departments of six."},
     {"expected-standard", "Governors ask for evidence; two of their questions are still open."},
     {"expected-standard", "Employers helped to shape 11 of 14 courses."},
     {"expected-standard", "Lesson visits in all departments; English and maths is weaker."},
     {"expected-standard", "Results are near the national rates, construction is below them."},
     {"strong-standard", "Attendance is up in five departments, and clubs are full."},
     {"strong-standard", "Tutors in the villages plan from what each learner wants to do."},
     {"strong-standard", "Nine of ten reach their goal, by the reviews at the end of courses."},
     {"expected-standard", "Village attendance is known for autumn only."},
     {"needs-attention", "Training at work and at college is not planned together."},
     {"expected-standard", "Most finish in time; those who leave early are not asked why."},
     {"expected-standard", "Employers take part in reviews, but not in every one."},
     {"expected-standard", "Plans follow what learners need, in all visits of autumn."},
     {"strong-standard", "Learners take more steps towards their own aims than last year."},
     {"expected-standard", "Work placements for 31 of 38 learners."}}};

Judgement judgement_at(const standard::Content& content, const standard::Element& element,
                       int points) {
  Judgement judgement{.element = element.key};
  const auto& scale = content.scale_of(element);
  for (const auto& level : scale.levels)
    if (level.points == points) set_answer(judgement, level.key, scale);
  return judgement;
}

ScoreSheet sheet_of(Id<people::Person> person, const standard::Published& against, Date on) {
  ScoreSheet sheet;
  sheet.id = Id<ScoreSheet>::fresh();
  sheet.standard_version = against.id;
  sheet.subject_person = person;
  sheet.made_by = person;
  sheet.voice = "person";
  sheet.name = term_of(on);
  sheet.started_at = std::chrono::sys_days(on) + std::chrono::hours(15);
  sheet.as_at = on;
  return sheet;
}

// Begins a sheet, judges it, and finishes it when every theme has points.
ScoreSheet fill(sql::Write& write, ScoreSheet sheet, const standard::Published& against,
                SomePoints points) {
  sheet.previous = latest_finished(write, sheet, write.actor().workspace);
  begin(write, sheet);
  std::vector<Judgement> judgements;
  std::size_t next = 0;
  for (const auto* element : against.content->elements()) {
    const auto judgement = judgement_at(*against.content, *element, points[next++]);
    if (!judgement.answered()) continue;
    if (!save(write, sheet, judgement, sheet.started_at))
      throw std::logic_error("the demo met a clash");
    judgements.push_back(judgement);
  }
  const auto result = roll_up(*against.content, sheet.voice, judgements);
  if (result.all_answered())
    finish(write, sheet, result, result_json(result), sheet.started_at + std::chrono::minutes(6));
  return sheet;
}

void fill_view(sql::Write& write, ScoreSheet sheet, const standard::Published& against,
               const Points& points) {
  sheet.subject_person = {};
  sheet.subject_team = people::root_team(write, {write.actor().workspace});
  sheet.voice = institution_voice;
  sheet.name = "The college, " + sheet.name;
  fill(write, sheet, against, points);
}

// What the leaders chose, in the standard's order.
std::vector<Judgement> chosen_by_leaders(const standard::Content& content) {
  std::vector<Judgement> judgements;
  for (const auto* element : content.elements()) {
    const auto next = judgements.size();
    auto& judgement = judgements.emplace_back();
    if (content.scoring.rule == standard::Rule::sum) {
      judgement = judgement_at(content, *element, leaders_view.at(next));
      judgement.note = leaders_reasons.at(next);
      continue;
    }
    judgement.element = element->key;
    set_answer(judgement, by_ofsted.at(next).level, content.scale_of(*element));
    judgement.note = by_ofsted.at(next).reason;
  }
  return judgements;
}

void fill_leaders_view(sql::Write& write, ScoreSheet sheet, const standard::Published& against) {
  sheet.subject_person = {};
  sheet.subject_team = people::root_team(write, {write.actor().workspace});
  sheet.by_leaders = true;
  sheet.voice = institution_voice;
  begin(write, sheet);
  set_panel(write, sheet.id, "Margaret Okonjo, Priya Raman and Daniel Ashworth");
  const auto judgements = chosen_by_leaders(*against.content);
  for (const auto& judgement : judgements)
    if (!save(write, sheet, judgement, sheet.started_at))
      throw std::logic_error("the demo met a clash");
  const auto result = roll_up(*against.content, sheet.voice, judgements);
  finish(write, sheet, result, result_json(result), sheet.started_at + std::chrono::hours(1));
}

void set_first_target(sql::Write& write, const ScoreSheet& sheet) {
  const Target target{.element = "measuring-impact",
                      .text =
                          "Look at my groups' attendance and what learners say every half term, "
                          "and change one thing each time.",
                      .level_aimed = "silver",
                      .due_on = year(2027) / month(3) / day(19)};
  if (!save(write, sheet.id, target)) throw std::logic_error("the demo met a clash");
}

void share_with_quality_manager(sql::Write& write, const ScoreSheet& sheet) {
  const auto priya =
      people::person_by_email(write, {write.actor().workspace}, "priya.raman@eastmere.example");
  if (!priya) throw std::logic_error("the demo needs its quality manager");
  const sharing::Share share{.id = Id<sharing::Share>::fresh(),
                             .thing = shared_thing(sheet.id),
                             .part = "measuring-impact",
                             .made_by = sheet.made_by,
                             .audience = priya->id,
                             .at = sheet.started_at + std::chrono::hours(20)};
  sharing::begin(write, share);
  sharing::note_look(write, share, share.at + std::chrono::hours(4));
  sharing::add(write, share.id,
               {.id = Id<sharing::Comment>::fresh(),
                .part = share.part,
                .made_by = priya->id,
                .at = share.at + std::chrono::hours(4),
                .text = "Honest of you to put this one lower. The half-termly look at attendance "
                        "is the right start; Aled keeps a sheet for it that you could borrow."});
}

standard::Published version_of(sql::Read& read, const Uuid& workspace, std::string_view address) {
  const auto found = standard::version_at(read, workspace, address);
  if (!found) throw std::logic_error("the demo needs " + std::string(address));
  return *found;
}

standard::Published tutoring(sql::Read& read, const Uuid& workspace) {
  return version_of(read, workspace, "personal-tutoring@1.0");
}

// One finished sheet on the college's own version, after one on the version it came from.
void fill_own_version(sql::Write& write, const std::vector<people::DemoPerson>& staff) {
  const auto own = version_of(write, write.actor().workspace, "personal-tutoring-eastmere@1");
  std::size_t place = 0;
  for (const auto& [person, workspace, role] : staff)
    if (role.find("tutor") != role.npos && place++ == adapting_tutor)
      fill(write, sheet_of(person.id, own, in_new_year), own, on_own_version);
}

}  // namespace

void fill_eastmere(sql::Write& write, const std::vector<people::DemoPerson>& staff) {
  const auto against = tutoring(write, write.actor().workspace);
  standard::publish_demo_copy(write);
  std::size_t n = 0;
  for (const auto& [person, workspace, role] : staff) {
    if (role.find("tutor") == role.npos) continue;
    const auto place = n++;
    if (place < views.size())
      fill_view(write, sheet_of(person.id, against, a_week_before), against, views.at(place));
    const auto on = [&](Date date) { return sheet_of(person.id, against, date); };
    if (place == 0) {
      fill(write, on(in_spring), against, spring);
      const auto now_of_this = fill(write, on(lately), against, now_of_first);
      set_first_target(write, now_of_this);
      share_with_quality_manager(write, now_of_this);
    } else if (place == 1) {
      fill(write, on(lately), against, ten_minimums);
    } else if (place - 2 < others.size()) {
      fill(write, on(lately), against, others.at(place - 2));
    } else if (place - 2 == others.size()) {
      fill(write, on(lately), against, half_done);
    }
  }
  fill_own_version(write, staff);
  const auto ofsted = version_of(write, write.actor().workspace, "ofsted-fe@2025-11.2");
  for (const auto& [person, workspace, role] : staff)
    if (role == "principal")
      for (const auto& by : {against, ofsted})
        fill_leaders_view(write, sheet_of(person.id, by, lately), by);
  show_all_figures(write, shown_on);
}

void fill_nine_rivers(sql::Write& write, const std::vector<people::DemoPerson>& staff) {
  const auto against = tutoring(write, write.actor().workspace);
  for (const auto& [person, workspace, role] : staff) {
    auto sheet = sheet_of(person.id, against, lately);
    sheet.name = people::canary;
    const auto begun = fill(write, sheet, against, half_done);
    auto judgement = judgement_at(*against.content, *against.content->element("coaching"), 6);
    judgement.note = people::canary;
    const Target target{
        .element = "core-values", .text = std::string(people::canary), .level_aimed = "gold"};
    if (!save(write, begun, judgement, begun.started_at) || !save(write, begun.id, target))
      throw std::logic_error("the demo met a clash");
  }
}

}  // namespace touchstone::self_assessment
