#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "platform/sql/history.h"

// How the rows of a chain are signed: what writing and checking share.
namespace touchstone::sql {

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

Digest digest_of_change(const std::string& salt, const std::string& change);
Digest mac_of_entry(const Digest& key, const Uuid& workspace, const Digest& before,
                    const Entry& entry);
Digest seal_of(const Digest& key, const Head& head);
// The present one or one of before; empty when nobody here has it.
std::optional<Digest> key_named(const Keys& keys, const std::string& id);

// An erasure is a row of its own, which names the rows whose change it took away.
constexpr std::string_view erasure_noun = "history";
constexpr std::string_view erasure_verb = "erased";

// Rows from the first to the last, both among them.
struct Stretch {
  std::int64_t first = 0;
  std::int64_t last = 0;
};
std::vector<Stretch> stretches_of(std::vector<std::int64_t> rows);
std::string text_of(const std::vector<Stretch>& stretches);  // {"rows":[[3,7],[12,12]]}
// Empty when the text is none of ours.
std::optional<std::vector<Stretch>> stretches_in(std::string_view text);

}  // namespace touchstone::sql
