#include "self_assessment/sheet_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace touchstone::self_assessment {
namespace {

// Forms send what is ticked; what they offered and did not get back is unticked.
std::vector<std::string> not_held(const std::vector<std::string>& holds,
                                  const standard::Element& element, std::string_view voice) {
  std::vector<std::string> unticked;
  for (const auto* descriptor : element.descriptors(voice))
    for (const auto& statement : descriptor->statements) {
      auto key = fmt::format("{}.{}", descriptor->level, statement.key);
      if (std::ranges::find(holds, key) == holds.end()) unticked.push_back(std::move(key));
    }
  return unticked;
}

}  // namespace

http::BodyFields theme_fields(std::string_view prefix) {
  using http::list;
  http::BodyFields fields{"level",          "note",  "statements",  list("holds"),
                          list("unticked"), "lists", list("items"), http::whole("version")};
  for (auto& field : fields) field.name.insert(0, prefix);
  return fields;
}

http::BodyFields sheet_fields(const http::BodyFields& more) {
  return http::also(more, theme_fields("{theme}."));
}

Judgement read_judgement(http::Reader& reader, Complaints& complaints, const Judgement& before,
                         std::string_view prefix, const standard::Content& content,
                         std::string_view voice) {
  const auto& element = *content.element(before.element);
  const auto named = [&](std::string_view member) { return fmt::format("{}{}", prefix, member); };
  auto judgement = before;
  if (reader.has(named("level"))) {
    const auto answer = reader.text(named("level"), 60);
    if (!set_answer(judgement, answer, content.scale_of(element)))
      complaints.add(named("level"),
                     fmt::format("“{}” is not a level of “{}”.", answer, element.title));
  }
  // How long is too long the judgement says, with the name of its theme.
  if (reader.has(named("note")))
    judgement.note = reader.text(named("note"), std::numeric_limits<std::size_t>::max());
  if (reader.has(named("statements"))) {
    reader.text(named("statements"), 10);
    judgement.unticked = not_held(reader.list(named("holds")), element, voice);
  } else if (reader.has(named("unticked"))) {
    judgement.unticked = reader.list(named("unticked"));
  }
  if (reader.has(named("items")) || reader.has(named("lists"))) {
    reader.text(named("lists"), 10);
    judgement.items = reader.list(named("items"));
  }
  if (reader.has(named("version"))) judgement.version = reader.version(named("version"));
  return judgement;
}

}  // namespace touchstone::self_assessment
