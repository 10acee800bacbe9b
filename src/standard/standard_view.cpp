#include "standard/standard_view.h"

#include <fmt/format.h>

#include <algorithm>

#include "look/details.h"
#include "look/summary_list.h"
#include "look/table.h"
#include "look/tag.h"
#include "platform/text.h"
#include "standard/content_words.h"

namespace touchstone::standard {

namespace {

std::string source_of(const Content& content) {
  if (content.source_title.empty() || content.attribution.empty())
    return content.source_title + content.attribution;
  return content.source_title + ". " + content.attribution;
}

}  // namespace

Html heading_of(const Content& content) {
  return html(R"(<h1 class="govuk-heading-l">{}</h1><p class="govuk-body-l">{}</p>)", content.title,
              content.summary);
}

Html about(const Content& content) {
  look::SummaryList list;
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) list.rows.push_back({.key = {.text = name}, .value = {.text = value}});
  };
  add("Version", content.version);
  add("Owner", content.owner);
  add("Licence", content.licence);
  add("Source", source_of(content));
  return look::summary_list(list);
}

namespace {

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
           {.text = content.band_name(level)}});
    bands.add(look::table(table));
  }
  return bands;
}

void add_texts(Html& out, const std::vector<std::string>& list, std::string_view title) {
  if (list.empty()) return;
  out.add(
      R"(<p class="govuk-body govuk-!-font-weight-bold">{}</p><ul class="govuk-list govuk-list--bullet">)",
      title);
  for (const auto& text : list) out.add("<li>{}</li>", text);
  out.add("</ul>");
}

void add_paragraphs(Html& out, std::string_view guidance) {
  for (const auto line : split(guidance, '\n'))
    if (!trimmed(line).empty()) out.add(R"(<p class="govuk-body">{}</p>)", trimmed(line));
}

// Writes the areas of one standard, one after the other.
class Whole {
 public:
  Whole(Html& out, const Content& content, const HowToShow& how)
      : out_(out), content_(content), how_(how) {}

  void area(const Area& area) {
    out_.add(R"(<h2 class="govuk-heading-m">{}</h2>)", area.title);
    values(area);
    add_paragraphs(out_, area.guidance);
    add_texts(out_, area.key_questions, "Questions to ask");
    add_texts(out_, area.required_data, "Figures to look at");
    for (const auto& each : area.elements) element(each);
    for (const auto& child : area.areas) this->area(child);
  }

 private:
  void values(const Area& area) {
    const auto* dimension = content_.dimension(area.dimension);
    if (!dimension) return;
    std::vector<std::string> titles;
    titles.reserve(dimension->values.size());
    for (const auto& value : dimension->values) titles.push_back(value.title);
    add_texts(out_, titles, fmt::format("{}: judged for each by itself", dimension->title));
  }

  void element(const Element& element) {
    const bool own = how_.adapted_from && !how_.adapted_from->written_element(element.key);
    out_.add(R"(<h3 class="govuk-heading-s" id="{}">{}{}</h3>)", element.key, element.title,
             own ? look::tag({.text = "Our own"}) : Html());
    add_paragraphs(out_, element.guidance);
    for (const auto& list : element.lists) {
      std::vector<std::string> items;
      items.reserve(list.items.size());
      for (const auto& item : list.items) items.push_back(item.text);
      add_texts(out_, items, list.title);
    }
    const auto& scale = content_.scale_of(element);
    thresholds(element, scale);
    for (const auto& voice : content_.voices) descriptors(element, scale, voice);
    for (const auto& child : element.elements) this->element(child);
  }

  void thresholds(const Element& element, const Scale& scale) {
    for (const auto& [level, list, rule] : element.thresholds) {
      const auto* named = element.list(list);
      out_.add(R"(<p class="govuk-body">{} expects {} of: {}.</p>)", scale.level(level)->name,
               rule == "all" ? "all" : "more than half", named ? named->title : list);
    }
  }

  void descriptors(const Element& element, const Scale& scale, const std::string& voice) {
    const auto all = element.descriptors(voice);
    if (all.empty()) return;
    Html levels;
    for (const auto* each : all) descriptor(levels, *each, scale);
    if (how_.on_paper)
      out_.add(R"(<h4 class="govuk-heading-s">{}</h4>)", heading_for(voice)).add(levels);
    else
      out_.add(
          look::details({.summary = html(R"({}<span class="govuk-visually-hidden">: {}</span>)",
                                         heading_for(voice), element.title),
                         .text = levels}));
  }

  void descriptor(Html& out, const Descriptor& descriptor, const Scale& scale) const {
    out.add(R"(<p class="govuk-body"><b>{}</b>: {}</p>)", scale.level(descriptor.level)->name,
            descriptor.short_text);
    if (descriptor.statements.empty() && descriptor.facts.empty()) return;
    out.add(R"(<ul class="govuk-list govuk-list--bullet">)");
    for (const auto& statement : descriptor.statements) out.add("<li>{}</li>", statement.text);
    for (const auto& fact : descriptor.facts)
      out.add("<li><b>Rests on a fact:</b> {}</li>", in_words(fact, content_));
    out.add("</ul>");
  }

  Html& out_;
  const Content& content_;
  HowToShow how_;
};

}  // namespace

void add_view(Html& out, const Content& content, const HowToShow& how) {
  Whole whole(out, content, how);
  for (const auto& area : content.areas) whole.area(area);
  for (const auto& scale : content.scales)
    out.add(levels_of(scale, content.scoring.rule == Rule::sum));
  out.add(bands_of(content));
}

Html crosswalk_table(const Content& content, const std::vector<Meeting>& meetings) {
  if (meetings.empty()) return {};
  look::Table table{.caption = "Where it meets other standards",
                    .caption_classes = "govuk-table__caption--m",
                    .head = {{.text = heading_for(content.words.element)},
                             {.text = "is"},
                             {.text = "In the other standard"}},
                    .first_cell_is_header = true,
                    .stacks = true};
  for (const auto& meeting : meetings)
    table.rows.push_back({{.text = content.written_element(meeting.element)->title},
                          {.text = relation_in_words(meeting.relation)},
                          {.text = html(R"({}<br><span class="app-quiet">{}</span>)",
                                        meeting.other_title, meeting.standard_title)}});
  return look::table(table);
}

}  // namespace touchstone::standard
