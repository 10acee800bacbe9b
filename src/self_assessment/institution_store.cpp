#include "self_assessment/institution_store.h"

#include <algorithm>
#include <map>
#include <set>

#include "people/people.h"
#include "platform/json/described.h"
#include "self_assessment/spread_store.h"

namespace touchstone::self_assessment {
namespace {

struct LastShowing {
  Uuid id{};
  Date on{};
  std::optional<Participation> participation{};
};

std::optional<LastShowing> last_showing(sql::Read& read, const Uuid& workspace,
                                        Id<standard::Version> version, std::string_view voice) {
  auto rows = read.rows(
      "SELECT id, shown_on, asked, finished FROM showing WHERE ws = ? AND standard_version = ? AND "
      "voice = ? "
      "ORDER BY shown_on DESC LIMIT 1",
      workspace, version, voice);
  const auto* row = rows.next();
  if (!row) return std::nullopt;
  LastShowing last{row->uuid(0), date_from_iso(row->text(1)).value(), {}};
  if (!row->null(2)) last.participation = Participation{row->integer(2), row->integer(3)};
  return last;
}

// The tree of teams as counts.h has it. A team that is closed counts as the whole.
struct Tree {
  std::vector<Group> groups;
  std::vector<Id<people::Team>> teams;
  std::map<Uuid, std::size_t> places;

  std::size_t place(const Uuid& team) const {
    const auto found = places.find(team);
    return found == places.end() ? 0 : found->second;
  }
};

Tree tree_of(sql::Read& read, const Uuid& workspace) {
  Tree tree;
  for (const auto& team : people::teams(read, {workspace})) {
    tree.groups.push_back(
        {team.parent ? std::optional(tree.place(team.parent->value)) : std::nullopt});
    tree.places.emplace(team.id.value, tree.teams.size());
    tree.teams.push_back(team.id);
  }
  return tree;
}

std::vector<Showing> showings_before(sql::Read& read, const Uuid& workspace,
                                     Id<standard::Version> version, std::string_view voice) {
  std::vector<Showing> showings;
  std::map<std::pair<Uuid, bool>, std::size_t> parts;
  Uuid last{};
  for (const auto& row : read.rows("SELECT a.showing, a.answer, a.team, a.asked FROM showing s "
                                   "JOIN showing_answer a ON a.ws = s.ws AND a.showing = s.id "
                                   "WHERE s.ws = ? AND s.standard_version = ? AND s.voice = ? "
                                   "ORDER BY a.showing, a.answer",
                                   workspace, version, voice)) {
    if (showings.empty() || row.uuid(0) != last) showings.emplace_back();
    last = row.uuid(0);
    const auto part =
        parts.emplace(std::pair(row.uuid(2), row.get<bool>(3)), parts.size()).first->second;
    showings.back().push_back({row.uuid(1), part});
  }
  for (auto& showing : showings) std::ranges::sort(showing);
  return showings;
}

std::vector<CountedAnswer> answers_in(const Tree& tree, const std::vector<TeamAnswer>& counted) {
  std::vector<CountedAnswer> answers;
  answers.reserve(counted.size());
  for (const auto& [answer, team, person] : counted)
    answers.push_back({answer, tree.place(team.value)});
  return answers;
}

// Who is asked: whoever has the role of a tutor, and of those who left only whose answer counts.
struct AskedPeople {
  std::int64_t people = 0;
  std::set<Uuid> answers;
};

AskedPeople asked_among(sql::Read& read, const Uuid& workspace,
                        const std::vector<TeamAnswer>& counted, Date on) {
  std::map<Uuid, Uuid> answer_of;
  for (const auto& each : counted) answer_of.emplace(each.person.value, each.answer);
  AskedPeople asked;
  for (const auto& holder : people::holders_anywhere(read, {workspace}, people::Role::tutor, on)) {
    const auto found = answer_of.find(holder.person.value);
    if (found != answer_of.end()) asked.answers.insert(found->second);
    if (holder.active || found != answer_of.end()) ++asked.people;
  }
  return asked;
}

// The shown teams, and the cells of the spread with the shown team that each is a part of.
struct ToShow {
  ShownParts parts;
  std::vector<SpreadCell> cells;
};

ToShow to_show(const Tree& tree, const std::vector<bool>& shown, std::vector<SpreadCell> cells) {
  ToShow result{{}, std::move(cells)};
  const auto parts = parts_of(tree.groups, shown);
  std::map<std::size_t, std::size_t> places;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    if (!shown[i]) continue;
    const auto above = tree.groups[i].parent ? parts[*tree.groups[i].parent] : std::nullopt;
    result.parts.parents.push_back(above ? std::optional(places.at(*above)) : std::nullopt);
    result.parts.teams.push_back(tree.teams[i]);
    places.emplace(i, places.size());
  }
  for (auto& cell : result.cells) cell.team = tree.teams[*parts[tree.place(cell.team.value)]];
  return result;
}

void keep_answers(sql::Write& write, const Uuid& id, const Tree& tree, const Showing& showing,
                  const std::set<Uuid>& asked) {
  for (const auto& [answer, part] : showing)
    write.execute(
        "INSERT INTO showing_answer (ws, showing, answer, team, asked) VALUES (?, ?, ?, ?, ?)",
        write.actor().workspace, id, answer, tree.teams[part], asked.contains(answer));
}

// Says how many of those asked have finished, where that gives nobody away: whose answers these
// are.
std::set<Uuid> tell_participation(sql::Write& write, const Uuid& id, const AskedPeople& asked,
                                  const Showing& showing, const std::vector<Showing>& earlier) {
  const auto finished = static_cast<std::int64_t>(asked.answers.size());
  if (finished == 0 || !may_tell(told_apart(showing, asked.answers), earlier)) return {};
  write.execute("UPDATE showing SET asked = ?, finished = ? WHERE ws = ? AND id = ?", asked.people,
                finished, write.actor().workspace, id);
  return asked.answers;
}

void keep_figures(sql::Write& write, const Uuid& id, const std::vector<ShownTeam>& teams) {
  const auto workspace = write.actor().workspace;
  for (const auto& team : teams) {
    write.execute(
        "INSERT INTO showing_team (ws, showing, team, people, middle) VALUES (?, ?, ?, ?, ?)",
        workspace, id, team.team, team.people, team.middle);
    for (const auto& spread : team.spreads) {
      if (spread.half)
        write.execute(
            "INSERT INTO showing_spread (ws, showing, team, element, low, middle, high) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            workspace, id, team.team, spread.element, spread.half->low, spread.half->middle,
            spread.half->high);
      for (std::size_t i = 0; i < spread.blocks.size(); ++i)
        write.execute(
            "INSERT INTO showing_block (ws, showing, team, element, position, from_level, "
            "to_level, people) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            workspace, id, team.team, spread.element, i, spread.blocks[i].from, spread.blocks[i].to,
            spread.blocks[i].people);
    }
  }
}

ShownSpread& spread_of(ShownTeam& team, std::string_view element) {
  const auto found = std::ranges::find(team.spreads, element, &ShownSpread::element);
  if (found != team.spreads.end()) return *found;
  return team.spreads.emplace_back(ShownSpread{std::string(element), {}, {}});
}

struct Happened {
  std::string standard;
  std::string voice;
  Date shown_on;
};
BOOST_DESCRIBE_STRUCT(Happened, (), (standard, voice, shown_on))

}  // namespace

