#include "good_practice/demo_store.h"

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

#include "good_practice/decision_store.h"
#include "good_practice/spreading_store.h"

namespace touchstone::good_practice {
namespace {

using namespace std::chrono_literals;

constexpr Date demo_today = 2027y / 1 / 19;
constexpr Date meeting_day = 2027y / 1 / 12;
constexpr std::string_view quality_manager = "priya.raman";
constexpr std::string_view coordinator = "daniel.ashworth";

// What a piece is, and how far it came.
enum class Fate : std::uint8_t { waits, returned, refused, merged, validated, shared };
struct Piece {
  std::string_view finder;
  std::string_view tutor;  // empty: the finder
  Source source;
  Date on;
  std::string_view theme;
  std::string_view subject;
  std::string_view place;
  std::string_view did;
  std::string_view changed;
  Fate fate;
  bool stand_out = false;
  bool named = false;
  bool is_public = false;
};

constexpr std::array demo_pieces{
    Piece{
        "hannah.sorrell", "", Source::own_teaching, 2026y / 9 / 28,
        "personal-tutoring/measuring-impact", "Health and social care",
        "Level 3 health, Tuesday tutorial",
        "Each learner keeps a card with one figure that they chose. We look at it for two minutes "
        "at the start of each half term, and they say what they will change.",
        "Attendance of the group rose from 84 to 91 % in a term, and learners bring the card "
        "themselves.",
        Fate::shared, true, true, true},
    Piece{"grace.adeyemi", "marcus.bright", Source::observation, 2026y / 10 / 6,
          "personal-tutoring/measuring-impact", "Health and social care", "Level 2 care, room 14",
          "At the end of a tutorial three learners tell the others what they did since last week. "
          "The tutor only writes down.",
          "Learners turn up with something done, because they may be asked.", Fate::shared},
    Piece{"owen.cadwallader", "", Source::own_teaching, 2026y / 10 / 13,
          "personal-tutoring/coaching", "Bricklaying", "Construction workshop",
          "I ask “what have you tried?” before I answer anything. A poster with the question hangs "
          "above the bench.",
          "They fix more by themselves, and I get round the whole workshop in an hour.",
          Fate::shared, false, true, true},
    Piece{"chipo.moyo", "", Source::own_teaching, 2026y / 10 / 20, "personal-tutoring/observation",
          "Digital", "Level 3 IT",
          "Two of us film five minutes of each other’s lesson on a phone. We watch it together the "
          "same day, and nobody else sees it.",
          "We each changed how we ask questions. Quiet learners are asked by name now.",
          Fate::shared, true},
    Piece{
        "kevin.mulgrew", "leila.hosseini", Source::class_visit, 2026y / 11 / 3,
        "personal-tutoring/key-procedures", "Plumbing", "Plumbing, year one",
        "The absence call is made by somebody whom the learner chose. They name that person on the "
        "first day, and the call comes within the hour.",
        "Most who missed a morning came back the same day.", Fate::shared},
    Piece{"fiona.garrick", "", Source::own_teaching, 2026y / 11 / 10,
          "personal-tutoring/boundaries", "Foundation learning", "Foundation, all groups",
          "A door sign with three colours says when I can be disturbed, and what to do meanwhile.",
          "Fewer interruptions of one-to-one talks, and learners ask each other first.",
          Fate::shared},
    Piece{"ella.thornbury", "", Source::own_teaching, 2026y / 11 / 24,
          "personal-tutoring/core-skills", "Apprenticeships", "Visits to employers",
          "The employer, the apprentice and I each say one thing that went well before anything "
          "else.",
          "Employers speak of strengths now, and reviews end on time.", Fate::shared},
    Piece{"hannah.sorrell", "", Source::own_teaching, 2026y / 12 / 8, "personal-tutoring/coaching",
          "Health and social care", "Level 3 health, Tuesday tutorial",
          "A learner of the week answers questions first, and I come in only when they ask me to.",
          "The group asks each other more, and the same three no longer answer everything.",
          Fate::validated},
    Piece{"rajesh.iyer", "", Source::own_teaching, 2026y / 12 / 1, "", "Maths", "Foundation maths",
          "We play music while they work.", "They like it.", Fate::refused},
    Piece{"marcus.bright", "", Source::own_teaching, 2026y / 12 / 2,
          "personal-tutoring/measuring-impact", "Health and social care", "Level 2 care",
          "Learners keep their own attendance figure on a card.",
          "They know where they stand before I tell them.", Fate::merged},
    Piece{"patrick.doran", "", Source::own_teaching, 2027y / 1 / 5, "", "Family learning",
          "Osier Green library", "Parents read with their child for ten minutes at the end.",
          "It is a nice end to the session.", Fate::returned},
    Piece{"joanne.petty", "callum.reid", Source::audit, 2027y / 1 / 3,
          "personal-tutoring/key-activities", "Adult and community", "Evening courses",
          "In week one each learner writes a postcard to themselves about why they came. It is "
          "posted to them in week six.",
          "Nobody left between week five and week eight this term; last year four did.",
          Fate::waits},
    Piece{"mei-ling.fong", "", Source::own_teaching, 2027y / 1 / 19, "", "Yoga",
          "Little Wickham village hall",
          "I ring the two newest learners the evening before the second class.",
          "Both came back, this time and the last three times.", Fate::waits, true},
};

constexpr std::string_view variation_did =
    "The question is asked by another learner, who wears the yellow armband that day. The tutor "
    "stays out of it for ten minutes.";
constexpr std::string_view variation_changed =
    "They explain to each other, and the quiet ones wear the armband with pride.";

class Filling {
 public:
  Filling(sql::Write& write, const std::vector<people::DemoPerson>& staff)
      : write_(write), workspace_(write.actor().workspace) {
    for (const auto& each : staff)
      people_.emplace(each.person.email.substr(0, each.person.email.find('@')), each.person.id);
  }

