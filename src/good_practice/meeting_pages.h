#pragma once
#include <expected>

#include "good_practice/decision.h"
#include "good_practice/reach_proof.h"
#include "platform/json/described.h"

// Quality Team meetings: an agenda made of what waits, and minutes made of what was decided there
// (E-8, E-15).
namespace touchstone::good_practice {

http::Response show_meetings(sql::Read& read, const http::Request& request,
                             const Validator& validator);
http::Response begin_meeting(sql::Write& write, const http::Request& request,
                             const Validator& validator);
std::string meetings_schema(json::Components& components);

// The {meeting} of the address, for validators.
class HeldMeeting {
 public:
  HeldMeeting(HeldMeeting&&) = default;
  const Meeting& meeting() const { return meeting_; }
  const Validator& validator() const { return validator_; }

  friend std::expected<HeldMeeting, http::Response> held_meeting(sql::Read&, const http::Request&,
                                                                 http::Verb);

 private:
  HeldMeeting(Meeting meeting, Validator validator)
      : meeting_(std::move(meeting)), validator_(std::move(validator)) {}
  Meeting meeting_;
  Validator validator_;
};
std::expected<HeldMeeting, http::Response> held_meeting(sql::Read& read,
                                                        const http::Request& request,
                                                        http::Verb verb);
http::Response show_meeting(sql::Read& read, const http::Request& request, const HeldMeeting& held);
http::Response change_meeting(sql::Write& write, const http::Request& request,
                              const HeldMeeting& held);
std::string meeting_schema(json::Components& components);

}  // namespace touchstone::good_practice
