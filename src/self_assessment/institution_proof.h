#pragma once
#include <expected>
#include <optional>
#include <string_view>
#include <vector>

#include "people/people.h"
#include "platform/http/routes.h"
#include "standard/standard.h"

namespace touchstone::self_assessment {

// The voice in which an organisation is judged; the other one is "person".
inline constexpr std::string_view institution_voice = "institution";

// What the institution can be judged against: versions in use that speak of institutions, by title,
// the newest of each first.
std::vector<standard::Published> institution_standards(sql::Read& read, const Uuid& workspace);

// A version by which the institution is, or was, judged.
struct InstitutionStandard {
  standard::Published version;
  bool withdrawn = false;  // what was judged by it stays, and nothing is judged by it anew
};

// The one that the ?standard= of the address names, withdrawn or not, else the first in use that
// speaks of people too. Empty when there is none.
std::optional<InstitutionStandard> institution_standard(sql::Read& read,
                                                        const http::Request& request);

// Those withdrawn ones of which the visitor may see something: figures, what the leaders judged,
// or, who may judge, what they have begun.
std::vector<standard::Published> withdrawn_with_results(sql::Read& read,
                                                        const http::Request& request);

// Where there is none: 404 for one that was asked for by its address, otherwise a page that says so
// (409 for JSON).
http::Response nothing_to_judge_by(const http::Request& request);

// The proof that the visitor may see what self-assessments add up to in a team: the ?team= of the
// address, else the whole, else the first team that they may see. Without a ?standard= they see the
// first version of which anything was shown: one that was just brought in hides nothing.
class SeesFigures {
 public:
  SeesFigures(SeesFigures&&) = default;

  Uuid workspace() const { return workspace_; }
  Id<people::Team> root() const { return root_; }
  Id<people::Team> team() const { return team_; }
  const standard::Published& against() const { return against_.version; }
  bool withdrawn() const { return against_.withdrawn; }

  friend std::expected<SeesFigures, http::Response> sees_figures(sql::Read&, const http::Request&,
                                                                 http::Verb);

 private:
  SeesFigures(Uuid workspace, Id<people::Team> root, Id<people::Team> team,
              InstitutionStandard against)
      : workspace_(workspace), root_(root), team_(team), against_(std::move(against)) {}

  Uuid workspace_;
  Id<people::Team> root_;
  Id<people::Team> team_;
  InstitutionStandard against_;
};

// 404 for everybody without the verb on that team, and for a withdrawn version of which there is
// nothing to see; nothing_to_judge_by() where no standard serves.
std::expected<SeesFigures, http::Response> sees_figures(sql::Read& read,
                                                        const http::Request& request,
                                                        http::Verb verb);

// Whether the visitor holds the verb on that team, or on one above it that reaches it.
bool may_on(sql::Read& read, const http::Request& request, http::Verb verb, Id<people::Team> team);

}  // namespace touchstone::self_assessment