const ShownTeam* Shown::team(Id<people::Team> id) const {
  const auto found = std::ranges::find(teams, id, &ShownTeam::team);
  return found == teams.end() ? nullptr : &*found;
}

std::optional<Shown> shown_figures(sql::Read& read, const Uuid& workspace,
                                   Id<standard::Version> version, std::string_view voice,
                                   Id<people::Team> team) {
  const auto last = last_showing(read, workspace, version, voice);
  if (!last) return std::nullopt;
  Shown shown{last->on, last->participation, {}};
  for (const auto& row :
       read.rows("SELECT team, people, middle FROM showing_team WHERE ws = ? AND showing = ?",
                 workspace, last->id))
    shown.teams.push_back(
        {row.get<Id<people::Team>>(0), row.integer(1), row.get<std::optional<int>>(2), {}});
  const auto asked = std::ranges::find(shown.teams, team, &ShownTeam::team);
  if (asked == shown.teams.end()) return shown;
  for (const auto& row : read.rows("SELECT element, low, middle, high FROM showing_spread "
                                   "WHERE ws = ? AND showing = ? AND team = ? ORDER BY element",
                                   workspace, last->id, team))
    asked->spreads.push_back(
        {row.get<std::string>(0),
         MiddleHalf{row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3)},
         {}});
  for (const auto& row :
       read.rows("SELECT element, from_level, to_level, people FROM showing_block "
                 "WHERE ws = ? AND showing = ? AND team = ? ORDER BY element, position",
                 workspace, last->id, team))
    spread_of(*asked, row.text(0))
        .blocks.push_back({row.get<std::string>(1), row.get<std::string>(2), row.integer(3)});
  return shown;
}

bool was_shown(sql::Read& read, const Uuid& workspace, Id<standard::Version> version) {
  auto rows = read.rows("SELECT 1 FROM showing WHERE ws = ? AND standard_version = ? LIMIT 1",
                        workspace, version);
  return rows.next() != nullptr;
}

bool show_figures(sql::Write& write, const standard::Published& against, std::string_view voice,
                  Date on) {
  const auto workspace = write.actor().workspace;
  const auto last = last_showing(write, workspace, against.id, voice);
  if (last && std::chrono::sys_days(on) - std::chrono::sys_days(last->on) < showing_lasts)
    return false;
  const auto tree = tree_of(write, workspace);
  const auto counted = answers_counted(write, workspace, against.id, voice);
  const auto answers = answers_in(tree, counted);
  const auto earlier = showings_before(write, workspace, against.id, voice);
  const auto groups = groups_to_show(tree.groups, answers, earlier);
  if (groups.empty() || !groups.front()) return false;
  const auto id = new_uuid();
  write.execute(
      "INSERT INTO showing (ws, id, standard_version, voice, shown_on) VALUES (?, ?, ?, ?, ?)",
      workspace, id, against.id, voice, to_iso(on));
  const auto [parts, cells] = to_show(tree, groups, spread_of(write, workspace, against.id, voice));
  keep_figures(write, id, figures_of(parts, cells, *against.content, voice));
  const auto showing = showing_of(tree.groups, answers, groups);
  const auto asked = voice == "person" ? asked_among(write, workspace, counted, on) : AskedPeople{};
  keep_answers(write, id, tree, showing, tell_participation(write, id, asked, showing, earlier));
  write.record({"showing", id, "shown",
                json::text_of(Happened{against.content->address(), std::string(voice), on})});
  return true;
}

void show_all_figures(sql::Write& write, Date on) {
  const auto workspace = write.actor().workspace;
  std::vector<std::pair<Id<standard::Version>, std::string>> kinds;
  for (const auto& row :
       write.rows("SELECT DISTINCT standard_version, voice FROM latest WHERE ws = ? ORDER BY 1, 2",
                  workspace))
    kinds.emplace_back(row.get<Id<standard::Version>>(0), row.get<std::string>(1));
  for (const auto& [version, voice] : kinds)
    show_figures(write, {version, standard::content_of(write, workspace, version)}, voice, on);
}

}  // namespace touchstone::self_assessment
