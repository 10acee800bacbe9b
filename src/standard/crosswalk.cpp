#include "standard/crosswalk.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

namespace touchstone::standard {
namespace {

std::string turned(const std::string& relation) {
  if (relation == "broader") return "narrower";
  if (relation == "narrower") return "broader";
  return relation;
}

// Meetings by their element, each pair of elements once.
class Meetings {
 public:
  void add(Meeting meeting) {
    if (pairs_.emplace(meeting.element, meeting.standard, meeting.other_element).second)
      of_[meeting.element].push_back(std::move(meeting));
  }
  // Those of these elements, in their order.
  std::vector<Meeting> in_order(const std::vector<const Element*>& elements) {
    std::vector<Meeting> all;
    for (const auto* element : elements)
      if (const auto found = of_.find(element->key); found != of_.end())
        std::ranges::move(found->second, std::back_inserter(all));
    return all;
  }

 private:
  std::set<std::tuple<std::string, std::string, std::string>> pairs_;
  std::map<std::string, std::vector<Meeting>> of_;
};

void add_from(Meetings& meetings, const Content& other, std::string_view address) {
  for (const auto* from : other.written_elements())
    for (const auto& edge : from->maps_to)
      if (edge.standard == address)
        meetings.add({edge.element, other.address(), other.title, from->key, from->title,
                      turned(edge.relation)});
}

std::map<std::string, const Content*> by_address(const std::vector<Published>& all) {
  std::map<std::string, const Content*> contents;
  for (const auto& [id, content] : all) contents.emplace(content->address(), content.get());
  return contents;
}

}  // namespace

std::vector<Meeting> crosswalk_of(const Content& content, const std::vector<Published>& all) {
  Meetings meetings;
  const auto published = by_address(all);
  const auto elements = content.written_elements();
  for (const auto* element : elements)
    for (const auto& [address, key, relation] : element->maps_to) {
      const auto other = published.find(address);
      const auto* there = other == published.end() ? nullptr : other->second->written_element(key);
      meetings.add({element->key, address,
                    other == published.end() ? address : other->second->title, key,
                    there ? there->title : key, relation});
    }
  for (const auto& [id, other] : all)
    if (other->address() != content.address()) add_from(meetings, *other, content.address());
  return meetings.in_order(elements);
}

std::string_view relation_in_words(std::string_view relation) {
  if (relation == "exact") return "the same as";
  if (relation == "broader") return "part of";
  if (relation == "narrower") return "includes";
  return "related to";
}

}  // namespace touchstone::standard
