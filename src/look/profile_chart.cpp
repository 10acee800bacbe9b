#include "look/profile_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "look/details.h"
#include "look/profile_radar.h"
#include "look/table.h"

namespace touchstone::look {
namespace {

constexpr int row_height = 58;
constexpr int head_height = 30;
// A picture does not break lines by itself: so many characters stand beside each other on a phone.
constexpr int line_height = 20;
constexpr std::size_t title_width = 40;
constexpr std::size_t line_width = 48;
// Bars take this part of the width: the letter of the highest level needs room at the end.
constexpr double bar_part = 97;

std::string percent(const ProfileChart& chart, int points) {
  const auto most = std::max(1, chart.levels.empty() ? 1 : chart.levels.back().points);
  return fmt::format("{:.1f}%", bar_part * points / most);
}

std::size_t shade(const ProfileChart& chart, int points) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < chart.levels.size(); ++i)
    if (points >= chart.levels[i].points) at = i + 1;
  const auto steps = chart.levels.size();
  return at == 0 || steps < 2 ? at : 1 + (at - 1) * 4 / (steps - 1);
}

std::string_view letter(const ProfileChart& chart, int points) {
  for (const auto& level : chart.levels)
    if (level.points == points) return level.letter;
  return "–";
}

void add_axis(Html& out, const ProfileChart& chart, int height) {
  for (const auto& level : chart.levels) {
    const auto x = percent(chart, level.points);
    out.add(
        R"(<line class="ts-chart__grid" x1="{}" x2="{}" y1="{}" y2="{}"/><text x="{}" y="16" text-anchor="middle">{}</text>)",
        x, x, head_height - 6, height, x, level.letter);
  }
}

// What stands above a bar: the title, in lines, and the answer after the last or below it.
struct Heading {
  std::vector<std::string_view> title;
  std::string answer;
  bool answer_below = false;

  int extra() const {
    return line_height * (static_cast<int>(title.size()) - 1 + (answer_below ? 1 : 0));
  }
};

std::vector<std::string_view> lines_of(std::string_view title) {
  std::vector<std::string_view> lines;
  while (title.size() > title_width) {
    const auto space = title.rfind(' ', title_width);
    if (space == title.npos || space == 0) break;
    lines.push_back(title.substr(0, space));
    title.remove_prefix(space + 1);
  }
  lines.push_back(title);
  return lines;
}

Heading heading_of(const ProfileChart& chart, const ProfileRow& row) {
  const auto sign = row.points ? std::string(letter(chart, *row.points)) : std::string("–");
  const auto after = row.points ? direction_of(row).sign : std::string_view();
  Heading heading{lines_of(row.title),
                  row.points && sign != "–" ? sign + " " + row.answer : row.answer};
  if (!after.empty()) heading.answer.append(" ").append(after);
  heading.answer_below = heading.title.back().size() + heading.answer.size() > line_width;
  return heading;
}

void add_heading(Html& out, const ProfileChart& chart, const ProfileRow& row, int top) {
  const auto heading = heading_of(chart, row);
  auto y = top + 17;
  for (const auto line : std::span(heading.title).first(heading.title.size() - 1)) {
    out.add(R"(<text x="0" y="{}" class="ts-chart__name">{}</text>)", y, line);
    y += line_height;
  }
  const auto& last = heading.title.back();
  if (heading.answer_below)
    out.add(R"(<text x="0" y="{}" class="ts-chart__name">{}</text><text x="0" y="{}">{}</text>)", y,
            last, y + line_height, heading.answer);
  else
    out.add(
        R"(<text x="0" y="{}"><tspan class="ts-chart__name">{}</tspan><tspan dx="8">{}</tspan></text>)",
        y, last, heading.answer);
}

void add_bar(Html& out, const ProfileChart& chart, const ProfileRow& row, int top) {
  if (row.points_before)
    out.add(R"(<rect class="ts-chart__ghost" x="0" y="{}" width="{}" height="26"/>)", top + 23,
            percent(chart, *row.points_before));
  if (row.points)
    out.add(R"(<rect class="ts-chart__bar ts-{}" x="0" y="{}" width="{}" height="18"/>)",
            shade(chart, *row.points), top + 27, percent(chart, *row.points));
}

