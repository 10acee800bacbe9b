#include "platform/json/described.h"
#include "self_assessment/institution_page.h"
#include "self_assessment/institution_pages.h"

namespace touchstone::self_assessment {
namespace shape {

struct LeadersOn {
  std::string theme;
  std::optional<std::string> level;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(LeadersOn, (), (theme, level, note))

struct LeadersView {
  int total;
  std::optional<std::string> band;
  std::string panel;
  std::optional<Moment> finished_at;
  std::vector<LeadersOn> judgements;
};
BOOST_DESCRIBE_STRUCT(LeadersView, (), (total, band, panel, finished_at, judgements))

struct Block {
  std::optional<std::string> from;
  std::string to;
  std::int64_t people;
};
BOOST_DESCRIBE_STRUCT(Block, (), (from, to, people))

struct Half {
  std::string low;
  std::string middle;
  std::string high;
};
BOOST_DESCRIBE_STRUCT(Half, (), (low, middle, high))

struct Spread {
  std::optional<std::string> theme;
  std::optional<Half> middle_half;
  std::vector<Block> blocks;
};
BOOST_DESCRIBE_STRUCT(Spread, (), (theme, middle_half, blocks))

struct PeopleView {
  Date shown_on;
  std::int64_t people;
  std::optional<int> middle;
  std::vector<Spread> spreads;
};
BOOST_DESCRIBE_STRUCT(PeopleView, (), (shown_on, people, middle, spreads))

struct TakingPart {
  std::int64_t asked;
  std::int64_t finished;
};
BOOST_DESCRIBE_STRUCT(TakingPart, (), (asked, finished))

struct Institution {
  std::string standard;
  std::string team;
  std::optional<LeadersView> leaders;
  std::optional<PeopleView> tutors_on_institution;
  std::optional<PeopleView> tutors_on_themselves;
  std::optional<TakingPart> taking_part;
};
BOOST_DESCRIBE_STRUCT(Institution, (),
                      (standard, team, leaders, tutors_on_institution, tutors_on_themselves,
                       taking_part))

}  // namespace shape

namespace {

std::optional<std::string> or_null(std::string text) {
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

std::optional<shape::LeadersView> leaders_in(const InstitutionView& view) {
  if (!view.leaders) return std::nullopt;
  const auto& [sheet, judgements, result, panel] = *view.leaders;
  shape::LeadersView leaders{result.total, result.band, panel, sheet.finished_at, {}};
  for (const auto& judgement : judgements)
    leaders.judgements.push_back(
        {judgement.element, or_null(answer_of(judgement)), judgement.note});
  return leaders;
}

std::optional<shape::PeopleView> people_in(const std::optional<Shown>& shown,
                                           const ShownTeam* team) {
  if (!team) return std::nullopt;
  shape::PeopleView people{shown->on, team->people, team->middle, {}};
  for (const auto& spread : team->spreads) {
    people.spreads.push_back({or_null(spread.element), {}, {}});
    if (spread.half)
      people.spreads.back().middle_half =
          shape::Half{spread.half->low, spread.half->middle, spread.half->high};
    for (const auto& block : spread.blocks)
      people.spreads.back().blocks.push_back({or_null(block.from), block.to, block.people});
  }
  return people;
}

}  // namespace

std::string institution_schema(json::Components& components) {
  return json::schema_of<shape::Institution>(components);
}

std::string institution_json(const InstitutionView& view) {
  std::optional<shape::TakingPart> taking_part;
  if (const auto part = view.participation()) taking_part = {part->asked, part->finished};
  return json::text_of(
      shape::Institution{view.content().address(), to_text(view.sees.team()), leaders_in(view),
                         people_in(view.of_institution, view.on_institution()),
                         people_in(view.of_themselves, view.on_themselves()), taking_part});
}

}  // namespace touchstone::self_assessment
