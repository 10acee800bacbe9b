#include "look/words.h"

#include <array>

namespace touchstone::look {
namespace {

struct Entry {
  Term term;
  std::string_view college;
  std::string_view college_capital;
  std::string_view council;
  std::string_view council_capital;
};

constexpr std::array catalogue{
    Entry{Term::organisation, "college", "College", "council", "Council"},
    Entry{Term::organisations, "colleges", "Colleges", "councils", "Councils"},
    Entry{Term::team, "department", "Department", "service", "Service"},
    Entry{Term::teams, "departments", "Departments", "services", "Services"},
    Entry{Term::head, "head of department", "Head of department", "service lead", "Service lead"},
    Entry{Term::own_judgement, "self-assessment", "Self-assessment", "self-evaluation",
          "Self-evaluation"},
    Entry{Term::own_judgements, "self-assessments", "Self-assessments", "self-evaluations",
          "Self-evaluations"},
    Entry{Term::year, "self-assessment year", "Self-assessment year", "self-evaluation year",
          "Self-evaluation year"},
    Entry{Term::led_by, "led by", "Led by", "accountable officer", "Accountable officer"},
    Entry{Term::weakness, "area for improvement", "Area for improvement", "what held us back",
          "What held us back"},
    Entry{Term::weaknesses, "areas for improvement", "Areas for improvement", "what held us back",
          "What held us back"},
    Entry{Term::colleague, "tutor", "Tutor", "practitioner", "Practitioner"},
    Entry{Term::colleagues, "tutors", "Tutors", "practitioners", "Practitioners"},
};

constexpr auto all_terms = [] {
  std::array<Term, catalogue.size()> out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = catalogue[i].term;
  return out;
}();

constexpr std::array<std::string_view, 2> sets{"college", "council"};

// The catalogue stands in the order of the terms.
constexpr bool in_order() {
  for (std::size_t i = 0; i < catalogue.size(); ++i)
    if (static_cast<std::size_t>(catalogue[i].term) != i) return false;
  return catalogue.size() == static_cast<std::size_t>(Term::colleagues) + 1;
}
static_assert(in_order());

}  // namespace

std::string_view word(std::string_view set, Term term) {
  const auto& entry = catalogue[static_cast<std::size_t>(term)];
  return set == "council" ? entry.council : entry.college;
}

std::string_view capital(std::string_view set, Term term) {
  const auto& entry = catalogue[static_cast<std::size_t>(term)];
  return set == "council" ? entry.council_capital : entry.college_capital;
}

std::span<const std::string_view> word_sets() {
  return sets;
}
std::span<const Term> terms() {
  return all_terms;
}

}  // namespace touchstone::look
