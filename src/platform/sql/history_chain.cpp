#include "platform/sql/history_chain.h"

#include <algorithm>
#include <charconv>

namespace touchstone::sql {
namespace {

std::string_view view(const Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}
std::string_view view(const Uuid& uuid) {
  return {reinterpret_cast<const char*>(uuid.bytes.data()), uuid.bytes.size()};
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

// A number at the start of the text, which then begins after it.
std::optional<std::int64_t> take_number(std::string_view& text) {
  std::int64_t number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

bool take(std::string_view& text, std::string_view start) {
  if (!text.starts_with(start)) return false;
  text.remove_prefix(start.size());
  return true;
}

std::optional<Stretch> take_stretch(std::string_view& text) {
  if (!take(text, "[")) return std::nullopt;
  const auto first = take_number(text);
  if (!first || !take(text, ",")) return std::nullopt;
  const auto last = take_number(text);
  if (!last || !take(text, "]")) return std::nullopt;
  return Stretch{*first, *last};
}

constexpr std::string_view text_begins = "{\"rows\":[";
constexpr std::string_view text_ends = "]}";

}  // namespace

Digest digest_of_change(const std::string& salt, const std::string& change) {
  return digest_of(salt + change);
}

Digest mac_of_entry(const Digest& key, const Uuid& workspace, const Digest& before,
                    const Entry& entry) {
  Canonical row;
  row.add("row").add(view(before)).add(view(workspace)).add(entry.n).add(entry.at);
  row.add(entry.actor).add(entry.for_person).add(entry.channel).add(entry.request);
  row.add(entry.noun).add(view(entry.object)).add(entry.verb);
  row.add(view(entry.digest)).add(entry.key_id);
  return mac_of(key, row.text());
}

Digest seal_of(const Digest& key, const Head& head) {
  return mac_of(
      key,
      Canonical().add("head").add(view(head.workspace)).add(head.n).add(view(head.mac)).text());
}

std::optional<Digest> key_named(const Keys& keys, const std::string& id) {
  if (id == keys.key_id) return keys.history;
  const auto found = keys.retired.find(id);
  return found == keys.retired.end() ? std::nullopt : std::optional(found->second);
}

std::vector<Stretch> stretches_of(std::vector<std::int64_t> rows) {
  std::ranges::sort(rows);
  std::vector<Stretch> stretches;
  for (const auto n : rows) {
    if (!stretches.empty() && n <= stretches.back().last + 1)
      stretches.back().last = n;
    else
      stretches.push_back({n, n});
  }
  return stretches;
}

std::string text_of(const std::vector<Stretch>& stretches) {
  std::string text(text_begins);
  for (const auto& [first, last] : stretches) {
    if (text.size() > text_begins.size()) text += ',';
    text += '[' + std::to_string(first) + ',' + std::to_string(last) + ']';
  }
  return text.append(text_ends);
}

std::optional<std::vector<Stretch>> stretches_in(std::string_view text) {
  if (!take(text, text_begins)) return std::nullopt;
  std::vector<Stretch> stretches;
  while (text != text_ends) {
    if (!stretches.empty() && !take(text, ",")) return std::nullopt;
    const auto stretch = take_stretch(text);
    if (!stretch) return std::nullopt;
    stretches.push_back(*stretch);
  }
  return stretches;
}

}  // namespace touchstone::sql
