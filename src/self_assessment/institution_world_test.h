#pragma once
#include <string>
#include <vector>

#include "people/people.h"
#include "self_assessment/institution_jobs.h"
#include "self_assessment/sheets_world_test.h"
#include "self_assessment/showing_store.h"

namespace touchstone::self_assessment {

inline constexpr Date demo_day = std::chrono::year(2027) / std::chrono::January / 19;
inline constexpr Date next_week = std::chrono::year(2027) / std::chrono::January / 26;
inline const std::string margaret = "margaret.okonjo@eastmere.example";  // principal
inline const std::string grace = "grace.adeyemi@eastmere.example";       // head of a department
inline const std::string institution = "/eastmere/institution";
inline const std::string judging = "/eastmere/institution/judgement";

class InstitutionWorld : public SheetsWorld {
 protected:
  // So many tutors finish a sheet about themselves at that level, the college's tutors first.
  void tutors_finish(std::size_t how_many, const std::string& level, std::size_t from = 0) {
    std::vector<std::string> tutors;
    for (const auto& each : demo_.people)
      if (each.role.starts_with("tutor")) tutors.push_back(each.person.email);
    for (std::size_t i = from; i < from + how_many; ++i) {
      auto client = client_of(tutors.at(i));
      finish_at(client, begin_sheet(client), level);
    }
  }
  void show(Date on) {
    write_in(demo_.eastmere, [&](sql::Write& write) { show_all_figures(write, on); });
  }
  std::string page(const std::string& who = priya, const std::string& query = "") {
    return client_of(who).get(institution + query).body;
  }
  std::string json() { return client_of(priya).get_json(institution).body; }

  static http::testing::Pairs judgement(const std::string& then, const std::string& version = "0") {
    http::testing::Pairs fields{{"then", then}, {"panel", "Margaret Okonjo and Priya Raman"}};
    for (const auto* element : testing::tutoring().elements()) {
      fields.emplace_back(element->key + ".level", "silver");
      fields.emplace_back(element->key + ".note", "Seen in " + element->title);
      fields.emplace_back(element->key + ".version", version);
    }
    return fields;
  }
};

}  // namespace touchstone::self_assessment
