#pragma once
#include <expected>
#include <optional>
#include <string>

#include "look/layout.h"
#include "people/people.h"
#include "platform/http/routes.h"
#include "platform/jobs/jobs.h"
#include "signin/account_mail_store.h"
#include "signin/demo_store.h"
#include "signin/deputy_form.h"
#include "signin/device.h"
#include "signin/invitation_store.h"
#include "signin/navigation_view.h"
#include "signin/personal_store.h"
#include "signin/set_up_store.h"
#include "signin/sightings_jobs.h"
#include "signin/slip_store.h"
#include "signin/turnstile.h"

// Passwords, sessions, first-run set-up, the own account. The front door of the room.
namespace touchstone::signin {

// /sign-in, /new-password, /sign-out, /, /account, /invitation and /set-up.
void add_routes(http::Routes& routes);

// What makes and mails links. Before the runner starts.
void add_jobs(jobs::Runner& runner);

// "https://touchstone.example": the public address, else as the request reached us; the server
// answers to its own names only.
std::string site_of(const http::Request& request);

// What another room does when a demo's clock was moved to that day, in the same turn. Registered
// when the program is put together; the same function twice counts once.
using ClockMoved = void (*)(sql::Write&, Date today);
void when_a_demo_clock_moves(ClockMoved moved);

// "The clock of this demo stands at Tuesday 19 January 2027."; empty where the clock runs.
std::string clock_banner(const http::Visitor& visitor);

// A page with whose organisation it is, the navigation, the way to one's account and out, and the
// demo's clock. The caller adds complaints and the rest.
look::Page page_of(const http::Request& request, std::string title, Html main);

class Resolvers;

// Anybody at all, signed in or not.
class Anyone {
 public:
  Anyone(Anyone&&) = default;
  Anyone& operator=(Anyone&&) = default;

 private:
  friend class Resolvers;
  Anyone() = default;
};

// Somebody with a session, in whatever organisation.
class SignedIn {
 public:
  SignedIn(SignedIn&&) = default;
  SignedIn& operator=(SignedIn&&) = default;

  Id<people::Account> account() const { return account_; }

 private:
  friend class Resolvers;
  explicit SignedIn(Id<people::Account> account) : account_(account) {}
  Id<people::Account> account_;
};

// A person of the workspace in the address, with the right that the route asks for (on some team of
// it): their own, or that of whom they act for.
class Member {
 public:
  Member(Member&&) = default;
  Member& operator=(Member&&) = default;

  Id<people::Workspace> workspace() const { return workspace_; }
  Id<people::Person> person() const { return person_; }

 private:
  friend class Resolvers;
  Member(Id<people::Workspace> workspace, Id<people::Person> person)
      : workspace_(workspace), person_(person) {}
  Id<people::Workspace> workspace_;
  Id<people::Person> person_;
};

std::expected<Anyone, http::Response> anyone(sql::Read&, const http::Request&, http::Verb);
// Sends to the sign-in page who is not signed in (401 for JSON).
std::expected<SignedIn, http::Response> signed_in(sql::Read&, const http::Request&, http::Verb);
// The same; 404 for strangers to the workspace, 403 for members without the verb of the route
// (`visit` asks for none), and for whoever acts for somebody else: what is a person's own is
// nobody's to act in.
std::expected<Member, http::Response> member(sql::Read&, const http::Request&, http::Verb);
// The same for what a role opens: who acts for somebody comes in with that person's roles.
std::expected<Member, http::Response> member_or_deputy(sql::Read&, const http::Request&,
                                                       http::Verb);

}  // namespace touchstone::signin
