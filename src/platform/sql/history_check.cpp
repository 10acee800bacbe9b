#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>

#include "platform/sql/history_chain.h"

// Checking: every row and end against what was written.
namespace touchstone::sql {
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

// One workspace's chain, row by row.
class Chain {
 public:
  Chain(const Keys& keys, const Uuid& workspace, std::vector<HistoryProblem>& problems)
      : keys_(keys), problems_(problems), end_{.workspace = workspace} {}

  const Head& end() const { return end_; }

  void see(std::int64_t n, const Row& row) {
    if (n != end_.n + 1) say(end_.n + 1, "Rows are missing before this one.");
    try {
      see_entry(entry_from(row));
    } catch (const std::logic_error&) {  // a value of another kind than any we write
      say(n, "The row cannot be read.");
      end_.n = n;
    }
  }
  void finish() {
    for (const auto n : bare_)
      if (std::ranges::none_of(erased_, [n](const Stretch& stretch) {
            return stretch.first <= n && n <= stretch.last;
          }))
        say(n, "What changed is gone, and no erasure names this row.");
  }
  void say(std::int64_t n, std::string what) {
    problems_.push_back({end_.workspace, n, std::move(what)});
  }

 private:
  void see_entry(const Entry& entry) {
    see_key(entry);
    const auto key = key_named(keys_, entry.key_id);
    const bool genuine = key && mac_of_entry(*key, end_.workspace, end_.mac, entry) == entry.mac;
    if (key && !genuine) say(entry.n, "The row is not as it was written.");
    see_change(entry, genuine);
    end_.n = entry.n;
    end_.mac = entry.mac;
  }
  // Whoever finds an old key must not sign with it what comes after the next one.
  void see_key(const Entry& entry) {
    if (entry.key_id == key_id_) return;
    if (!key_named(keys_, entry.key_id))
      say(entry.n,
          "From here on it is signed with the key " + entry.key_id + ", which is not known here.");
    if (!key_ids_.insert(entry.key_id).second)
      say(entry.n, "It is signed with the key " + entry.key_id + ", which was replaced before.");
    key_id_ = entry.key_id;
  }
  void see_change(const Entry& entry, bool genuine) {
    const bool whole = entry.salt.has_value() == entry.change.has_value();
    if (!whole || (entry.salt && digest_of_change(*entry.salt, *entry.change) != entry.digest))
      return say(entry.n, "What changed is not as it was written.");
    if (!entry.change)
      bare_.push_back(entry.n);
    else if (genuine && entry.noun == erasure_noun && entry.verb == erasure_verb)
      see_erasure(entry);
  }
  void see_erasure(const Entry& entry) {
    for (auto stretch : stretches_in(*entry.change).value_or(std::vector<Stretch>())) {
      stretch.last = std::min(stretch.last, entry.n - 1);
      erased_.push_back(stretch);
    }
  }

  const Keys& keys_;
  std::vector<HistoryProblem>& problems_;
  Head end_;
  std::string key_id_;
  std::set<std::string> key_ids_;
  std::vector<std::int64_t> bare_;
  std::vector<Stretch> erased_;
};

// Follows all chains, row by row in the order of workspace and number.
class Verifier {
 public:
  Verifier(const Keys& keys, const Expected& expected)
      : keys_(keys), workspaces_(expected.workspaces) {
    for (const auto& head : expected.logged) logged_[head.workspace].push_back(head);
  }

  void see_head(const Row& row) {
    Uuid workspace{};
    try {
      workspace = row.get<Uuid>(0);
      see_seal({workspace, row.get<std::int64_t>(1), row.get<Digest>(2)}, row.get<Digest>(3),
               row.get<std::string>(4));
    } catch (const std::logic_error&) {
      say(workspace, 0, "The mark of the end of the history cannot be read.");
      heads_[workspace] = {};
    }
  }
  void see_row(const Row& row) {
    const auto workspace = row.get<Uuid>(0);
    auto& chain = chains_.try_emplace(workspace, keys_, workspace, problems_).first->second;
    chain.see(row.get<std::int64_t>(1), row);
    compare_with_log(chain.end());
  }
  void see_stray() { say({}, 0, "There is a row that does not say where it belongs."); }
  std::vector<HistoryProblem> finish() {
    for (const auto& workspace : workspaces_)
      if (!heads_.contains(workspace) && !chains_.contains(workspace))
        say(workspace, 0, "The workspace has no history.");
    for (auto& [workspace, chain] : chains_) {
      chain.finish();
      if (!heads_.contains(workspace)) say(workspace, 0, "The end of the history is not marked.");
    }
    for (const auto& [workspace, head] : heads_)
      if (const auto end = end_of(workspace); end.n != head.n || end.mac != head.mac)
        say(workspace, 0, "The history does not end where it is marked to end.");
    for (const auto& [workspace, heads] : logged_)
      for (const auto& head : heads)
        if (end_of(workspace).n < head.n)
          say(workspace, head.n, "The log knows of this row, and it is gone.");
    return std::move(problems_);
  }

