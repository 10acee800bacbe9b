#include "standard/crosswalk.h"

#include <algorithm>

namespace touchstone::standard {
namespace {

const Content* published_as(const std::vector<Published>& all, std::string_view address) {
  for (const auto& [id, content] : all)
    if (content->address() == address) return content.get();
  return nullptr;
}

std::string turned(const std::string& relation) {
  if (relation == "broader") return "narrower";
  if (relation == "narrower") return "broader";
  return relation;
}

void add_meeting(std::vector<Meeting>& meetings, Meeting meeting) {
  const auto same = std::ranges::any_of(meetings, [&](const Meeting& other) {
    return other.element == meeting.element && other.standard == meeting.standard &&
           other.other_element == meeting.other_element;
  });
  if (!same) meetings.push_back(std::move(meeting));
}

void add_from(std::vector<Meeting>& meetings, const Content& other, std::string_view address) {
  for (const auto* from : other.written_elements())
    for (const auto& edge : from->maps_to)
      if (edge.standard == address)
        add_meeting(meetings, {edge.element, other.address(), other.title, from->key, from->title,
                               turned(edge.relation)});
}

}  // namespace

std::vector<Meeting> crosswalk_of(const Content& content, const std::vector<Published>& all) {
  std::vector<Meeting> met;
  const auto elements = content.written_elements();
  for (const auto* element : elements)
    for (const auto& [address, key, relation] : element->maps_to) {
      const auto* other = published_as(all, address);
      const auto* there = other ? other->written_element(key) : nullptr;
      add_meeting(met, {element->key, address, other ? other->title : address, key,
                        there ? there->title : key, relation});
    }
  for (const auto& [id, other] : all)
    if (other->address() != content.address()) add_from(met, *other, content.address());
  std::vector<Meeting> in_order;
  for (const auto* element : elements)
    for (const auto& meeting : met)
      if (meeting.element == element->key) in_order.push_back(meeting);
  return in_order;
}

std::string_view relation_in_words(std::string_view relation) {
  if (relation == "exact") return "the same as";
  if (relation == "broader") return "part of";
  if (relation == "narrower") return "includes";
  return "related to";
}

}  // namespace touchstone::standard
