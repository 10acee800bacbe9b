#include "good_practice/door_store.h"

#include <boost/describe.hpp>

#include "platform/json/described.h"
#include "platform/secret.h"

namespace touchstone::good_practice {
namespace {

struct KeptDoor {
  std::string label;
};
BOOST_DESCRIBE_STRUCT(KeptDoor, (), (label))

}  // namespace

std::string open_door(sql::Write& write, const Validator& by, std::string_view label, Moment at) {
  auto secret = random_token();
  const auto id = Id<Door>::fresh();
  write.execute(
      "INSERT INTO practice_door (ws, id, token_hash, label, made_by, at) "
      "VALUES (?, ?, ?, ?, ?, ?)",
      by.workspace(), id, digest_of(secret), label, by.person(), at);
  write.record({"practice_door", id.value, "opened", json::text_of(KeptDoor{std::string(label)})});
  return secret;
}

bool close_door(sql::Write& write, const Validator& by, Id<Door> door, Moment at) {
  if (write.execute("UPDATE practice_door SET closed_at = ? "
                    "WHERE ws = ? AND id = ? AND closed_at IS NULL",
                    at, by.workspace(), door) > 0)
    write.record({"practice_door", door.value, "closed", "{}"});
  return write.rows("SELECT 1 FROM practice_door WHERE ws = ? AND id = ?", by.workspace(), door)
             .next() != nullptr;
}

std::vector<Door> doors(sql::Read& read, const Uuid& workspace) {
  std::vector<Door> found;
  for (const auto& row :
       read.rows("SELECT d.id, d.label, d.at, d.closed_at, (SELECT COUNT(*) FROM practice p "
                 "WHERE p.ws = d.ws AND p.door = d.id) FROM practice_door d "
                 "WHERE d.ws = ? ORDER BY d.at DESC, d.id DESC",
                 workspace))
    found.push_back({.id = row.get<Id<Door>>(0),
                     .workspace = {workspace},
                     .label = row.get<std::string>(1),
                     .made_at = row.get<Moment>(2),
                     .closed_at = row.get<std::optional<Moment>>(3),
                     .sent = row.integer(4)});
  return found;
}

std::string sender_without_name(sql::Read& read, const Uuid& workspace, const Practice& practice) {
  for (const auto& door : doors(read, workspace))
    if (door.id == practice.door) return door.label;
  return "A partner";
}

std::optional<Door> door_of(sql::Read& read, std::string_view secret) {
  for (const auto& row : read.rows("SELECT ws, id, label, at, made_by FROM practice_door "
                                   "WHERE token_hash = ? AND closed_at IS NULL",
                                   digest_of(secret)))
    return Door{.id = row.get<Id<Door>>(1),
                .workspace = row.get<Id<people::Workspace>>(0),
                .label = row.get<std::string>(2),
                .made_at = row.get<Moment>(3),
                .made_by = row.get<Id<people::Person>>(4)};
  return std::nullopt;
}

}  // namespace touchstone::good_practice