 private:
  void say(const Uuid& workspace, std::int64_t n, std::string what) {
    problems_.push_back({workspace, n, std::move(what)});
  }
  void see_seal(const Head& head, const Digest& seal, const std::string& key_id) {
    heads_[head.workspace] = head;
    const auto key = key_named(keys_, key_id);
    if (!key)
      say(head.workspace, 0,
          "The end of the history is sealed with the key " + key_id + ", which is not known here.");
    else if (seal_of(*key, head) != seal)
      say(head.workspace, 0, "The seal on the end of the history is broken.");
  }
  Head end_of(const Uuid& workspace) const {
    const auto found = chains_.find(workspace);
    return found == chains_.end() ? Head{.workspace = workspace} : found->second.end();
  }
  void compare_with_log(const Head& end) {
    const auto found = logged_.find(end.workspace);
    if (found == logged_.end()) return;
    for (const auto& head : found->second)
      if (head.n == end.n && head.mac != end.mac)
        say(end.workspace, end.n, "The log knows another row in this place.");
  }

  const Keys& keys_;
  std::vector<Uuid> workspaces_;
  std::map<Uuid, std::vector<Head>> logged_;
  std::map<Uuid, Head> heads_;
  std::vector<HistoryProblem> problems_;
  std::map<Uuid, Chain> chains_;
};

}  // namespace

namespace {

std::vector<Uuid> workspaces_with_rows(Read& read, Verifier& verifier) {
  std::vector<Uuid> found;
  for (const auto& row : read.rows("SELECT DISTINCT ws FROM history ORDER BY ws")) {
    try {
      found.push_back(row.get<Uuid>(0));
    } catch (const std::logic_error&) {
      verifier.see_stray();
    }
  }
  return found;
}

// Some at a time: a client of PostgreSQL holds an answer as a whole.
void see_rows(Read& read, Verifier& verifier, const Uuid& workspace) {
  constexpr int at_a_time = 500;  // as in the statement
  using Number = std::numeric_limits<std::int64_t>;
  auto from = Number::min();
  for (int seen = at_a_time; seen == at_a_time;) {
    seen = 0;
    for (const auto& row :
         read.rows("SELECT ws, n, at, actor, for_person, channel, request, noun, object, verb,"
                   " change, salt, digest, key_id, mac FROM history WHERE ws = ? AND n >= ?"
                   " ORDER BY n LIMIT 500",
                   workspace, from)) {
      from = row.integer(1) == Number::max() ? Number::max() : row.integer(1) + 1;
      verifier.see_row(row);
      ++seen;
    }
  }
}

}  // namespace

std::vector<HistoryProblem> verify_history(Read& read, const Keys& keys, const Expected& expected) {
  Verifier verifier(keys, expected);
  for (const auto& row : read.rows("SELECT ws, n, mac, seal, key_id FROM history_head"))
    verifier.see_head(row);
  for (const auto& workspace : workspaces_with_rows(read, verifier))
    see_rows(read, verifier, workspace);
  return verifier.finish();
}

namespace {

struct Seal {
  Head head;
  Digest seal{};
  std::string key_id;
};

// Empty when a value is of another kind than any we write.
std::optional<Seal> seal_from(const Row& row) {
  try {
    return Seal{{row.get<Uuid>(0), row.get<std::int64_t>(1), row.get<Digest>(2)},
                row.get<Digest>(3),
                row.get<std::string>(4)};
  } catch (const std::logic_error&) {
    return std::nullopt;
  }
}

}  // namespace

std::optional<std::string> why_not_with(Read& read, const Keys& keys) {
  bool any = false;
  bool proven = false;
  for (const auto& row : read.rows("SELECT ws, n, mac, seal, key_id FROM history_head")) {
    const auto found = seal_from(row);
    if (!found) continue;
    any = true;
    const auto key = key_named(keys, found->key_id);
    if (!key)
      return "The history of this database is signed with the key " + found->key_id +
             ", and the file `secrets` here holds another. Take that of the node that wrote it; a "
             "key that was replaced on purpose belongs into the folder `retired-secrets`.";
    proven = proven || seal_of(*key, found->head) == found->seal;
  }
  if (!any || proven) return std::nullopt;
  return "Not one seal in the history of this database fits the keys here, though they have its "
         "key's name. Restore the file `secrets` from a backup; `touchstone verify` says more.";
}

}  // namespace touchstone::sql
