#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/html.h"

namespace touchstone::look {

// A statement or item that can be ticked.
struct Tick {
  std::string_view value;  // "silver.reflect"
  std::string_view text;
  bool ticked = true;
};

// One level that can be chosen.
struct LevelOption {
  std::string_view value;   // its key
  std::string_view letter;  // "S"
  std::string_view name;    // "Silver"
  int points = 0;
  std::string_view text;           // about twelve words
  std::vector<Tick> statements{};  // what it asks for, besides all levels below
};

struct TickList {
  std::string_view title;
  std::vector<Tick> items{};
};

// The question of one theme of a score sheet. The texts must outlive the call. Its form names begin
// with the key and a dot: level, note, version, statements (says that ticks were offered) with
// holds, lists with items. Two buttons send `take`: "<key>." clears the answer, "<key>.<level>"
// takes the level offered.
struct LevelChoice {
  std::string_view key;  // "core-values"
  std::string_view title;
  int number = 0;  // "3 of 10"; 0: says none
  int of = 0;
  Html guidance{};
  Url save{};  // where the script saves this theme alone
  std::int64_t version = 0;
  std::vector<LevelOption> levels{};  // lowest first
  std::string_view
      chosen{};  // a level's value, "below_minimum", "not_my_job", or empty: not judged
  std::string_view last_time{};       // likewise
  std::string_view last_time_name{};  // "Spring 2026"
  std::vector<TickList> lists{};
  std::string_view note{};
  std::string_view advice{};     // worth a look, never a refusal
  std::string_view complaint{};  // what is wrong with the level
  std::string_view note_complaint{};
  Html evidence{};  // what shows the level
  std::string_view
      offered{};           // the value of the level still held, where the chosen one was refused
  bool sequential = true;  // a level takes in all below it
  bool may_clear = true;
  bool of_a_job = true;  // "not part of my job" is among the answers
  std::string_view not_of_a_job = "Not part of my job";
  bool counts = true;  // levels have points that are added up
};

// Appends the question, in a section with the id "<key>"; its first input has the id "<key>.level".
// Before the first question of a form (number 0 or 1) stands an unseen button, so that Enter saves.
void add_level_choice(Html& out, const LevelChoice& choice);

// What a sheet adds up to, in sight while scrolling; the script keeps it up to date from the
// answers of `save`.
struct ScoreSummary {
  int answered = 0;
  int of = 0;
  int total = 0;
  int maximum = 0;  // 0: nothing is added up
  std::string_view sentence{};
  std::string_view saved_at{};  // "10:42"
};
Html score_summary(const ScoreSummary& summary);

// The subtotal of one printed page, kept up to date likewise.
Html score_subtotal(std::string_view title, int sheet, int points, int maximum);

}  // namespace touchstone::look
