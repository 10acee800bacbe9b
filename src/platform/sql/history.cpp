#include "platform/sql/history.h"

#include <algorithm>
#include <map>
#include <optional>
#include <stdexcept>

namespace touchstone::sql {
namespace {

constexpr std::size_t salt_size = 16;

// A row of the table, whole.
struct Entry {
  std::int64_t n = 0;
  std::int64_t at = 0;
  std::optional<Uuid> actor;
  std::optional<Uuid> for_person;
  std::string channel;
  std::string request;
  std::string noun;
  Uuid object{};
  std::string verb;
  std::optional<std::string> change;
  std::optional<std::string> salt;
  Digest digest{};
  std::string key_id;
  Digest mac{};
};

std::string_view name_of(Channel channel) {
  switch (channel) {
    case Channel::page:
      return "page";
    case Channel::api:
      return "api";
    case Channel::command_line:
      return "command_line";
    case Channel::job:
      return "job";
    case Channel::set_up:
      return "set_up";
  }
  throw std::logic_error("There is no such channel.");
}

std::string_view view(const Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}
std::string_view view(const Uuid& uuid) {
  return {reinterpret_cast<const char*>(uuid.bytes.data()), uuid.bytes.size()};
}
Bytes bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

// Every field with its length before it, so that no two rows read the same.
class Canonical {
 public:
  Canonical& add(std::string_view field) {
    add(static_cast<std::int64_t>(field.size()));
    text_ += field;
    return *this;
  }
  Canonical& add(std::int64_t number) {
    for (int shift = 0; shift < 64; shift += 8)
      text_ += static_cast<char>(static_cast<std::uint64_t>(number) >> shift & 0xFFU);
    return *this;
  }
  Canonical& add(const std::optional<Uuid>& maybe) {
    return maybe ? add(view(*maybe)) : add(std::int64_t{-1});
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

Digest digest_of_change(const std::string& salt, const std::string& change) {
  return digest_of(salt + change);
}

Digest mac_of_entry(const Keys& keys, const Uuid& workspace, const Digest& before,
                    const Entry& entry) {
  Canonical row;
  row.add("row").add(view(before)).add(view(workspace)).add(entry.n).add(entry.at);
  row.add(entry.actor).add(entry.for_person).add(entry.channel).add(entry.request);
  row.add(entry.noun).add(view(entry.object)).add(entry.verb);
  row.add(view(entry.digest)).add(entry.key_id);
  return mac_of(keys.history, row.text());
}

Digest seal_of(const Keys& keys, const Head& head) {
  return mac_of(
      keys.history,
      Canonical().add("head").add(view(head.workspace)).add(head.n).add(view(head.mac)).text());
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

void save(Turn& turn, const Head& head, const Digest& seal, bool first) {
  if (first)
    turn.post("INSERT INTO history_head (n, mac, seal, ws) VALUES (?, ?, ?, ?)",
              {head.n, head.mac, seal, head.workspace});
  else
    turn.post("UPDATE history_head SET n = ?, mac = ?, seal = ? WHERE ws = ?",
              {head.n, head.mac, seal, head.workspace});
}

}  // namespace

void Write::finish(const Keys& keys) {
  if (happenings_.empty()) {
    if (changed_ == 0) return;
    throw std::logic_error("Rows were changed, and nothing was recorded in the history.");
  }
  const auto before = head_for_update(turn_, actor_.workspace);
  auto head = before.value_or(Head{.workspace = actor_.workspace});
  for (auto& happening : happenings_) {
    auto entry = entry_of(actor_, std::move(happening), head.n + 1, keys);
    entry.mac = mac_of_entry(keys, head.workspace, head.mac, entry);
    insert(turn_, head.workspace, entry);
    head.n = entry.n;
    head.mac = entry.mac;
  }
  save(turn_, head, seal_of(keys, head), !before);
  happenings_.clear();
  changed_ = 0;
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

namespace {

Entry entry_from(const Row& row) {
  Entry entry{.n = row.get<std::int64_t>(1),
              .at = row.get<std::int64_t>(2),
              .actor = row.get<std::optional<Uuid>>(3),
              .for_person = row.get<std::optional<Uuid>>(4),
              .channel = row.get<std::string>(5),
              .request = row.get<std::string>(6),
              .noun = row.get<std::string>(7),
              .object = row.get<Uuid>(8),
              .verb = row.get<std::string>(9),
              .change = row.get<std::optional<std::string>>(10),
              .salt = std::nullopt,
              .digest = row.get<Digest>(12),
              .key_id = row.get<std::string>(13),
              .mac = row.get<Digest>(14)};
  if (!row.null(11)) entry.salt = std::string(row.bytes(11));
  return entry;
}

// Follows all chains, row by row in the order of workspace and number.
class Verifier {
 public:
  Verifier(const Keys& keys, const std::vector<Head>& logged) : keys_(keys) {
    for (const auto& head : logged) logged_[head.workspace].push_back(head);
  }

  void see_head(const Row& row) {
    const Head head{row.get<Uuid>(0), row.get<std::int64_t>(1), row.get<Digest>(2)};
    if (seal_of(keys_, head) != row.get<Digest>(3))
      say(head.workspace, 0, "The seal on the end of the history is broken.");
    heads_[head.workspace] = head;
  }
  void see_row(const Row& row) {
    const auto workspace = row.get<Uuid>(0);
    const auto n = row.get<std::int64_t>(1);
    auto& end = ends_[workspace];
    if (n != end.n + 1) say(workspace, end.n + 1, "Rows are missing before this one.");
    try {
      see_entry(workspace, entry_from(row), end);
    } catch (const std::logic_error&) {  // a value of another kind than any we write
      say(workspace, n, "The row cannot be read.");
      end.n = n;
    }
    compare_with_log(end);
  }
  std::vector<HistoryProblem> finish() {
    for (const auto& [workspace, end] : ends_)
      if (!heads_.contains(workspace)) say(workspace, 0, "The end of the history is not marked.");
    for (const auto& [workspace, head] : heads_)
      if (const auto& end = ends_[workspace]; end.n != head.n || end.mac != head.mac)
        say(workspace, 0, "The history does not end where it is marked to end.");
    for (const auto& [workspace, heads] : logged_)
      for (const auto& head : heads)
        if (ends_[workspace].n < head.n)
          say(workspace, head.n, "The log knows of this row, and it is gone.");
    return std::move(problems_);
  }

 private:
  void say(const Uuid& workspace, std::int64_t n, std::string what) {
    problems_.push_back({workspace, n, std::move(what)});
  }
  void see_entry(const Uuid& workspace, const Entry& entry, Head& end) {
    if (entry.key_id != keys_.key_id)
      say(workspace, entry.n, "The row is signed with the key " + entry.key_id + ".");
    if (mac_of_entry(keys_, workspace, end.mac, entry) != entry.mac)
      say(workspace, entry.n, "The row is not as it was written.");
    // Erased, both are gone together.
    const bool whole = entry.salt.has_value() == entry.change.has_value();
    if (!whole || (entry.salt && digest_of_change(*entry.salt, *entry.change) != entry.digest))
      say(workspace, entry.n, "What changed is not as it was written.");
    end = {workspace, entry.n, entry.mac};
  }
  void compare_with_log(const Head& end) {
    const auto found = logged_.find(end.workspace);
    if (found == logged_.end()) return;
    for (const auto& head : found->second)
      if (head.n == end.n && head.mac != end.mac)
        say(end.workspace, end.n, "The log knows another row in this place.");
  }

  const Keys& keys_;
  std::map<Uuid, std::vector<Head>> logged_;
  std::map<Uuid, Head> heads_;
  std::map<Uuid, Head> ends_;
  std::vector<HistoryProblem> problems_;
};

}  // namespace

std::vector<HistoryProblem> verify_history(Read& read, const Keys& keys,
                                           const std::vector<Head>& logged) {
  Verifier verifier(keys, logged);
  for (const auto& row : read.rows("SELECT ws, n, mac, seal FROM history_head"))
    verifier.see_head(row);
  for (const auto& row :
       read.rows("SELECT ws, n, at, actor, for_person, channel, request, noun, object, verb,"
                 " change, salt, digest, key_id, mac FROM history ORDER BY ws, n"))
    verifier.see_row(row);
  return verifier.finish();
}

}  // namespace touchstone::sql
