#pragma once
#include <expected>
#include <optional>
#include <vector>

#include "good_practice/gate_proof.h"
#include "people/people.h"
#include "platform/http/routes.h"

// Who may come to what in this room.
namespace touchstone::good_practice {

// A member of the organisation, with what they are here.
class Viewer {
 public:
  Viewer(Viewer&&) = default;
  Uuid workspace() const { return workspace_; }
  Id<people::Workspace> here() const { return {workspace_}; }
  Id<people::Person> person() const { return person_; }
  Date today() const { return today_; }
  // Null unless they validate; never by a remembered phone.
  const Validator* validator() const { return validator_ ? &*validator_ : nullptr; }
  // Whether they see the register, or their team's part of it.
  bool reads_register() const { return validator_ || !headed_.empty(); }
  // Whether they may know that this is about that person: their own, a colleague of a team of
  // theirs, one of a team that they head, or anybody to a validator (E-25).
  bool may_name(sql::Read& read, Id<people::Person> person) const;

  friend std::expected<Viewer, http::Response> viewer(sql::Read&, const http::Request&, http::Verb);

 private:
  Viewer(const Uuid& workspace, Id<people::Person> person)
      : workspace_(workspace), person_(person) {}
  Uuid workspace_;
  Id<people::Person> person_;
  std::optional<Validator> validator_;
  std::vector<Id<people::Team>> teams_;
  std::vector<Id<people::Team>> headed_;
  Date today_{};
};
std::expected<Viewer, http::Response> viewer(sql::Read& read, const http::Request& request,
                                             http::Verb verb);

// 403 for members who validate nothing.
std::expected<Validator, http::Response> validator(sql::Read& read, const http::Request& request,
                                                   http::Verb verb);

// The {practice} of the address and somebody who may read it: anybody once it was shared; before
// that its finder, the one colleague it is shown to, the validators, and the tutor whose practice
// it is once it was validated (E-9). What its finder withdrew is theirs alone.
class SeenPractice {
 public:
  SeenPractice(SeenPractice&&) = default;
  const Practice& practice() const { return practice_; }
  const Track& track() const { return track_; }
  const Viewer& viewer() const { return viewer_; }
  bool is_finder() const { return practice_.finder == viewer_.person(); }
  bool is_tutor() const { return practice_.tutor == viewer_.person(); }
  bool is_listed() const { return good_practice::is_listed(practice_); }

  friend std::expected<SeenPractice, http::Response> seen_practice(sql::Read&, const http::Request&,
                                                                   http::Verb);

 private:
  SeenPractice(Viewer viewer, Practice practice, const Track& track)
      : viewer_(std::move(viewer)), practice_(std::move(practice)), track_(track) {}
  Viewer viewer_;
  Practice practice_;
  Track track_;
};
// 404 for everybody else; of what was put together with something that they may read they are led
// there.
std::expected<SeenPractice, http::Response> seen_practice(sql::Read& read,
                                                          const http::Request& request,
                                                          http::Verb verb);

// Its finder. 404 for those who may not see it, 403 for those who may.
class FoundPractice {
 public:
  FoundPractice(FoundPractice&&) = default;
  const SeenPractice& seen() const { return seen_; }
  const Practice& practice() const { return seen_.practice(); }

  friend std::expected<FoundPractice, http::Response> found_practice(sql::Read&,
                                                                     const http::Request&,
                                                                     http::Verb);

 private:
  explicit FoundPractice(SeenPractice seen) : seen_(std::move(seen)) {}
  SeenPractice seen_;
};
std::expected<FoundPractice, http::Response> found_practice(sql::Read& read,
                                                            const http::Request& request,
                                                            http::Verb verb);

// A validator who may decide about the {practice}; 403 with a sentence for its own (E-11).
class DecidedPractice {
 public:
  DecidedPractice(DecidedPractice&&) = default;
  const SeenPractice& seen() const { return seen_; }
  const Decider& decider() const { return decider_; }

  friend std::expected<DecidedPractice, http::Response> decided_practice(sql::Read&,
                                                                         const http::Request&,
                                                                         http::Verb);

 private:
  DecidedPractice(SeenPractice seen, Decider decider)
      : seen_(std::move(seen)), decider_(std::move(decider)) {}
  SeenPractice seen_;
  Decider decider_;
};
std::expected<DecidedPractice, http::Response> decided_practice(sql::Read& read,
                                                                const http::Request& request,
                                                                http::Verb verb);

// A validator and a {practice} that was validated; 422 for one that was not (E-9).
class SpreadPractice {
 public:
  SpreadPractice(SpreadPractice&&) = default;
  const SeenPractice& seen() const { return seen_; }
  const Validated& validated() const { return validated_; }
  Id<people::Person> person() const { return seen_.viewer().person(); }

  friend std::expected<SpreadPractice, http::Response> spread_practice(sql::Read&,
                                                                       const http::Request&,
                                                                       http::Verb);

 private:
  SpreadPractice(SeenPractice seen, Validated validated)
      : seen_(std::move(seen)), validated_(std::move(validated)) {}
  SeenPractice seen_;
  Validated validated_;
};
std::expected<SpreadPractice, http::Response> spread_practice(sql::Read& read,
                                                              const http::Request& request,
                                                              http::Verb verb);

// A member and a {practice} that was shared; 422 for one that they see but that was not (E-9).
class ListedPractice {
 public:
  ListedPractice(ListedPractice&&) = default;
  const SeenPractice& seen() const { return seen_; }
  const Listed& listed() const { return listed_; }
  Id<people::Person> person() const { return seen_.viewer().person(); }

  friend std::expected<ListedPractice, http::Response> listed_practice(sql::Read&,
                                                                       const http::Request&,
                                                                       http::Verb);

 private:
  ListedPractice(SeenPractice seen, Listed listed)
      : seen_(std::move(seen)), listed_(std::move(listed)) {}
  SeenPractice seen_;
  Listed listed_;
};
std::expected<ListedPractice, http::Response> listed_practice(sql::Read& read,
                                                              const http::Request& request,
                                                              http::Verb verb);

}  // namespace touchstone::good_practice
