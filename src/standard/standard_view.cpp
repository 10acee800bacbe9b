#include "standard/standard_view.h"

#include <algorithm>

#include "look/details.h"
#include "look/summary_list.h"
#include "look/table.h"
#include "platform/text.h"

namespace touchstone::standard {
namespace {

// "person" as it stands in a heading: "Person".
std::string heading_for(const std::string& voice) {
  auto words = voice;
  std::ranges::replace(words, '-', ' ');
  if (words.front() >= 'a' && words.front() <= 'z') words.front() -= 'a' - 'A';
  return words;
}

Html about(const Content& content) {
  look::SummaryList list;
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) list.rows.push_back({.key = {.text = name}, .value = {.text = value}});
  };
  add("Version", content.version);
  add("Owner", content.owner);
  add("Licence", content.licence);
  add("Source", content.attribution);
  return look::summary_list(list);
}

Html levels_of(const Scale& scale, bool points) {
  look::Table table{.caption = "Levels, lowest first",
                    .caption_classes = "govuk-table__caption--m",
                    .head = {{.text = "Level"}},
                    .first_cell_is_header = true};
  if (points) table.head.push_back({.text = "Points", .format = "numeric"});
  for (const auto& level : scale.levels) {
    std::vector<look::TableCell> row{{.text = level.name}};
    if (points) row.push_back({.text = std::to_string(level.points), .format = "numeric"});
    table.rows.push_back(std::move(row));
  }
  return look::table(table);
}

Html bands_of(const Content& content) {
  Html bands;
  for (const auto& voice : content.scoring.bands) {
    look::Table table{.caption = "Overall level: " + heading_for(voice.voice),
                      .caption_classes = "govuk-table__caption--m",
                      .head = {{.text = "Points in all", .format = "numeric"}, {.text = "Level"}}};
    for (const auto& [level, from, to] : voice.bands)
      table.rows.push_back(
          {{.text = std::to_string(from) + " to " + std::to_string(to), .format = "numeric"},
           {.text = content.band_level(level)->name}});
    bands.add(look::table(table));
  }
  return bands;
}

Html texts(const std::vector<std::string>& list, std::string_view title) {
  Html out;
  if (list.empty()) return out;
  out.add(
      R"(<p class="govuk-body govuk-!-font-weight-bold">{}</p><ul class="govuk-list govuk-list--bullet">)",
      title);
  for (const auto& text : list) out.add("<li>{}</li>", text);
  out.add("</ul>");
  return out;
}

Html paragraphs(std::string_view guidance) {
  Html out;
  for (const auto line : split(guidance, '\n'))
    if (!trimmed(line).empty()) out.add(R"(<p class="govuk-body">{}</p>)", trimmed(line));
  return out;
}

Html descriptor_of(const Descriptor& descriptor, const Scale& scale) {
  Html out;
  out.add(R"(<p class="govuk-body"><b>{}</b>: {}</p>)", scale.level(descriptor.level)->name,
          descriptor.short_text);
  if (descriptor.statements.empty()) return out;
  out.add(R"(<ul class="govuk-list govuk-list--bullet">)");
  for (const auto& statement : descriptor.statements) out.add("<li>{}</li>", statement.text);
  out.add("</ul>");
  return out;
}

Html descriptors_of(const Content& content, const Element& element) {
  Html out;
  for (const auto& voice : content.voices) {
    const auto descriptors = element.descriptors(voice);
    if (descriptors.empty()) continue;
    Html levels;
    for (const auto* descriptor : descriptors)
      levels.add(descriptor_of(*descriptor, content.scale_of(element)));
    out.add(look::details({.summary = html(R"({}<span class="govuk-visually-hidden">: {}</span>)",
                                           heading_for(voice), element.title),
                           .text = levels}));
  }
  return out;
}

Html element_of(const Content& content, const Element& element) {
  Html out;
  out.add(R"(<h3 class="govuk-heading-s" id="{}">{}</h3>)", element.key, element.title);
  out.add(paragraphs(element.guidance));
  for (const auto& list : element.lists) {
    std::vector<std::string> items;
    for (const auto& item : list.items) items.push_back(item.text);
    out.add(texts(items, list.title));
  }
  out.add(descriptors_of(content, element));
  for (const auto& child : element.elements) out.add(element_of(content, child));
  return out;
}

Html area_of(const Content& content, const Area& area) {
  Html out;
  out.add(R"(<h2 class="govuk-heading-m">{}</h2>)", area.title);
  out.add(paragraphs(area.guidance));
  out.add(texts(area.key_questions, "Questions to ask"));
  out.add(texts(area.required_data, "Figures to look at"));
  for (const auto& element : area.elements) out.add(element_of(content, element));
  for (const auto& child : area.areas) out.add(area_of(content, child));
  return out;
}

}  // namespace

Html view_of(const Content& content) {
  Html main;
  main.add(R"(<h1 class="govuk-heading-l">{}</h1><p class="govuk-body-l">{}</p>)", content.title,
           content.summary);
  main.add(about(content));
  for (const auto& area : content.areas) main.add(area_of(content, area));
  for (const auto& scale : content.scales)
    main.add(levels_of(scale, content.scoring.rule == Rule::sum));
  main.add(bands_of(content));
  return main;
}

}  // namespace touchstone::standard
