#include "self_assessment/kept_copy.h"

#include <optional>

#include "platform/json/flatten.h"

namespace touchstone::self_assessment {
namespace {

void take_into(Judgement& judgement, std::string_view member, const std::string& value,
               const standard::Content& content) {
  const auto* element = content.element(judgement.element);
  if (member == "level" && element) set_answer(judgement, value, content.scale_of(*element));
  if (member == "note") judgement.note = value;
  if (member == "unticked") judgement.unticked.push_back(value);
  if (member == "items") judgement.items.push_back(value);
}

}  // namespace

KeptCopy kept_copy(std::string_view json, const standard::Content& content) {
  constexpr std::string_view of_judgement = "judgements.";
  KeptCopy copy;
  Complaints complaints;
  json::flatten(
      json,
      [&](const std::string& name, const std::optional<std::string>& value) {
        if (!value) return;
        const std::string_view path = name;
        if (path == "judgements.theme")
          copy.judgements.push_back({.element = *value});
        else if (path.starts_with(of_judgement) && !copy.judgements.empty())
          take_into(copy.judgements.back(), path.substr(of_judgement.size()), *value, content);
        else if (path == "targets.theme")
          copy.targets.push_back({.element = *value});
        else if (path == "targets.text" && !copy.targets.empty())
          copy.targets.back().text = *value;
      },
      complaints);
  return copy;
}

}  // namespace touchstone::self_assessment
