#pragma once
#include <cstdint>
#include <span>
#include <string_view>

namespace touchstone::look {

// Terms that differ between the kinds of organisation.
enum class Term : std::uint8_t {
  organisation,  // "college"
  organisations,
  team,  // "department"
  teams,
  head,           // "head of department"
  own_judgement,  // "self-assessment"
  own_judgements,
  year,      // "self-assessment year"
  led_by,    // who answers for an action
  weakness,  // "area for improvement"
  weaknesses,
  colleague,  // "tutor"
  colleagues,
};

// In the word set of a workspace, in lower case: "college" or "council"; any other set speaks like
// a college.
std::string_view word(std::string_view set, Term term);
// The same with a capital first letter, for the beginning of a sentence.
std::string_view capital(std::string_view set, Term term);

std::span<const std::string_view> word_sets();
std::span<const Term> terms();

}  // namespace touchstone::look