void add_bars(Html& out, const ProfileChart& chart) {
  auto height = head_height + row_height * static_cast<int>(chart.rows.size());
  for (const auto& row : chart.rows) height += heading_of(chart, row).extra();
  out.add(
      R"(<svg class="ts-chart__bars" role="img" aria-labelledby="{}-title {}-desc" width="100%" height="{}">)",
      chart.id, chart.id, height);
  add_picture_words(out, chart);
  add_axis(out, chart, height);
  auto top = head_height;
  for (const auto& row : chart.rows) {
    const auto heading = top;
    top += heading_of(chart, row).extra();
    add_bar(out, chart, row, top);
    add_heading(out, chart, row, heading);
    top += row_height;
  }
  out.add("</svg>");
}

std::vector<TableCell> table_row(const ProfileChart& chart, const ProfileRow& row) {
  std::vector<TableCell> cells{{.text = row.title}};
  if (!chart.name_before.empty()) cells.push_back({.text = row.answer_before});
  cells.push_back({.text = row.answer});
  cells.push_back({.text = row.points ? std::to_string(*row.points) : "", .format = "numeric"});
  if (!chart.name_before.empty()) {
    const auto direction = direction_of(row);
    cells.push_back({.text = fmt::format("{} {}", direction.sign, direction.word)});
  }
  return cells;
}

Html as_table(const ProfileChart& chart) {
  Table figures{.caption = chart.title,
                .caption_classes = "govuk-visually-hidden",
                .head = {{.text = "Theme"}},
                .first_cell_is_header = true,
                .classes = "ts-table",
                .stacks = true};
  const bool compares = !chart.name_before.empty();
  if (compares) figures.head.push_back({.text = chart.name_before});
  figures.head.push_back({.text = chart.name});
  figures.head.push_back({.text = "Points", .format = "numeric"});
  if (compares) figures.head.push_back({.text = "Change"});
  for (const auto& row : chart.rows) figures.rows.push_back(table_row(chart, row));
  return html(
      R"(<div class="ts-scroll" role="region" tabindex="0" aria-label="{}, as a table">{}</div>)",
      chart.name, table(figures));
}

void add_caption(Html& out, const ProfileChart& chart) {
  out.add(R"(<figcaption><strong>{}</strong>)", chart.title);
  if (!chart.name_before.empty())
    out.add(
        R"(<span class="ts-chart__key"><i class="ts-chart__now"></i> {} <i class="ts-chart__then"></i> {}</span>)",
        chart.name, chart.name_before);
  out.add("</figcaption>");
}

void add_links(Html& out, const ProfileChart& chart) {
  if (chart.other_shape.empty() && chart.csv.empty()) return;
  out.add(R"(<p class="ts-chart__links">)");
  if (!chart.other_shape.empty())
    out.add(R"(<a class="govuk-link" href="{}">{}</a> )", chart.other_shape,
            chart.shape == ProfileShape::bars ? "Show as a radar" : "Show as bars");
  if (!chart.csv.empty())
    out.add(R"(<a class="govuk-link" href="{}">Download the figures (CSV)</a>)", chart.csv);
  out.add("</p>");
}

}  // namespace

Direction direction_of(const ProfileRow& row) {
  if (!row.points_before && row.answer_before.empty()) return {};
  if (!row.points_before || !row.points) return {"?", "Not comparable"};
  if (*row.points > *row.points_before) return {"▲", "Improving"};
  if (*row.points < *row.points_before) return {"▼", "Declining"};
  return {"▶", "No change"};
}

void add_picture_words(Html& out, const ProfileChart& chart) {
  out.add(R"(<title id="{}-title">{}</title><desc id="{}-desc">)", chart.id, chart.title, chart.id);
  for (const auto& row : chart.rows) {
    out.add("{}: {}", row.title, row.answer);
    if (!row.answer_before.empty()) out.add(", {} in {}", row.answer_before, chart.name_before);
    out.add(". ");
  }
  out.add("</desc>");
}

Html profile_chart(const ProfileChart& chart) {
  Html out = html(R"(<figure class="ts-chart" id="{}">)", chart.id);
  add_caption(out, chart);
  if (chart.shape == ProfileShape::bars)
    add_bars(out, chart);
  else
    add_radar(out, chart);
  out.add("</figure>");
  add_links(out, chart);
  return out.add(details({.summary = "The same as a table", .text = as_table(chart)}));
}

}  // namespace touchstone::look
