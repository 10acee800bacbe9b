#include "evidence/demo_store.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "evidence/piece_store.h"

namespace touchstone::evidence {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

struct DemoPiece {
  std::string_view maker;  // what their address begins with
  bool only_mine;
  bool sensitive;
  std::string_view title, kind, link, text, source, nature, basis, concerns, viewpoint;
  Date about_on, came_on;
};

constexpr std::array demo_pieces{
    DemoPiece{"priya.raman", false, false, "Learner survey, autumn 2026", "reading",
              "https://eastmere.example/survey/autumn-2026",
              "86% of learners say that their tutor knows what they are aiming for; it was 79% the "
              "year before. 412 of 530 answered.",
              "learner_feedback", "quantitative", "hard_data", "impact", "learner",
              year(2026) / month(11) / day(27), year(2026) / month(12) / day(10)},
    DemoPiece{"kevin.mulgrew", false, false, "Construction retention, first term", "reading", "",
              "81% of construction learners were still here at the end of term; it was 88%.",
              "in_year_data", "quantitative", "hard_data", "impact", "",
              year(2026) / month(12) / day(18), year(2027) / month(1) / day(6)},
    DemoPiece{"beata.nowicka", false, false, "Employer on workplace reviews", "quote", "",
              "Since reviews are held at our site we hear within the day when an apprentice is "
              "struggling.",
              "", "qualitative", "judgement", "impact", "employer",
              year(2026) / month(11) / day(12), year(2026) / month(11) / day(13)},
    DemoPiece{"joanne.petty", false, false, "Village classes: how we planned them", "link",
              "https://eastmere.example/adult/village-classes", "Minutes of three planning days.",
              "year_review", "qualitative", "judgement", "activity", "staff",
              year(2026) / month(7) / day(3), year(2026) / month(9) / day(8)},
    DemoPiece{"tom.whitlock", false, true, "Being supported: two views of one group", "quote", "",
              "The moderator and I differ by two levels. We look at it together on 26 January.",
              "colleague_feedback", "qualitative", "judgement", "activity", "staff",
              year(2027) / month(1) / day(12), year(2027) / month(1) / day(13)},
    DemoPiece{"hannah.sorrell", true, false, "What I noticed in my Tuesday group", "quote", "",
              "Three who never spoke now ask questions of each other.", "reflective_log",
              "qualitative", "judgement", "impact", "staff", year(2027) / month(1) / day(12),
              year(2027) / month(1) / day(12)}};

Id<people::Person> maker_of(const std::vector<people::DemoPerson>& people, std::string_view mail) {
  const auto found = std::ranges::find_if(
      people, [&](const people::DemoPerson& each) { return each.person.email.starts_with(mail); });
  if (found == people.end()) throw std::logic_error("the demo lacks somebody who adds evidence");
  return found->person.id;
}

void add_demo_piece(sql::Write& write, Id<people::Person> maker, const DemoPiece& demo) {
  add(write,
      {.id = Id<Piece>::fresh(),
       .made_by = maker,
       .only_mine = demo.only_mine,
       .sensitive = demo.sensitive,
       .title = std::string(demo.title),
       .kind = std::string(demo.kind),
       .link = std::string(demo.link),
       .text = std::string(demo.text),
       .source = std::string(demo.source),
       .nature = std::string(demo.nature),
       .basis = std::string(demo.basis),
       .concerns = std::string(demo.concerns),
       .viewpoint = std::string(demo.viewpoint),
       .about_on = demo.about_on,
       .came_on = demo.came_on},
      std::chrono::sys_days(demo.came_on) + std::chrono::hours(10));
}

}  // namespace

void fill_eastmere(sql::Write& write, const std::vector<people::DemoPerson>& people) {
  for (const auto& demo : demo_pieces) add_demo_piece(write, maker_of(people, demo.maker), demo);
}

void fill_nine_rivers(sql::Write& write, const std::vector<people::DemoPerson>& people) {
  const std::string canary(people::canary);
  add_demo_piece(write, people.front().person.id,
                 {.maker = "",
                  .only_mine = false,
                  .sensitive = false,
                  .title = canary,
                  .kind = "quote",
                  .link = "",
                  .text = canary,
                  .source = "",
                  .nature = "",
                  .basis = "",
                  .concerns = "",
                  .viewpoint = "",
                  .about_on = year(2026) / month(12) / day(1),
                  .came_on = year(2026) / month(12) / day(2)});
}

}  // namespace touchstone::evidence
