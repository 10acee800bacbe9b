#pragma once
#include <map>
#include <string>
#include <vector>

#include "self_assessment/judgement.h"
#include "standard/standard.h"

// The small named world in which score sheets are tested.
namespace touchstone::self_assessment::testing {

inline const standard::Content& tutoring() {
  static const auto content = standard::in_the_box("personal-tutoring@1.0");
  return *content;
}

// Judgements of all ten themes by points, in the standard's order; 0 is below minimum.
inline std::vector<Judgement> with_points(const std::vector<int>& points) {
  std::vector<Judgement> judgements;
  const auto elements = tutoring().elements();
  for (std::size_t i = 0; i < points.size(); ++i) {
    Judgement judgement{.element = elements[i]->key};
    const auto& levels = tutoring().scale_of(*elements[i]).levels;
    if (points[i] == 0) judgement.state = State::below_minimum;
    for (const auto& level : levels)
      if (level.points == points[i])
        set_answer(judgement, level.key, tutoring().scale_of(*elements[i]));
    judgements.push_back(std::move(judgement));
  }
  return judgements;
}

// The tutor of the demo: spring and the present.
inline std::vector<Judgement> spring() {
  return with_points({6, 4, 6, 4, 4, 4, 4, 4, 6, 4});
}
inline std::vector<Judgement> present() {
  return with_points({8, 6, 6, 6, 4, 6, 4, 6, 4, 4});
}

inline std::string first_message(const Complaints& complaints) {
  return complaints.empty() ? "" : complaints.begin()->message;
}

}  // namespace touchstone::self_assessment::testing