  void fill() {
    hold_meeting();
    for (const auto& piece : demo_pieces) add_piece(piece);
    decide_all();
    share_more();
    try_them();
    ask_and_answer();
    prove_impact();
  }

 private:
  static Moment at(Date on, int hour) {
    return std::chrono::sys_days(on) + std::chrono::hours(hour);
  }
  Id<people::Person> person(std::string_view name) const {
    const auto found = people_.find(std::string(name));
    if (found == people_.end()) throw std::logic_error("the demo needs " + std::string(name));
    return found->second;
  }
  Validator keeper(std::string_view name) {
    auto found = Validator::of(write_, workspace_, person(name), demo_today);
    if (!found) throw std::logic_error("the demo needs its quality team");
    return *std::move(found);
  }
  Listed on_the_list(std::size_t piece) {
    auto found = listed_item(write_, workspace_, ids_.at(piece));
    if (!found) throw std::logic_error("the demo shares what is validated");
    return *std::move(found);
  }

  void hold_meeting() {
    meeting_.id = Id<Meeting>::fresh();
    meeting_.held_on = meeting_day;
    meeting_.people = "Priya Raman, Daniel Ashworth, Grace Adeyemi";
    meeting_.notes = "Agreed to show the half-term cards at the February training day.";
    meeting_.made_by = person(quality_manager);
    add(write_, meeting_, at(meeting_day, 15));
  }

  void add_piece(const Piece& piece) {
    Practice item{.id = Id<Practice>::fresh(),
                  .title = title_from(piece.did),
                  .did = std::string(piece.did),
                  .changed = std::string(piece.changed),
                  .place = std::string(piece.place),
                  .theme = std::string(piece.theme),
                  .subject = std::string(piece.subject),
                  .source = piece.source,
                  .stand_out = piece.stand_out};
    item.finder = person(piece.finder);
    item.tutor = piece.tutor.empty() ? item.finder : person(piece.tutor);
    item.team = people::teams_of(write_, {workspace_}, *item.tutor, demo_today).at(0);
    item.recorded_at = at(piece.on, 8);
    item.waiting_since = piece.on;
    if (piece.named) item.named_at = item.recorded_at;
    if (piece.source == Source::observation) item.found_in = "Observation report of 6 October";
    add(write_, item);
    ids_.push_back(item.id);
  }

  void decide_one(Id<Practice> id, Verdict verdict, Date on, std::string_view reason,
                  std::optional<Id<Practice>> into = {}) {
    auto decider = Decider::of(write_, keeper(quality_manager), id);
    if (!decider) throw std::logic_error(std::string(decider.error()));
    Decision decision{.id = Id<Decision>::fresh(),
                      .practice = id,
                      .verdict = verdict,
                      .reason = std::string(reason),
                      .into = into,
                      .made_by = person(quality_manager),
                      .at = at(on, 16),
                      .made_on = on};
    if (on == meeting_day) decision.meeting = meeting_.id;
    decide(write_, *decider, decision, {});
  }

