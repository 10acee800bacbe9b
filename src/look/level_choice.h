#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/html.h"
#include "platform/html/stencil.h"

namespace touchstone::look {

// A statement or item that can be ticked.
struct Tick {
  std::string value;  // "silver.reflect"
  std::string_view text;
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

// What one theme of a score sheet asks, the same for everybody.
struct LevelQuestion {
  std::string_view key;  // "core-values"
  std::string_view title;
  int number = 0;  // "3 of 10"; 0: says none
  int of = 0;
  Html guidance{};
  std::vector<LevelOption> levels{};  // lowest first
  std::vector<TickList> lists{};
  Html ending{};           // after all else
  bool sequential = true;  // a level takes in all below it
  bool may_clear = true;
  bool of_a_job = true;  // "not part of my job" is among the answers
  std::string_view not_of_a_job = "Not part of my job";
  bool counts = true;            // levels have points that are added up
  std::size_t longest_note = 0;  // characters; 0: says none
};

// What somebody answered, or is about to. The texts are looked at while it is shown.
struct LevelAnswer {
  Url save{};  // where the script saves this theme alone
  std::int64_t version = 0;
  std::string_view
      chosen{};  // a level's value, "below_minimum", "not_my_job", or empty: not judged
  std::string_view last_time{};             // likewise
  std::string_view last_time_name{};        // "Spring 2026"
  std::span<const std::string> unticked{};  // values of statements; the others are ticked
  std::span<const std::string> items{};     // values of items that are ticked
  std::string_view note{};
  std::string_view advice{};     // worth a look, never a refusal
  std::string_view complaint{};  // what is wrong with the level
  std::string_view note_complaint{};
  Html evidence{};  // what shows the level
  std::string_view
      offered{};  // the value of the level still held, where the chosen one was refused
};

// The question of one theme, put together once and shown with one answer after the other. Its form
// names begin with the key and a dot: level, note, version, statements (says that ticks were
// offered) with holds, lists with items. Two buttons send `take`: "<key>." clears the answer,
// "<key>.<level>" takes the level offered.
class LevelChoice {
 public:
  explicit LevelChoice(const LevelQuestion& question);

  // Appends it, in a section with the id "<key>"; its first input has the id "<key>.level". Before
  // the first question of a form (number 0 or 1) stands an unseen button, so that Enter saves.
  void add_to(Html& out, const LevelAnswer& answer) const;

  const std::string& key() const { return key_; }
  // About how long it is.
  std::size_t size() const { return whole_.size(); }

 private:
  friend class LevelChoiceMaker;
  friend struct LevelChoiceFiller;

  // What differs from one person to the next.
  enum class Part : std::uint8_t {
    section,
    version,
    complaint,
    level_described,
    checked,    // value
    last_time,  // value
    not_my_job,
    advice,
    statements_open,
    ticked,     // value
    list_open,  // from value to end
    item_ticked,
    note,
    evidence
  };
  struct Hole {
    Part part;
    std::uint32_t value = 0;  // its place among the values
    std::uint32_t end = 0;
  };
  struct Name {
    std::string value;
    std::string name;
  };

  std::string key_;
  std::string title_;
  bool of_a_job_;
  std::size_t longest_note_;
  std::vector<Name> levels_{};
  std::vector<std::string> values_{};
  Stencil<Hole> whole_{};
  Stencil<Hole> not_my_job_{};
};

}  // namespace touchstone::look
