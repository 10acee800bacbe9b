#pragma once
#include <expected>

#include "people/people.h"
#include "platform/http/routes.h"

namespace touchstone::staff {

// The proof that the visitor keeps the staff list, or a part of it.
class ListKeeper {
 public:
  ListKeeper(ListKeeper&&) = default;
  const people::Keeper& keeper() const { return keeper_; }

  friend std::expected<ListKeeper, http::Response> list_keeper(sql::Read&, const http::Request&,
                                                               http::Verb);

 private:
  explicit ListKeeper(people::Keeper keeper) : keeper_(keeper) {}
  people::Keeper keeper_;
};

// … and that this person is in their part.
class KeptPerson {
 public:
  KeptPerson(KeptPerson&&) = default;
  const people::Keeper& keeper() const { return keeper_; }
  const people::Person& person() const { return person_; }
  // Whether nothing of theirs is outside of the keeper's part.
  bool wholly() const { return wholly_; }

  friend std::expected<KeptPerson, http::Response> kept_person(sql::Read&, const http::Request&,
                                                               http::Verb);

 private:
  KeptPerson(people::Keeper keeper, people::Person person, bool wholly)
      : keeper_(keeper), person_(std::move(person)), wholly_(wholly) {}
  people::Keeper keeper_;
  people::Person person_;
  bool wholly_;
};

// … and that this team is.
class KeptTeam {
 public:
  KeptTeam(KeptTeam&&) = default;
  const people::Keeper& keeper() const { return keeper_; }
  const people::Team& team() const { return team_; }

  friend std::expected<KeptTeam, http::Response> kept_team(sql::Read&, const http::Request&,
                                                           http::Verb);

 private:
  KeptTeam(people::Keeper keeper, people::Team team) : keeper_(keeper), team_(std::move(team)) {}
  people::Keeper keeper_;
  people::Team team_;
};

// What concerns somebody everywhere is not for the keeper of a part of it: 403 and the sentence.
http::Response not_yours_alone();

// 403 for members who keep no staff list. The {person} and the {team} of the address: 404 for those
// of another part.
std::expected<ListKeeper, http::Response> list_keeper(sql::Read& read, const http::Request& request,
                                                      http::Verb verb);
std::expected<KeptPerson, http::Response> kept_person(sql::Read& read, const http::Request& request,
                                                      http::Verb verb);
std::expected<KeptTeam, http::Response> kept_team(sql::Read& read, const http::Request& request,
                                                  http::Verb verb);

}  // namespace touchstone::staff