  void share(Id<Practice> id, std::string_view channel, std::string_view audience, Date on,
             std::optional<Id<Sharing>> onward_of = {}) {
    const auto valid = Gate::validated(write_, workspace_, id);
    last_sharing_ = Id<Sharing>::fresh();
    Sharing sharing{.id = last_sharing_,
                    .practice = id,
                    .channel = std::string(channel),
                    .audience = std::string(audience),
                    .shared_on = on,
                    .onward_of = onward_of,
                    .made_by = person(coordinator)};
    if (on == meeting_day) sharing.meeting = meeting_.id;
    if (!valid || !log_sharing(write_, *valid, sharing, at(on, 17)))
      throw std::logic_error("the demo shares what is validated");
  }

  void decide_all() {
    for (std::size_t i = 0; i < demo_pieces.size(); ++i) {
      const auto& piece = demo_pieces.at(i);
      const auto on = piece.on < 2026y / 11 / 20 ? plus_days(piece.on, 4) : meeting_day;
      if (piece.fate == Fate::refused)
        decide_one(ids_[i], Verdict::not_good_practice, on,
                   "Pleasant, and we could not see what it changes for learning. Tell us if you "
                   "find that it does.");
      if (piece.fate == Fate::returned)
        decide_one(ids_[i], Verdict::send_back, on,
                   "We like this. How many families stay, and what do the children do "
                   "differently? Two sentences would be enough.");
      if (piece.fate == Fate::merged)
        decide_one(ids_[i], Verdict::merge, on,
                   "The same idea as the half-term cards of Stowbridge.", ids_[0]);
      if (piece.fate != Fate::validated && piece.fate != Fate::shared) continue;
      decide_one(ids_[i], Verdict::agree, on, "");
      if (piece.fate == Fate::shared) share(ids_[i], "library", "Everybody here", on);
      if (piece.is_public) set_public(write_, ids_[i], true);
    }
  }

  void share_more() {
    share(ids_[0], "cpd", "22 tutors at the November training day", 2026y / 11 / 18);
    share(ids_[0], "network", "Managers of partners", 2026y / 12 / 3);
    share(ids_[0], "onward", "Four Hedgerow tutors", 2026y / 12 / 10, last_sharing_);
    share(ids_[2], "team_meeting", "Construction team", 2026y / 11 / 5);
    share(ids_[3], "mentoring", "Two new tutors", 2026y / 11 / 12);
  }

  Id<Trial> begin(std::size_t piece, std::string_view who, std::string_view place, Date since,
                  Date follow_up) {
    const Trial trial{.id = Id<Trial>::fresh(),
                      .practice = ids_[piece],
                      .person = person(who),
                      .place = std::string(place),
                      .since = since,
                      .follow_up_on = follow_up};
    begin_trial(write_, on_the_list(piece), trial, at(since, 9));
    return trial.id;
  }

  void report_on(Id<Trial> id, Outcome outcome, Again again, Difference difference,
                 std::string_view text, std::optional<Id<Practice>> variation = {}) {
    auto found = trial(write_, workspace_, id).value();
    found.reported_on = plus_days(*found.follow_up_on, -1);
    found.outcome = outcome;
    found.again = again;
    found.difference = difference;
    found.report = text;
    found.variation = variation;
    if (!report(write_, found)) throw std::logic_error("the demo met a clash");
  }

  void try_them() {
    const auto since = 2026y / 11 / 20;
    const auto until = 2027y / 1 / 11;
    report_on(begin(0, "stefan.ilic", "Thornby, guitar", since, until), Outcome::better, Again::yes,
              Difference::none, "Nine of eleven chose practice minutes. Eight went up.");
    report_on(begin(0, "ella.thornbury", "Business apprentices", since, until), Outcome::better,
              Again::yes, Difference::small,
              "On the phone instead of on a card. It works as well.");
    report_on(begin(0, "callum.reid", "Evening Spanish", since, until), Outcome::better, Again::yes,
              Difference::none, "Two minutes are enough. Attendance 78 to 86 %.");
    report_on(begin(1, "leila.hosseini", "Plumbing, year one", since, until),
              Outcome::no_difference, Again::no, Difference::none,
              "They told it nicely. What they do from week to week did not change here.");
    add_variation(begin(2, "rajesh.iyer", "Foundation workshop", since, until));
    begin(3, "hannah.sorrell", "Level 3 health", 2027y / 1 / 8, 2027y / 2 / 19);
    begin(4, "aisha.karim", "Level 2 digital", 2026y / 12 / 1, 2027y / 1 / 14);
  }

