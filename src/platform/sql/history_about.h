#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "platform/sql/turn.h"

// What the history says about things and people, for those who may know it or have it erased.
namespace touchstone::sql {

struct Thing {
  std::string noun{};
  Uuid object{};
};

// The rows about these things in that workspace: what erase_changes takes.
std::vector<std::int64_t> rows_about(Read& read, const Uuid& workspace,
                                     const std::vector<Thing>& things);

// What happened to one thing, oldest first.
struct Happened {
  Moment at{};
  std::string verb{};
  std::optional<std::string> change{};  // JSON; empty: erased
};
std::vector<Happened> happened_to(Read& read, const Uuid& workspace, const Thing& thing);

// All that was done in that way to things of that kind, where the text was not erased.
struct Change {
  Uuid object{};
  std::string change{};  // JSON
};
std::vector<Change> changes_by(Read& read, const Uuid& workspace, std::string_view noun,
                               std::string_view verb);

// Each thing that somebody changed, once.
std::vector<Thing> things_touched_by(Read& read, const Uuid& workspace, const Uuid& person);

// What somebody did, one line for each kind of thing and deed.
struct Deeds {
  std::string noun{};
  std::string verb{};
  std::int64_t times = 0;
  Moment first{};
  Moment last{};
};
std::vector<Deeds> deeds_of(Read& read, const Uuid& workspace, const Uuid& person);

}  // namespace touchstone::sql
