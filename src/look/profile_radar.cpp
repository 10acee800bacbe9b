#include "look/profile_radar.h"

#include <fmt/format.h>

#include <cmath>
#include <functional>
#include <numbers>

namespace touchstone::look {
namespace {

constexpr double middle = 170;
constexpr double radius = 130;

struct Point {
  double x;
  double y;
};

Point point(std::size_t spoke, std::size_t spokes, double part) {
  const auto angle =
      2 * std::numbers::pi * static_cast<double>(spoke) / static_cast<double>(spokes) -
      std::numbers::pi / 2;
  return {middle + radius * part * std::cos(angle), middle + radius * part * std::sin(angle)};
}

std::string text_of(Point point) {
  return fmt::format("{:.1f},{:.1f} ", point.x, point.y);
}

double part_of(const ProfileChart& chart, int points) {
  const auto most = chart.levels.empty() ? 1 : chart.levels.back().points;
  return static_cast<double>(points) / most;
}

std::string outline(const ProfileChart& chart,
                    const std::function<std::optional<int>(const ProfileRow&)>& points_of) {
  std::string out;
  for (std::size_t i = 0; i < chart.rows.size(); ++i)
    out +=
        text_of(point(i, chart.rows.size(), part_of(chart, points_of(chart.rows[i]).value_or(0))));
  return out;
}

void add_web(Html& out, const ProfileChart& chart) {
  const auto spokes = chart.rows.size();
  for (const auto& level : chart.levels) {
    const auto part = part_of(chart, level.points);
    std::string ring;
    for (std::size_t i = 0; i < spokes; ++i) ring += text_of(point(i, spokes, part));
    out.add(R"(<polygon class="ts-chart__ring" points="{}"/>)", ring);
  }
  for (std::size_t i = 0; i < spokes; ++i) {
    const auto end = point(i, spokes, 1);
    const auto number = point(i, spokes, 1.14);
    out.add(R"(<line class="ts-chart__grid" x1="{}" y1="{}" x2="{}" y2="{}"/>)", 170, 170,
            fmt::format("{:.1f}", end.x), fmt::format("{:.1f}", end.y));
    out.add(R"(<text class="ts-chart__name" x="{}" y="{}" text-anchor="middle">{}</text>)",
            fmt::format("{:.1f}", number.x), fmt::format("{:.1f}", number.y + 6), i + 1);
  }
}

// Between two spokes, so that no line runs through them.
void add_letters(Html& out, const ProfileChart& chart) {
  const auto spokes = chart.rows.size() * 2;
  for (const auto& level : chart.levels) {
    const auto at = point(1, spokes, part_of(chart, level.points) * 0.94);
    out.add(R"(<text class="ts-chart__letter" x="{}" y="{}" text-anchor="middle">{}</text>)",
            fmt::format("{:.1f}", at.x), fmt::format("{:.1f}", at.y + 5), level.letter);
  }
}

void add_list(Html& out, const ProfileChart& chart) {
  out.add(R"(<ol class="ts-chart__list">)");
  for (const auto& row : chart.rows) {
    const auto direction = direction_of(row);
    out.add("<li>{}: <b>{}</b> {} {}</li>", row.title, row.answer, direction.sign, direction.word);
  }
  out.add("</ol>");
}

}  // namespace

void add_radar(Html& out, const ProfileChart& chart) {
  if (chart.rows.size() < 3) return add_list(out, chart);
  out.add(
      R"(<div class="ts-chart__radar"><svg role="img" aria-labelledby="{}-title {}-desc" viewBox="0 0 340 340">)",
      chart.id, chart.id);
  add_picture_words(out, chart);
  add_web(out, chart);
  if (!chart.name_before.empty())
    out.add(R"(<polygon class="ts-chart__ghost" points="{}"/>)",
            outline(chart, [](const ProfileRow& row) { return row.points_before; }));
  out.add(R"(<polygon class="ts-chart__shape" points="{}"/>)",
          outline(chart, [](const ProfileRow& row) { return row.points; }));
  add_letters(out, chart);
  out.add("</svg>");
  add_list(out, chart);
  out.add("</div>");
}

}  // namespace touchstone::look
