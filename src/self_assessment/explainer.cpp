#include "self_assessment/explainer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace touchstone::self_assessment {
namespace {

std::string in_words(int n) {
  constexpr std::array<std::string_view, 11> words{"no",  "one",   "two",   "three", "four", "five",
                                                   "six", "seven", "eight", "nine",  "ten"};
  return n >= 0 && n < static_cast<int>(words.size())
             ? std::string(words[static_cast<std::size_t>(n)])
             : fmt::format("{}", n);
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

const Row* row_of(const RollUp& sheet, std::string_view theme) {
  const auto found = std::ranges::find(sheet.rows, theme, &Row::theme);
  return found == sheet.rows.end() ? nullptr : &*found;
}

// Place on the scale: 0 below the lowest level, 1 the lowest; empty without a judgement.
std::optional<int> place_of(const standard::Content& content, const Row& row) {
  if (row.state == State::below_minimum) return 0;
  if (row.state != State::judged) return std::nullopt;
  const auto& levels = content.scale_of(*content.element(row.theme)).levels;
  const auto found = std::ranges::find(levels, row.level, &standard::Level::key);
  if (found == levels.end()) return std::nullopt;
  return static_cast<int>(found - levels.begin()) + 1;
}

std::string movement(const std::vector<Move>& moves, std::string_view name_before) {
  const auto up = std::ranges::count_if(moves, [](const Move& move) { return move.levels > 0; });
  const auto down = std::ranges::count_if(moves, [](const Move& move) { return move.levels < 0; });
  if (up == 0 && down == 0) return fmt::format("no theme has moved since {}", name_before);
  std::string text;
  if (up > 0) text = in_words(static_cast<int>(up)) + " up";
  if (down > 0) text += (text.empty() ? "" : ", ") + in_words(static_cast<int>(down)) + " down";
  return fmt::format("{} since {}", text, name_before);
}

const std::string& level_name(const standard::Content& content, std::string_view level) {
  return content.band_name(level);
}

std::string way_ahead(const standard::Content& content, const Ahead& ahead) {
  if (ahead.points == 0)
    return fmt::format("{} once {} raised", level_name(content, ahead.level),
                       ahead.themes.size() == 1
                           ? std::string("one theme is")
                           : in_words(static_cast<int>(ahead.themes.size())) + " themes are");
  const auto points =
      ahead.points == 1 ? std::string("one point") : in_words(ahead.points) + " points";
  auto text = fmt::format("{} from {}", points, level_name(content, ahead.level));
  const auto themes = static_cast<int>(ahead.themes.size());
  if (themes == 1) text += ": this one theme would do it";
  if (themes > 1) text += fmt::format(": these {} themes would do it", in_words(themes));
  return text;
}

// Where the lowest level is the overall one, all themes that stand there must rise.
Ahead ahead_of_lowest(const standard::Content& content, const RollUp& now) {
  const auto counts = std::ranges::find_if(now.rows, &Row::scored);
  if (!now.band || counts == now.rows.end()) return {};
  const auto& levels = content.scale_of(*content.element(counts->theme)).levels;
  const auto present = std::ranges::find(levels, *now.band, &standard::Level::key);
  if (present == levels.end() || std::next(present) == levels.end()) return {};
  Ahead ahead{std::next(present)->key, 0, {}};
  for (const auto& row : now.rows)
    if (row.scored && row.level == present->key) ahead.themes.push_back(row.theme);
  return ahead;
}

}  // namespace

std::vector<Move> moves_between(const standard::Content& content, const RollUp& before,
                                const RollUp& after) {
  std::vector<Move> moves;
  for (const auto& row : after.rows) {
    const auto* then = row_of(before, row.theme);
    if (!then || !content.element(then->theme)) continue;
    const auto from = place_of(content, *then);
    const auto to = place_of(content, row);
    if (from && to) moves.push_back({row.theme, *to - *from});
  }
  return moves;
}

Ahead ahead_of(const standard::Content& content, std::string_view voice, const RollUp& now) {
  if (content.scoring.rule == standard::Rule::lowest) return ahead_of_lowest(content, now);
  const auto& bands = content.bands(voice);
  const auto present = std::ranges::find_if(
      bands, [&](const auto& band) { return now.band && band.level == *now.band; });
  if (present == bands.end() || std::next(present) == bands.end()) return {};
  const auto& wanted = *std::next(present);
  Ahead ahead{wanted.level, wanted.from - now.total, {}};
  auto rows = now.rows;
  std::ranges::stable_sort(rows, {}, &Row::points);
  auto missing = ahead.points;
  for (const auto& row : rows) {
    if (missing <= 0) break;
    if (!row.next || !row.scored) continue;
    const auto& scale = content.scale_of(*content.element(row.theme));
    missing -= scale.level(row.next->level)->points - row.points;
    ahead.themes.push_back(row.theme);
  }
  return ahead;
}

std::string explain(const standard::Content& content, std::string_view voice, const RollUp& now,
                    const RollUp* before, std::string_view name_before) {
  std::vector<std::string> parts;
  if (before)
    if (const auto moves = moves_between(content, *before, now); !moves.empty())
      parts.push_back(movement(moves, name_before));
  if (!now.all_answered())
    parts.push_back(
        fmt::format("{} of {} themes done{}", now.answered, now.rows.size(),
                    now.adds_up ? fmt::format(", {} points so far", now.total) : std::string()));
  else if (const auto ahead = ahead_of(content, voice, now); !ahead.level.empty())
    parts.push_back(way_ahead(content, ahead));
  else if (now.band)
    parts.push_back(fmt::format("{} is the highest overall level", level_name(content, *now.band)));
  return parts.empty() ? std::string() : capitalised(fmt::format("{}.", fmt::join(parts, ", ")));
}

std::string why_no_level(const RollUp& now, std::string_view work) {
  if (now.band || !now.all_answered()) return {};
  if (!now.gives_level) return "There is no overall level: each theme stands for itself.";
  if (now.all_judged())
    return "There is no overall level, because at least one theme is below the lowest level.";
  return fmt::format(
      "There is no overall level, because it counts every theme and not all of them are part of "
      "{}.",
      work);
}

std::string about_the_bands(const standard::Content& content, const RollUp& now) {
  if (!now.band || !now.lowest_level) return {};
  const auto overall = level_name(content, *now.band);
  if (*now.lowest_level == *now.band) return {};
  const auto lowest = *now.lowest_level == to_text(State::below_minimum)
                          ? std::string("below the lowest level")
                          : "at " + level_name(content, *now.lowest_level);
  const auto all = std::ranges::all_of(
      now.rows, [&](const Row& row) { return answer_of(row) == *now.lowest_level; });
  return fmt::format("The overall level counts points only: {} points make {}, although {} {}.",
                     now.total, overall, all ? "every theme stands" : "the lowest theme stands",
                     lowest);
}

}  // namespace touchstone::self_assessment