  // The fourteenth piece.
  void add_variation(Id<Trial> trial_id) {
    Practice item{.id = Id<Practice>::fresh(),
                  .title = "Another learner asks “what have you tried?”",
                  .did = std::string(variation_did),
                  .changed = std::string(variation_changed),
                  .place = "Foundation workshop",
                  .theme = "personal-tutoring/coaching",
                  .subject = "Foundation learning"};
    item.finder = person("rajesh.iyer");
    item.tutor = item.finder;
    item.team = people::teams_of(write_, {workspace_}, *item.tutor, demo_today).at(0);
    item.parent = ids_[2];
    item.recorded_at = at(2027y / 1 / 10, 12);
    item.waiting_since = 2027y / 1 / 10;
    add(write_, item);
    ids_.push_back(item.id);
    report_on(trial_id, Outcome::better, Again::yes, Difference::own_version, variation_did,
              item.id);
    decide_one(item.id, Verdict::agree, meeting_day, "");
    share(item.id, "library", "Everybody here", meeting_day);
  }

  void ask_and_answer() {
    Question first{.id = Id<Question>::fresh(),
                   .practice = ids_[0],
                   .asked_by = person("stefan.ilic"),
                   .adviser = person(quality_manager),
                   .text = "What do you do with somebody who chooses nothing?",
                   .asked_at = at(2026y / 11 / 23, 19)};
    ask(write_, on_the_list(0), first);
    answer(write_, first, "Let them wait a week. Seeing the others’ cards has done it each time.",
           at(2026y / 11 / 25, 9));
    const Question second{.id = Id<Question>::fresh(),
                          .practice = ids_[3],
                          .asked_by = person("hannah.sorrell"),
                          .adviser = person(coordinator),
                          .text = "Do learners have to agree to be heard on the film?",
                          .asked_at = at(2027y / 1 / 18, 17)};
    ask(write_, on_the_list(3), second);
  }

  void prove_impact() {
    const auto item = on_the_list(0);
    record_impact(write_, item,
                  {.id = Id<Impact>::fresh(),
                   .practice = ids_[0],
                   .changed = "Learners in four groups come more often, and can say why.",
                   .scale = Scale::several_groups,
                   .evidence = "Attendance of the four groups together 82 to 89 % from September "
                               "to December; the rest of the college 85 to 85 %.",
                   .cpd = "Training day, 17 February 2027",
                   .theme = "personal-tutoring/measuring-impact",
                   .meeting = meeting_.id,
                   .made_by = person(quality_manager),
                   .made_on = meeting_day},
                  at(meeting_day, 16));
  }

  sql::Write& write_;
  Uuid workspace_;
  std::map<std::string, Id<people::Person>> people_;
  std::vector<Id<Practice>> ids_;
  Meeting meeting_{};
  Id<Sharing> last_sharing_{};
};

}  // namespace

void fill_eastmere(sql::Write& write, const std::vector<people::DemoPerson>& staff) {
  Filling(write, staff).fill();
}

void fill_nine_rivers(sql::Write& write, const std::vector<people::DemoPerson>& staff) {
  const std::string canary(people::canary);
  const auto& workspace = write.actor().workspace;
  Practice item{.id = Id<Practice>::fresh(),
                .title = canary,
                .did = canary,
                .changed = canary,
                .place = canary,
                .subject = canary};
  item.finder = staff.back().person.id;
  item.tutor = item.finder;
  item.recorded_at = std::chrono::sys_days(demo_today);
  item.waiting_since = demo_today;
  add(write, item);
  const auto keeper = Validator::of(write, workspace, staff.front().person.id, demo_today);
  auto decider = Decider::of(write, keeper.value(), item.id);
  decide(write, decider.value(),
         {.id = Id<Decision>::fresh(),
          .practice = item.id,
          .verdict = Verdict::agree,
          .made_by = staff.front().person.id,
          .at = item.recorded_at,
          .made_on = demo_today},
         {});
  const auto valid = Gate::validated(write, workspace, item.id);
  log_sharing(write, valid.value(),
              {.id = Id<Sharing>::fresh(),
               .practice = item.id,
               .channel = "library",
               .audience = canary,
               .shared_on = demo_today,
               .made_by = staff.front().person.id},
              item.recorded_at);
}

}  // namespace touchstone::good_practice
