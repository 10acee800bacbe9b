#include "platform/sql/history.h"

#include <optional>
#include <stdexcept>

#include "platform/sql/history_chain.h"

namespace touchstone::sql {
namespace {

constexpr std::size_t salt_size = 16;

std::string_view name_of(Channel channel) {
  switch (channel) {
    case Channel::page:
      return "page";
    case Channel::command_line:
      return "command_line";
    case Channel::job:
      return "job";
    case Channel::set_up:
      return "set_up";
  }
  throw std::logic_error("There is no such channel.");
}

Bytes bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::optional<Uuid> unless_empty(const Uuid& uuid) {
  return uuid.empty() ? std::nullopt : std::optional(uuid);
}

Entry entry_of(const Actor& actor, Happening happening, std::int64_t n, const Keys& keys) {
  Entry entry{.n = n,
              .at = to_number(now()),
              .actor = unless_empty(actor.person),
              .for_person = unless_empty(actor.for_person),
              .channel = std::string(name_of(actor.channel)),
              .request = actor.request,
              .noun = std::string(happening.noun),
              .object = happening.object,
              .verb = std::string(happening.verb),
              .change = std::move(happening.change),
              .salt = random_bytes(salt_size),
              .key_id = keys.key_id};
  entry.digest = digest_of_change(*entry.salt, *entry.change);
  return entry;
}

void insert(Turn& turn, const Uuid& workspace, const Entry& entry) {
  turn.post(
      "INSERT INTO history (ws, n, at, actor, for_person, channel, request, noun, object, verb,"
      " change, salt, digest, key_id, mac) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {workspace, entry.n, entry.at, entry.actor, entry.for_person, entry.channel, entry.request,
       entry.noun, entry.object, entry.verb, entry.change, bytes_of(*entry.salt), entry.digest,
       entry.key_id, entry.mac});
}

std::optional<Head> head_for_update(Turn& turn, const Uuid& workspace) {
  for (const auto& row :
       turn.rows("SELECT n, mac FROM history_head WHERE ws = ?{for_update}", {workspace}))
    return Head{workspace, row.get<std::int64_t>(0), row.get<Digest>(1)};
  return std::nullopt;
}

void save(Turn& turn, const Head& head, const Keys& keys, bool first) {
  const auto seal = seal_of(keys.history, head);
  if (first)
    turn.post("INSERT INTO history_head (n, mac, seal, key_id, ws) VALUES (?, ?, ?, ?, ?)",
              {head.n, head.mac, seal, keys.key_id, head.workspace});
  else
    turn.post("UPDATE history_head SET n = ?, mac = ?, seal = ?, key_id = ? WHERE ws = ?",
              {head.n, head.mac, seal, keys.key_id, head.workspace});
}

}  // namespace

Write& Write::outside() {
  if (actor_.workspace.empty()) return *this;
  if (!outside_) {
    auto actor = actor_;
    actor.workspace = {};
    outside_ = std::make_unique<Write>(turn_, std::move(actor));
  }
  return *outside_;
}

void Write::finish(const Keys& keys) {
  if (outside_) outside_->finish(keys);
  if (happenings_.empty()) {
    if (changed_ == 0) return;
    throw std::logic_error("Rows were changed, and nothing was recorded in the history.");
  }
  const auto before = head_for_update(turn_, actor_.workspace);
  auto head = before.value_or(Head{.workspace = actor_.workspace});
  for (auto& happening : happenings_) {
    auto entry = entry_of(actor_, std::move(happening), head.n + 1, keys);
    entry.mac = mac_of_entry(keys.history, head.workspace, head.mac, entry);
    insert(turn_, head.workspace, entry);
    head.n = entry.n;
    head.mac = entry.mac;
  }
  save(turn_, head, keys, !before);
  happenings_.clear();
  changed_ = 0;
}

void erase_changes(Write& write, std::vector<std::int64_t> rows) {
  const auto stretches = stretches_of(std::move(rows));
  if (stretches.empty()) return;
  const auto& workspace = write.actor().workspace;
  for (const auto& [first, last] : stretches)
    write.execute(
        "UPDATE history SET change = NULL, salt = NULL WHERE ws = ? AND n >= ? AND n <= ?"
        " AND noun <> ?",
        workspace, first, last, erasure_noun);
  write.record({.noun = erasure_noun,
                .object = workspace,
                .verb = erasure_verb,
                .change = text_of(stretches)});
}

std::int64_t revision_of(Read& read, const Uuid& workspace) {
  for (const auto& row : read.rows("SELECT n FROM history_head WHERE ws = ?", workspace))
    return row.get<std::int64_t>(0);
  return 0;
}

std::vector<Head> heads_of_history(Read& read) {
  std::vector<Head> heads;
  for (const auto& row : read.rows("SELECT ws, n, mac FROM history_head ORDER BY ws"))
    heads.push_back({row.get<Uuid>(0), row.get<std::int64_t>(1), row.get<Digest>(2)});
  return heads;
}

}  // namespace touchstone::sql
