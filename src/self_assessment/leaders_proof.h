#pragma once
#include <expected>

#include "people/people.h"
#include "platform/http/routes.h"
#include "self_assessment/institution_proof.h"
#include "standard/standard.h"

namespace touchstone::self_assessment {

// The proof that the visitor may judge the organisation as a whole: they have a seat among its
// leaders.
class LeadersSeat {
 public:
  LeadersSeat(LeadersSeat&&) = default;

  Uuid workspace() const { return workspace_; }
  Id<people::Person> person() const { return person_; }
  Id<people::Team> team() const { return team_; }
  const standard::Published& against() const { return against_.version; }
  const standard::Content& content() const { return *against_.version.content; }
  // Whether nothing is judged by it anew: what was begun can be finished.
  bool withdrawn() const { return against_.withdrawn; }

  friend std::expected<LeadersSeat, http::Response> leaders_seat(sql::Read&, const http::Request&,
                                                                 http::Verb);

 private:
  LeadersSeat(Uuid workspace, Id<people::Person> person, Id<people::Team> team,
              InstitutionStandard against)
      : workspace_(workspace), person_(person), team_(team), against_(std::move(against)) {}

  Uuid workspace_;
  Id<people::Person> person_;
  Id<people::Team> team_;
  InstitutionStandard against_;
};

// 404 for everybody without the verb on the team that is the whole: an unfinished judgement is not
// theirs to see. And for a withdrawn version by which nothing was judged.
std::expected<LeadersSeat, http::Response> leaders_seat(sql::Read& read,
                                                        const http::Request& request,
                                                        http::Verb verb);

}  // namespace touchstone::self_assessment
