#include "platform/files/child_heads.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "platform/text.h"

namespace touchstone::files {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::size_t long_enough_to_begin_a_heading = 8;  // letters

// Letters of headings without spaces and capitals. These name one child by themselves …
constexpr std::array<std::string_view, 24> numbers_of_children{"childuniqueid",
                                                               "childid",
                                                               "uniquelearnernumber",
                                                               "uln",
                                                               "upn",
                                                               "learnerid",
                                                               "uniquepupilnumber",
                                                               "nhsnumber",
                                                               "learnref",
                                                               "pupilid",
                                                               "learnerreference",
                                                               "studentid",
                                                               "learnernumber",
                                                               "pupilnumber",
                                                               "studentnumber",
                                                               "studentref",
                                                               "studentreference",
                                                               "admissionnumber",
                                                               "candidatenumber",
                                                               "enrolmentnumber",
                                                               "uci",
                                                               "learnerref",
                                                               "pupilref",
                                                               "childreference"};
// … these are a part of somebody's name, so somebody has a row …
constexpr std::array<std::string_view, 12> names_of_somebody{
    "surname",   "forename",   "firstname",       "lastname",
    "givenname", "fullname",   "surnameforename", "surnamefirstname",
    "forenames", "firstnames", "familyname",      "preferredname"};
// … these may be somebody, or something else that has a name …
constexpr std::array<std::string_view, 7> perhaps_somebody{
    "name", "names", "initials", "learner", "student", "pupil", "child"};
// … these tell something about a person …
constexpr std::array<std::string_view, 38> personal{"dateofbirth",
                                                    "dob",
                                                    "birthdate",
                                                    "gender",
                                                    "sex",
                                                    "ethnicity",
                                                    "ethnicorigin",
                                                    "disability",
                                                    "doesthechild",
                                                    "ageofchild",
                                                    "age",
                                                    "postcode",
                                                    "homeaddress",
                                                    "legalstatus",
                                                    "placementtype",
                                                    "socialworker",
                                                    "nationality",
                                                    "religion",
                                                    "freeschoolmeals",
                                                    "fsm",
                                                    "senstatus",
                                                    "ehcplan",
                                                    "dateofcontact",
                                                    "dateofreferral",
                                                    "allocatedworker",
                                                    "ehcp",
                                                    "sen",
                                                    "send",
                                                    "lac",
                                                    "eal",
                                                    "lookedafter",
                                                    "pupilpremium",
                                                    "medical",
                                                    "allergies",
                                                    "nextofkin",
                                                    "parentorcarer",
                                                    "guardian",
                                                    "emergencycontact"};
// … and these about how somebody learns, or a group. Only when they say no more than that.
constexpr std::array<std::string_view, 19> of_learning{
    "attendance",      "punctuality",   "grade",       "mark",         "score",
    "result",          "behaviour",     "absence",     "absences",     "progress",
    "predictedgrade",  "targetgrade",   "finalgrade",  "currentgrade", "actualgrade",
    "priorattainment", "startingpoint", "destination", "workinggrade"};
// Where these stand too, the rows are staff, who have grades and an attendance as well.
constexpr std::array<std::string_view, 10> of_staff{
    "jobtitle", "role",     "department", "linemanager", "staffid",
    "payroll",  "contract", "salary",     "employer",    "staffnumber"};
// Words of names that are no person's.
constexpr std::array<std::string_view, 42> of_things{
    "college",   "school",     "academy",       "trust",          "centre",      "course",
    "programme", "level",      "diploma",       "award",          "certificate", "unit",
    "module",    "group",      "class",         "team",           "provider",    "partner",
    "council",   "department", "qualification", "apprenticeship", "learning",    "care",
    "skills",    "english",    "maths",         "studies",        "services",    "management",
    "business",  "science",    "arts",          "training",       "access",      "foundation",
    "adult",     "community",  "health",        "construction",   "engineering", "digital"};
constexpr std::array<std::string_view, 4> learners{"learner", "student", "pupil", "child"};

std::string letters_of(std::string_view heading) {
  std::string letters;
  for (const char c : lowered_ascii(heading))
    if (c >= 'a' && c <= 'z') letters += c;
  return letters;
}

// What is parted by anything but letters; letters beyond ASCII are letters.
std::vector<std::string> words_of_cell(std::string_view cell) {
  std::vector<std::string> words(1);
  for (const char c : cell) {
    const bool letter =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    if (letter)
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool is_one_of(Words headings, std::string_view letters) {
  return std::ranges::find(headings, letters) != headings.end();
}

// The same for a heading that goes on: "Date of birth (day, month, year)".
bool begins_one_of(Words headings, std::string_view letters) {
  return std::ranges::any_of(headings, [&](std::string_view each) {
    return letters == each ||
           (each.size() >= long_enough_to_begin_a_heading && letters.starts_with(each));
  });
}

bool has_word_of(const std::vector<std::string>& words, Words wanted) {
  return std::ranges::any_of(words,
                             [&](const auto& word) { return is_one_of(wanted, letters_of(word)); });
}

// "Name of learner", "Learner's name", "Student first name"; not "Learner's school name".
bool names_a_learner(std::string_view heading) {
  const auto words = words_of_cell(heading);
  const bool name = std::ranges::any_of(
      words, [](const auto& word) { return letters_of(word).ends_with("name"); });
  return (name && has_word_of(words, learners) && !has_word_of(words, of_things)) ||
         begins_one_of(std::array<std::string_view, 4>{"childname", "pupilname", "learnername",
                                                       "studentname"},
                       letters_of(heading));
}

struct Heads {
  std::size_t numbers = 0;
  std::size_t named = 0;
  std::size_t perhaps = 0;
  std::size_t perhaps_at = 0;  // the column of the first of these
  std::size_t told = 0;
  std::size_t learning = 0;
  bool staff = false;
};

Heads heads_in(const Row& row) {
  Heads heads;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const auto letters = letters_of(row[i]);
    if (begins_one_of(numbers_of_children, letters))
      ++heads.numbers;
    else if (names_a_learner(row[i]) || begins_one_of(names_of_somebody, letters))
      ++heads.named;
    else if (is_one_of(perhaps_somebody, letters) && heads.perhaps++ == 0)
      heads.perhaps_at = i;
    else if (begins_one_of(personal, letters))
      ++heads.told;
    else if (is_one_of(of_learning, letters))
      ++heads.learning;
    heads.staff = heads.staff || is_one_of(of_staff, letters);
  }
  if (heads.staff) heads.learning = 0;
  return heads;
}

// "Plumbing level 2", "Eastmere College", "Health and care".
bool is_a_thing(std::string_view cell) {
  const auto words = words_of_cell(cell);
  const bool small = std::ranges::any_of(
      words, [](const auto& word) { return word == "and" || word == "of" || word == "in"; });
  const bool counted = std::ranges::any_of(cell, [](char c) { return c >= '0' && c <= '9'; });
  return small || counted || has_word_of(words, of_things);
}

// "Anna Smith", "Smith, Anna", "Zoë van der Berg"
bool is_a_full_name(std::string_view cell) {
  const auto words = words_of_cell(cell);
  const auto begins_large = [](const auto& word) {
    return (word.front() >= 'A' && word.front() <= 'Z') ||
           static_cast<unsigned char>(word.front()) >= 0x80;
  };
  return words.size() >= 2 && words.size() <= 5 && begins_large(words.front()) &&
         begins_large(words.back()) && !is_a_thing(cell);
}

// Of the cells of a column that say something, whether most are of that kind.
template <class Kind>
bool are_mostly(std::span<const Row> rows, std::size_t column, Kind is_so) {
  std::size_t all = 0;
  std::size_t so = 0;
  for (const auto& row : rows) {
    if (column >= row.size() || trimmed(row[column]).empty()) continue;
    ++all;
    if (is_so(row[column])) ++so;
  }
  return all > 0 && 2 * so > all;
}

bool heads_children(const Row& row, std::span<const Row> below) {
  const auto heads = heads_in(row);
  const auto told = heads.told + heads.learning;
  if (heads.numbers > 0 && (told > 0 || heads.named > 0 || heads.perhaps > 0)) return true;
  if (heads.named > 0 && told > 0) return true;
  if (heads.perhaps == 0 || told == 0) return false;
  if (are_mostly(below, heads.perhaps_at, is_a_full_name)) return true;
  return told > 1 && !are_mostly(below, heads.perhaps_at, is_a_thing);
}

bool says_something(const Row& row) {
  return std::ranges::any_of(row, [](const auto& cell) { return !trimmed(cell).empty(); });
}

}  // namespace

bool is_of_children(const Sheet& sheet) {
  for (std::size_t i = 0; i < sheet.size(); ++i) {
    const auto below = std::span(sheet).subspan(i + 1);
    if (heads_children(sheet[i], below)) return std::ranges::any_of(below, says_something);
  }
  return false;
}

}  // namespace touchstone::files
