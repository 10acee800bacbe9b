#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "good_practice/practice.h"

namespace touchstone::good_practice {

// A Quality Team meeting, whose minutes complete recording, validation and sharing (E-8).
struct Meeting {
  Id<Meeting> id{};
  Date held_on{};
  std::string people{};  // who was there
  std::string notes{};
  Id<people::Person> made_by{};
  std::int64_t version = 0;
};
Complaints complaints_about(const Meeting& meeting);
// What of it reads otherwise than what somebody typed.
Complaints clash_of(const Meeting& kept, const Meeting& typed);

enum class Verdict : std::uint8_t { agree, send_back, not_good_practice, merge };
inline constexpr std::array every_verdict{Verdict::agree, Verdict::send_back,
                                          Verdict::not_good_practice, Verdict::merge};
std::string_view to_text(Verdict verdict);  // "send_back"
std::optional<Verdict> verdict_from_text(std::string_view text);
std::string_view in_words(Verdict verdict);  // "Sent back with reasons"
// What an item is after it.
State state_after(Verdict verdict);

// What a validator decided about an item.
struct Decision {
  Id<Decision> id{};
  Id<Practice> practice{};
  Verdict verdict{};
  std::string reason{};                // what its finder reads
  std::string moderation{};            // a decision elsewhere that is the validation (E-10)
  std::optional<Id<Practice>> into{};  // merge: which takes it in
  std::optional<Id<Meeting>> meeting{};
  Id<people::Person> made_by{};
  Moment at{};
  Date made_on{};
  State before = State::waiting;                  // what the item was until then
  std::optional<Id<people::Person>> undone_by{};  // merge: who took them apart again
  std::optional<Moment> undone_at{};
};

// A reason is asked for whatever is no agreement, another item to merge into.
Complaints complaints_about(const Decision& decision);

}  // namespace touchstone::good_practice
