#include "self_assessment/sheet_json.h"

#include "platform/json/described.h"
#include "self_assessment/due_view.h"

namespace touchstone::self_assessment {
namespace shape {

struct Next {
  std::string level;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Next, (), (level, text))

struct Row {
  std::string theme;
  std::optional<std::string> level;
  int points;
  std::optional<Next> next;
};
BOOST_DESCRIBE_STRUCT(Row, (), (theme, level, points, next))

struct Result {
  int total;
  std::optional<std::string> band;
  int so_far;
  std::optional<std::string> lowest_level;
  int below_top;
  std::vector<Row> rows;
};
BOOST_DESCRIBE_STRUCT(Result, (), (total, band, so_far, lowest_level, below_top, rows))

struct Judgement {
  std::string theme;
  std::optional<std::string> level;
  std::string note;
  std::vector<std::string> unticked;
  std::vector<std::string> items;
  std::int64_t version;
  std::optional<std::string> last_time;
};
BOOST_DESCRIBE_STRUCT(Judgement, (), (theme, level, note, unticked, items, version, last_time))

// A letter of SMART; `advice` is empty where it is met.
struct Letter {
  std::string letter;
  bool met;
  std::string advice;
};
BOOST_DESCRIBE_STRUCT(Letter, (), (letter, met, advice))

struct Target {
  std::string theme;
  std::string text;
  std::string level_aimed;
  std::optional<Date> due_on;
  std::int64_t version;
  std::vector<Letter> smart;
};
BOOST_DESCRIBE_STRUCT(Target, (), (theme, text, level_aimed, due_on, version, smart))

struct Sheet {
  std::string id;
  std::string name;
  std::string standard;
  std::string voice;
  Date as_at;
  std::optional<Moment> finished_at;
  std::optional<std::string> previous;
  std::optional<CommonTotals> common;  // with the previous one, where the versions differ
  std::int64_t version;
  std::vector<Judgement> judgements;
  std::vector<Target> targets;
  std::string sentence;
  Result result;
};
BOOST_DESCRIBE_STRUCT(Sheet, (),
                      (id, name, standard, voice, as_at, finished_at, previous, common, version,
                       judgements, targets, sentence, result))

struct Subtotal {
  int sheet;
  int points;
  int maximum;
};
BOOST_DESCRIBE_STRUCT(Subtotal, (), (sheet, points, maximum))

struct Saved {
  std::int64_t version;
  std::string saved_at;
  int total;
  int answered;
  int of;
  std::vector<Subtotal> subtotals;
  std::string how_far;
  std::string sentence;
  std::string advice;
};
BOOST_DESCRIBE_STRUCT(Saved, (),
                      (version, saved_at, total, answered, of, subtotals, how_far, sentence,
                       advice))

}  // namespace shape

namespace {

std::optional<std::string> or_null(std::string text) {
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

shape::Result shape_of(const RollUp& result) {
  shape::Result shape{result.total,        result.band,      result.judged,
                      result.lowest_level, result.below_top, {}};
  for (const auto& row : result.rows)
    shape.rows.push_back(
        {row.theme, or_null(answer_of(row)), row.points,
         row.next ? std::optional(shape::Next{row.next->level, row.next->text}) : std::nullopt});
  return shape;
}

shape::Target shape_of(const SheetView& view, const Target& target) {
  shape::Target shape{target.element, target.text,    target.level_aimed,
                      target.due_on,  target.version, {}};
  for (const auto& letter : view.smart(target))
    shape.smart.push_back({std::string(letter.key), letter.met(), letter.advice});
  return shape;
}

std::vector<shape::Judgement> judgements_of(const SheetView& view) {
  std::vector<shape::Judgement> shapes;
  shapes.reserve(view.judgements.size());
  for (const auto& judgement : view.judgements)
    shapes.push_back({judgement.element, or_null(answer_of(judgement)), judgement.note,
                      judgement.unticked, judgement.items, judgement.version,
                      or_null(view.last_time(judgement.element))});
  return shapes;
}

}  // namespace

std::string result_json(const RollUp& result) {
  return json::text_of(shape_of(result));
}

std::string sheet_json(const SheetView& view) {
  const auto& sheet = view.own.sheet();
  shape::Sheet shape{
      .id = to_text(sheet.id),
      .name = sheet.name,
      .standard = view.content().address(),
      .voice = sheet.voice,
      .as_at = sheet.as_at,
      .finished_at = sheet.finished_at,
      .previous = view.before ? std::optional(to_text(view.before->sheet.id)) : std::nullopt,
      .common = view.before ? view.before->common : std::nullopt,
      .version = sheet.version,
      .judgements = judgements_of(view),
      .targets = {},
      .sentence = view.explainer(),
      .result = shape_of(view.result)};
  for (const auto& target : view.targets) shape.targets.push_back(shape_of(view, target));
  return json::text_of(shape);
}

std::string sheet_schema(json::Components& components) {
  return json::schema_of<shape::Sheet>(components);
}
std::string saved_schema(json::Components& components) {
  return json::schema_of<shape::Saved>(components);
}

std::string saved_json(const SheetView& view, std::string_view theme, std::string_view saved_at) {
  const auto& judgement = view.judgement(theme);
  shape::Saved saved{judgement.version,
                     std::string(saved_at),
                     view.result.total,
                     view.result.answered,
                     static_cast<int>(view.result.rows.size()),
                     {},
                     how_far(view.result),
                     view.explainer(),
                     view.advice(theme)};
  for (const auto& subtotal : view.result.subtotals)
    saved.subtotals.push_back({subtotal.sheet, subtotal.points, subtotal.maximum});
  return json::text_of(saved);
}

}  // namespace touchstone::self_assessment
