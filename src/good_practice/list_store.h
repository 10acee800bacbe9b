#pragma once
#include <optional>
#include <string>
#include <vector>

#include "good_practice/funnel.h"
#include "good_practice/practice.h"
#include "platform/sql/turn.h"

// Items by what is asked of them. Whatever shows one to somebody goes by the proofs of
// gate_proof.h and reach_proof.h, not by these.
namespace touchstone::good_practice {

// Which items of the list that members read, the newest first; what is empty asks for nothing.
struct Wanted {
  bool open_to_all = false;  // may stand in the public feed
  bool stand_out = false;
  std::string search{};  // words that words of it begin with, without regard to case and accents
  std::string theme{};
  std::string subject{};
  std::optional<Id<Practice>> before{};  // recorded earlier than that one
  std::int64_t at_most = 500;
};
std::vector<Practice> practices(sql::Read& read, const Uuid& workspace, const Wanted& wanted);
// The themes and the subjects of the list, a few hundred at the most.
std::vector<std::string> listed_themes(sql::Read& read, const Uuid& workspace);
std::vector<std::string> listed_subjects(sql::Read& read, const Uuid& workspace);

// Where a page of the queue ended.
struct QueueEnd {
  Date waiting_since{};
  Id<Practice> practice{};
};
inline constexpr std::size_t queue_page_size = 50;
// What waits for the validators, the longest first: one more than a page, if there are so many.
std::vector<Practice> queue_of(sql::Read& read, const Uuid& workspace,
                               const std::optional<QueueEnd>& after);
// How many wait; 1,000 stands for whatever is more.
std::int64_t count_of_queue(sql::Read& read, const Uuid& workspace);

// The newest first: those of somebody, in that state or in any; recorded in a meeting; validated.
std::vector<Practice> recorded_by(sql::Read& read, const Uuid& workspace, Id<people::Person> finder,
                                  const std::optional<State>& state = {});
// What somebody withdrew, the newest first.
std::vector<Practice> withdrawn_by(sql::Read& read, const Uuid& workspace,
                                   Id<people::Person> finder);
std::vector<Practice> recorded_in(sql::Read& read, const Uuid& workspace, Id<Meeting> meeting);
// What is known on the list about one theme besides what somebody did themselves: how many wrote
// something down, and of how many others it is said that they try it, told how it went and would do
// it again. Each person counts once.
struct KnownAbout {
  int wrote = 0;
  int tried = 0;
  int reported = 0;
  int would_again = 0;
};
KnownAbout known_about(sql::Read& read, const Uuid& workspace, std::string_view theme,
                       Id<people::Person> besides);
std::vector<Practice> validated_ones(sql::Read& read, const Uuid& workspace, std::int64_t at_most);
// Versions of it, and of what was put together with it, the earliest first.
std::vector<Practice> variations_of(sql::Read& read, const Uuid& workspace, Id<Practice> parent);
// What was put together with it.
std::vector<Practice> put_into(sql::Read& read, const Uuid& workspace, Id<Practice> kept);

// Of all items, validated or not.
Funnel funnel_at(sql::Read& read, const Uuid& workspace);

}  // namespace touchstone::good_practice
