#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "platform/sql/turn.h"
#include "staff/staff_import.h"

namespace touchstone::staff {

// A file that its keeper looks at before it is applied; they have one at most.
struct StaffDraft {
  Moment at{};
  std::string content{};  // UTF-8; empty once it was applied
  bool from_windows = false;
  std::string done{};  // what came of it, in words; empty: nothing yet
};

// A draft is forgotten after that time.
inline constexpr std::chrono::hours draft_lifetime{24};

std::optional<StaffDraft> draft_of(sql::Read& read, const people::Keeper& keeper, Moment real);
// In place of the one before; drafts of the organisation that are too old go.
void keep_draft(sql::Housekeeping& housekeeping, const people::Keeper& keeper,
                const StaffDraft& draft);
void forget_draft(sql::Housekeeping& housekeeping, const people::Keeper& keeper);

// Those of all keepers: somebody who is to be forgotten may stand in them.
void forget_all_drafts(sql::Housekeeping& housekeeping, Id<people::Workspace> workspace);

// All of it, in the actor's workspace. Throws std::logic_error for one that may not be applied.
void apply_import(sql::Write& write, const StaffImport& import, Date on);

}  // namespace touchstone::staff
