#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/complaint.h"
#include "platform/date.h"

namespace touchstone::http {

// What was sent, as names and values in their order; a name may stand more than once. A JSON body
// is flattened into the same shape: {"core_values": {"level": "gold"}} is core_values.level=gold, a
// list repeats the name, null and a list in which nothing is keep no value.
class Fields {
 public:
  struct Field {
    std::string name;
    std::optional<std::string> value;
  };
  void add(std::string name, std::optional<std::string> value) {
    list_.push_back({std::move(name), std::move(value)});
  }
  bool has(std::string_view name) const;
  // The first value, or empty.
  std::string_view text(std::string_view name) const;
  std::vector<std::string_view> all(std::string_view name) const;

  auto begin() const { return list_.begin(); }
  auto end() const { return list_.end(); }
  std::size_t size() const { return list_.size(); }

 private:
  std::vector<Field> list_;
};

// What may be shown again to whoever typed it: all of it but passwords and the proof of the form.
Fields without_secrets(const Fields& fields);

// For a field whose noun itself says how long is too long.
inline constexpr std::size_t any_length = 4000;

// Reads the fields one by one and remembers which were asked for.
class Reader {
 public:
  Reader(const Fields& fields, Complaints& complaints) : fields_(fields), complaints_(complaints) {}

  // Cleaned text of at most so many characters; longer text is kept whole and complained about.
  std::string text(std::string_view name, std::size_t at_most);
  std::string required_text(std::string_view name, std::size_t at_most,
                            std::string_view when_missing);
  std::optional<Date> date(std::string_view name);  // YYYY-MM-DD; complains about anything else
  // A whole number from `least` to `most`, in digits; complains with that sentence about anything
  // else, nothing among it, and then gives `least`.
  std::int64_t whole(std::string_view name, std::int64_t least, std::int64_t most,
                     std::string_view when_wrong);
  std::int64_t version(std::string_view name);  // complains when it is no whole number of 0 or more
  // "true", "on", "yes", "1"; complains about what says neither yes nor no.
  bool flag(std::string_view name);
  // Each text once, however often it was sent.
  std::vector<std::string> list(std::string_view name);
  bool has(std::string_view name);

  // One complaint for each name that was sent and never asked for, where the door cannot know them
  // all (BodyField): which themes a sheet has. `csrf` is always known.
  void refuse_unknown();

 private:
  const Fields& fields_;
  Complaints& complaints_;
  std::vector<std::string> known_;
};

}  // namespace touchstone::http
