#pragma once
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "good_practice/list_store.h"
#include "good_practice/practice_store.h"
#include "platform/sql/turn.h"

// The order of the six stages, as types: what asks for one of these cannot be done too early.
namespace touchstone::good_practice {

// The proof that an item was validated: it may be shared (E-9).
class Validated {
 public:
  Validated(Validated&&) = default;
  Validated& operator=(Validated&&) = default;
  const Practice& practice() const { return practice_; }

 protected:
  friend class Gate;
  explicit Validated(Practice practice) : practice_(std::move(practice)) {}

 private:
  Practice practice_;
};

// The proof that it was validated and shared: every member may find, read and try it.
class Listed : public Validated {
 public:
  const Track& track() const { return track_; }

 private:
  friend class Gate;
  Listed(Practice practice, const Track& track) : Validated(std::move(practice)), track_(track) {}
  Track track_;
};

// The rules.
bool is_validated(const Practice& practice);
bool is_listed(const Practice& practice);

// Makes these proofs and nothing else does. It looks into the database itself and believes nobody
// who says what an item is.
class Gate {
 public:
  static std::optional<Validated> validated(sql::Read& read, const Uuid& workspace,
                                            Id<Practice> id);
  static std::optional<Listed> listed(sql::Read& read, const Uuid& workspace, Id<Practice> id);
  static std::vector<Listed> listed(sql::Read& read, const Uuid& workspace, const Wanted& wanted);
};

// Empty unless it was validated and shared. Of what was put together with another that other.
std::optional<Listed> listed_item(sql::Read& read, const Uuid& workspace, Id<Practice> id);
// Of the items wanted those that were validated and shared, the newest first.
std::vector<Listed> listed_items(sql::Read& read, const Uuid& workspace, const Wanted& wanted);

// Its title where every member may read it; otherwise words that say nothing of it (E-9).
std::string title_for_all(sql::Read& read, const Uuid& workspace, Id<Practice> id);

// The proof that somebody keeps the quality of the whole organisation: its quality manager or
// coordinator.
class Validator {
 public:
  Validator(Validator&&) = default;
  Validator& operator=(Validator&&) = default;
  Uuid workspace() const { return workspace_; }
  Id<people::Person> person() const { return person_; }

  // `on` by the workspace's clock.
  static std::optional<Validator> of(sql::Read& read, const Uuid& workspace,
                                     Id<people::Person> person, Date on);

 private:
  Validator(const Uuid& workspace, Id<people::Person> person)
      : workspace_(workspace), person_(person) {}
  Uuid workspace_;
  Id<people::Person> person_;
};

// The proof that a validator may decide about that item: it is not their own and never was (E-11).
class Decider {
 public:
  Decider(Decider&&) = default;
  const Practice& practice() const { return practice_; }
  Id<people::Person> person() const { return person_; }

  // Looks the item up. Otherwise a sentence for whoever tried.
  static std::expected<Decider, std::string_view> of(sql::Read& read, const Validator& validator,
                                                     Id<Practice> id);

 private:
  Decider(Practice practice, Id<people::Person> person)
      : practice_(std::move(practice)), person_(person) {}
  Practice practice_;
  Id<people::Person> person_;
};

}  // namespace touchstone::good_practice
