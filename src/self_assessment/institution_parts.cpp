#include "self_assessment/institution_parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "look/words.h"
#include "platform/text.h"

namespace touchstone::self_assessment {
namespace {

// 0 is below the lowest level.
std::size_t column_of(const standard::Scale& scale, std::string_view level) {
  const auto found = std::ranges::find(scale.levels, level, &standard::Level::key);
  return found == scale.levels.end() ? 0
                                     : static_cast<std::size_t>(found - scale.levels.begin()) + 1;
}

std::size_t columns_of(const standard::Scale& scale) {
  return scale.levels.size() + 1;
}

// Five shades for as many levels as there are; 0 for below.
std::size_t shade_of(std::size_t column, const standard::Scale& scale) {
  const auto steps = scale.levels.size();
  return column == 0 || steps < 2 ? column : 1 + (column - 1) * 4 / (steps - 1);
}

void add_empty(Html& out, std::size_t columns) {
  if (columns > 0) out.add(R"(<td colspan="{}"></td>)", columns);
}

std::string name_of(const standard::Scale& scale, std::string_view level) {
  const auto* found = scale.level(level);
  return found ? found->name : "Below minimum";
}

Html level_cells(const standard::Scale& scale, std::string_view level) {
  const auto column = column_of(scale, level);
  const auto* chosen = scale.level(level);
  Html out;
  add_empty(out, column);
  out.add(R"(<td class="ts-spread__level ts-{}"><b aria-hidden="true">{}</b>)"
          R"(<span class="govuk-visually-hidden">{}</span></td>)",
          shade_of(column, scale), chosen ? std::string_view(chosen->letter) : "–",
          name_of(scale, level));
  add_empty(out, columns_of(scale) - column - 1);
  return out;
}

// One cell tells it all; the others are its shape.
Html half_cells(const standard::Scale& scale, const MiddleHalf& half) {
  const auto low = column_of(scale, half.low);
  const auto middle = column_of(scale, half.middle);
  const auto high = column_of(scale, half.high);
  Html out;
  add_empty(out, low);
  if (middle > low) out.add(R"(<td class="ts-spread__half" colspan="{}"></td>)", middle - low);
  out.add(R"(<td class="ts-spread__half"><b aria-hidden="true">●</b>)"
          R"(<span class="govuk-visually-hidden">{}</span></td>)",
          in_words(scale, half));
  if (high > middle) out.add(R"(<td class="ts-spread__half" colspan="{}"></td>)", high - middle);
  add_empty(out, columns_of(scale) - high - 1);
  return out;
}

Html cells_of(const standard::Scale& scale, const SpreadRow& row) {
  if (!row.level.empty()) return level_cells(scale, row.level);
  if (row.spread && row.spread->half) return half_cells(scale, *row.spread->half);
  return html(R"(<td class="ts-spread__none" colspan="{}">{}</td>)", columns_of(scale),
              row.nothing);
}

}  // namespace

std::string with_version(const standard::Content& content) {
  return fmt::format("{}, version {}", content.title, content.version);
}

std::string whose_work(std::string_view voice, std::string_view words) {
  if (voice == "person") return "your job";
  return fmt::format("what the {} does", look::word(words, look::Term::organisation));
}

std::string how_it_counts(std::string_view words) {
  return fmt::format(
      "Your levels count, without your name, in figures for the {}. These are shown only for five "
      "people or more together.",
      look::word(words, look::Term::organisation));
}

std::string in_words(const standard::Scale& scale, const MiddleHalf& half) {
  const auto name = [&](std::string_view level) { return name_of(scale, level); };
  if (half.low == half.high) return "At least half at " + name(half.low);
  return fmt::format("At least half from {} to {}, the middle at {}", name(half.low),
                     name(half.high), name(half.middle));
}

std::string from_to(const standard::Scale& scale, const ShownBlock& block) {
  const auto name = [&](std::string_view level) { return name_of(scale, level); };
  if (block.to.empty()) return "below " + scale.levels.front().name + " or without a level";
  if (block.from.empty()) return name(block.to) + " or lower";
  if (block.from == block.to) return name(block.to);
  if (block.to == scale.levels.back().key) return name(block.from) + " or higher";
  return name(block.from) + " to " + name(block.to);
}

Html spread_table(std::string_view title, const standard::Scale& scale,
                  const std::vector<SpreadRow>& rows) {
  Html out = html(R"(<table class="ts-spread"><caption>{}</caption><thead><tr>)"
                  R"(<td></td><th scope="col"><span aria-hidden="true">–</span>)"
                  R"(<span class="govuk-visually-hidden">Below {}</span></th>)",
                  title, scale.levels.front().name);
  for (const auto& level : scale.levels)
    out.add(R"(<th scope="col"><span aria-hidden="true">{}</span>)"
            R"(<span class="govuk-visually-hidden">{}</span></th>)",
            level.letter, level.name);
  out.add("</tr></thead><tbody>");
  for (const auto& row : rows)
    out.add(R"(<tr><th scope="row">{}</th>{}</tr>)", row.who, cells_of(scale, row));
  return out.add("</tbody></table>");
}

}  // namespace touchstone::self_assessment
