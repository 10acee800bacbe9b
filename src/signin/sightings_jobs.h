#pragma once
#include <memory>

#include "platform/http/request.h"
#include "platform/sql/database.h"

namespace touchstone::signin {

// Who is asking. Reads on the way, and keeps "last seen" in the database fresh to the minute from a
// thread of its own, so that looking at a page writes nothing.
class Sightings {
 public:
  explicit Sightings(sql::Database& database);
  ~Sightings();  // writes what is not yet written
  Sightings(const Sightings&) = delete;
  Sightings& operator=(const Sightings&) = delete;

  // http::Hooks::identify: fills request.visitor from the session token and the {workspace} of the
  // address. Two queries. Without a session, a remembered phone is its owner where
  // opens_on_remembered_phones() says so, without any grant.
  void identify(sql::Read& read, http::Request& request);

 private:
  bool by_session(sql::Read& read, http::Request& request);
  void by_device(sql::Read& read, http::Request& request);

  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace touchstone::signin
