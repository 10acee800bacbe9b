#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace touchstone {

// One thing wrong with what somebody sent. `field` is the form name and JSON member
// ("core_values.level"); empty: about the whole.
struct Complaint {
  std::string field;
  std::string message;  // a sentence for the person who typed it

  bool operator==(const Complaint&) const = default;
};

// Wrong input is a value: all complaints at once, in the order in which they were found.
class Complaints {
 public:
  void add(std::string field, std::string message) {
    list_.push_back({std::move(field), std::move(message)});
  }
  void add(const Complaints& more) {
    list_.insert(list_.end(), more.list_.begin(), more.list_.end());
  }

  bool empty() const { return list_.empty(); }
  std::size_t size() const { return list_.size(); }
  auto begin() const { return list_.begin(); }
  auto end() const { return list_.end(); }

  // The first message about the field, or an empty view.
  std::string_view about(std::string_view field) const {
    for (const auto& complaint : list_)
      if (complaint.field == field) return complaint.message;
    return {};
  }

 private:
  std::vector<Complaint> list_;
};

// A sentence about the whole, and then those about fields.
inline Complaints headed(std::string_view sentence, const Complaints& fields) {
  Complaints all;
  all.add("", std::string(sentence));
  all.add(fields);
  return all;
}

// What somebody else saved meanwhile in a field that was typed too: "Elsewhere this is now “…”."
inline std::string reads_elsewhere(std::string_view words) {
  return words.empty() ? std::string("Elsewhere this was emptied.")
                       : std::string("Elsewhere this is now “").append(words).append("”.");
}

}  // namespace touchstone
