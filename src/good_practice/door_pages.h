#pragma once
#include <expected>

#include "good_practice/door_store.h"
#include "good_practice/idea_file_parts.h"
#include "good_practice/reach_proof.h"
#include "platform/json/described.h"

// Addresses that partners' managers use without an account (E-6).
namespace touchstone::good_practice {

// The list of these addresses, for validators.
http::Response show_doors(sql::Read& read, const http::Request& request,
                          const Validator& validator);
// The only answer that tells the new address.
http::Response open_new_door(sql::Write& write, const http::Request& request,
                             const Validator& validator);
http::Response close_one_door(sql::Write& write, const http::Request& request,
                              const Validator& validator);
std::string doors_schema(json::Components& components);

// The proof that somebody has such an address, which is open: {workspace} and {secret}.
class DoorHolder {
 public:
  DoorHolder(DoorHolder&&) = default;
  const Door& door() const { return door_; }
  const people::Workspace& workspace() const { return workspace_; }

  friend std::expected<DoorHolder, http::Response> door_holder(sql::Read&, const http::Request&,
                                                               http::Verb);

 private:
  DoorHolder(Door door, people::Workspace workspace)
      : door_(std::move(door)), workspace_(std::move(workspace)) {}
  Door door_;
  people::Workspace workspace_;
};
// 404 with a sentence for everybody else.
std::expected<DoorHolder, http::Response> door_holder(sql::Read& read, const http::Request& request,
                                                      http::Verb verb);
http::Response show_door(sql::Read& read, const http::Request& request, const DoorHolder& holder);
// The prepare step: keeps the files of what can go into the queue, and of nothing else.
http::Later<evidence::SentFiles> take_sent_files(sql::Read& read, const http::Request& request);
// Into the queue of the validators. 429 after most_by_door in an hour.
http::Response send_by_door(sql::Write& write, const http::Request& request,
                            const DoorHolder& holder, const evidence::SentFiles& came);
std::string sent_schema(json::Components& components);

}  // namespace touchstone::good_practice
