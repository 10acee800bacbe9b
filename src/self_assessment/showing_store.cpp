#include "self_assessment/showing_store.h"

#include <algorithm>

#include "people/people.h"
#include "platform/json/described.h"

namespace touchstone::self_assessment {
namespace {

using PartKey = std::pair<Uuid, bool>;  // team, whether they were asked

struct Past {
  Earlier showings;
  std::vector<PartKey> parts;  // by their numbers in `showings`
};

TeamTree tree_of(sql::Read& read, const Uuid& workspace) {
  TeamTree tree;
  for (const auto& team : people::teams(read, {workspace})) {
    tree.groups.push_back({team.parent && !team.border ? tree.place(*team.parent) : std::nullopt});
    tree.places.emplace(team.id.value, tree.teams.size());
    tree.teams.push_back(team.id);
  }
  for (const auto& [team, whole] : people::wholes(read, {workspace}))
    if (const auto place = tree.place(whole)) tree.places.emplace(team, *place);
  return tree;
}

Past past_of(sql::Read& read, const Uuid& workspace, const CountedVoice& counted) {
  Past past;
  std::map<PartKey, std::size_t> numbers;
  Uuid last{};
  for (const auto& row : read.rows("SELECT s.id, c.answer, c.team, c.asked FROM showing s "
                                   "LEFT JOIN showing_change c ON c.ws = s.ws AND c.showing = s.id "
                                   "WHERE s.ws = ? AND s.standard_version = ? AND s.voice = ? "
                                   "ORDER BY s.shown_on, c.answer",
                                   workspace, counted.version, counted.voice)) {
    if (row.uuid(0) != last) past.showings.begin();
    last = row.uuid(0);
    if (row.null(1)) continue;
    if (row.null(2)) {
      past.showings.put(row.uuid(1), std::nullopt);
      continue;
    }
    const PartKey key(row.uuid(2), row.get<bool>(3));
    const auto [number, is_new] = numbers.emplace(key, past.parts.size());
    if (is_new) past.parts.push_back(key);
    past.showings.put(row.uuid(1), number->second);
  }
  return past;
}

std::vector<CountedAnswer> answers_in(const TeamTree& tree,
                                      const std::vector<TeamAnswer>& counted) {
  std::vector<CountedAnswer> answers;
  answers.reserve(counted.size());
  for (const auto& [answer, team, person] : counted)
    if (const auto place = tree.place(team)) answers.push_back({answer, *place});
  return answers;
}

AskedPeople asked_among(sql::Read& read, const Uuid& workspace, const ShowingBasis& basis,
                        Date on) {
  const auto wholes = wholes_of(basis.tree.groups);
  std::map<Uuid, Uuid> answer_of;
  for (const auto& each : basis.counted)
    if (const auto place = basis.tree.place(each.team); place && wholes[*place] == 0)
      answer_of.emplace(each.person.value, each.answer);
  AskedPeople asked;
  const people::RoleGrant tutor{people::Role::tutor, basis.tree.teams.front()};
  for (const auto& holder : people::holders_within(read, {workspace}, tutor, on)) {
    const auto found = answer_of.find(holder.person.value);
    if (found != answer_of.end()) asked.answers.insert(found->second);
    if (holder.active || found != answer_of.end()) ++asked.people;
  }
  return asked;
}

ShowingBasis basis_of(sql::Read& read, const Uuid& workspace, const CountedVoice& counted,
                      Date on) {
  ShowingBasis basis{last_showing(read, workspace, counted.version, counted.voice),
                     tree_of(read, workspace),
                     answers_counted(read, workspace, counted.version, counted.voice),
                     {}};
  if (counted.voice == "person") basis.asked = asked_among(read, workspace, basis, on);
  return basis;
}

bool is_the_same(const ShowingBasis& now, const ShowingBasis& then) {
  return now.last == then.last && now.tree.teams == then.tree.teams &&
         now.tree.groups == then.tree.groups && now.counted == then.counted &&
         now.asked == then.asked;
}

std::set<Uuid> teams_in(sql::Read& read, const Uuid& workspace, const Uuid& showing) {
  std::set<Uuid> teams;
  for (const auto& row :
       read.rows("SELECT team FROM showing_team WHERE ws = ? AND showing = ?", workspace, showing))
    teams.insert(row.uuid(0));
  return teams;
}

std::set<Uuid> shown_teams(const FiguresToShow& figures) {
  std::set<Uuid> teams;
  for (std::size_t i = 0; i < figures.shown.size(); ++i)
    if (figures.shown[i]) teams.insert(figures.basis.tree.teams[i].value);
  return teams;
}

std::vector<ShownChange> changes_in(const Showing& showing, const FiguresToShow& figures,
                                    const Past& past) {
  std::vector<ShownChange> changes;
  const auto& before = past.showings.latest();
  std::set<Uuid> here;
  for (const auto& [answer, part] : showing) {
    here.insert(answer);
    const auto team = figures.basis.tree.teams[part];
    const bool asked = figures.tells_participation && figures.basis.asked.answers.contains(answer);
    const auto found = before.find(answer);
    if (found == before.end() || past.parts[found->second] != PartKey(team.value, asked))
      changes.push_back({answer, team, asked});
  }
  for (const auto& [answer, part] : before)
    if (!here.contains(answer)) changes.push_back({answer, {}, false});
  return changes;
}

// The shown teams of a whole, and the cells of its spread with the shown team that each is a part
// of.
struct ToShow {
  ShownParts parts;
  std::vector<SpreadCell> cells;
};

ToShow to_show(const FiguresToShow& figures, std::size_t whole,
               const std::vector<SpreadCell>& cells) {
  const auto& tree = figures.basis.tree;
  const auto parts = parts_of(tree.groups, figures.shown);
  const auto wholes = wholes_of(tree.groups);
  ToShow result;
  std::map<std::size_t, std::size_t> places;
  for (std::size_t i = 0; i < figures.shown.size(); ++i) {
    if (!figures.shown[i] || wholes[i] != whole) continue;
    const auto above = tree.groups[i].parent ? parts[*tree.groups[i].parent] : std::nullopt;
    result.parts.parents.push_back(above ? std::optional(places.at(*above)) : std::nullopt);
    result.parts.teams.push_back(tree.teams[i]);
    places.emplace(i, places.size());
  }
  for (const auto& cell : cells) {
    const auto place = tree.place(cell.team);
    if (!place || wholes[*place] != whole) continue;
    result.cells.push_back(cell);
    result.cells.back().team = tree.teams[*parts[*place]];
  }
  return result;
}

void keep_showing(sql::Write& write, const Uuid& id, const FiguresToShow& figures) {
  const auto workspace = write.actor().workspace;
  write.execute(
      "INSERT INTO showing (ws, id, standard_version, voice, shown_on) VALUES (?, ?, ?, ?, ?)",
      workspace, id, figures.version, figures.voice, to_iso(figures.on));
  if (figures.tells_participation)
    write.execute("UPDATE showing SET asked = ?, finished = ? WHERE ws = ? AND id = ?",
                  figures.basis.asked.people, figures.basis.asked.answers.size(), workspace, id);
  for (const auto& [answer, team, asked] : figures.changes)
    write.post(
        "INSERT INTO showing_change (ws, showing, answer, team, asked) VALUES (?, ?, ?, ?, ?)",
        workspace, id, answer, team, asked);
}

void keep_spread(sql::Write& write, const Uuid& id, Id<people::Team> team,
                 const ShownSpread& spread) {
  const auto workspace = write.actor().workspace;
  if (spread.half)
    write.post(
        "INSERT INTO showing_spread (ws, showing, team, element, low, middle, high) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        workspace, id, team, spread.element, spread.half->low, spread.half->middle,
        spread.half->high);
  for (std::size_t i = 0; i < spread.blocks.size(); ++i)
    write.post(
        "INSERT INTO showing_block (ws, showing, team, element, position, from_level, "
        "to_level, people) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        workspace, id, team, spread.element, i, spread.blocks[i].from, spread.blocks[i].to,
        spread.blocks[i].people);
}

void keep_figures(sql::Write& write, const Uuid& id, const std::vector<ShownTeam>& teams) {
  for (const auto& team : teams) {
    write.post(
        "INSERT INTO showing_team (ws, showing, team, people, middle) VALUES (?, ?, ?, ?, ?)",
        write.actor().workspace, id, team.team, team.people, team.middle);
    for (const auto& spread : team.spreads) keep_spread(write, id, team.team, spread);
  }
}

struct Happened {
  std::string standard;
  std::string voice;
  Date shown_on;
};
BOOST_DESCRIBE_STRUCT(Happened, (), (standard, voice, shown_on))

}  // namespace

std::optional<std::size_t> TeamTree::place(Id<people::Team> team) const {
  const auto found = places.find(team.value);
  return found == places.end() ? std::nullopt : std::optional(found->second);
}

std::vector<CountedVoice> counted_voices(sql::Read& read, const Uuid& workspace) {
  std::vector<CountedVoice> voices;
  for (const auto& row :
       read.rows("SELECT DISTINCT standard_version, voice FROM latest WHERE ws = ? ORDER BY 1, 2",
                 workspace))
    voices.push_back({row.get<Id<standard::Version>>(0), row.get<std::string>(1)});
  return voices;
}

std::optional<FiguresToShow> figures_to_show(sql::Read& read, const Uuid& workspace,
                                             const CountedVoice& counted, Date on) {
  const auto last = last_showing(read, workspace, counted.version, counted.voice);
  if (last && std::chrono::sys_days(on) - std::chrono::sys_days(last->on) < showing_lasts)
    return std::nullopt;
  FiguresToShow figures{
      counted.version, counted.voice, on, basis_of(read, workspace, counted, on), {}, false, {}};
  const auto& basis = figures.basis;
  const auto past = past_of(read, workspace, counted);
  const auto answers = answers_in(basis.tree, basis.counted);
  figures.shown = groups_to_show(basis.tree.groups, answers, past.showings);
  if (std::ranges::find(figures.shown, true) == figures.shown.end()) return std::nullopt;
  const auto showing = showing_of(basis.tree.groups, answers, figures.shown);
  figures.tells_participation = figures.shown.front() && !basis.asked.answers.empty() &&
                                may_tell(told_apart(showing, basis.asked.answers), past.showings);
  figures.changes = changes_in(showing, figures, past);
  // A date that moves when nothing came, and stands when a few did, would tell that a few did.
  if (last && figures.changes.empty() &&
      teams_in(read, workspace, last->id) == shown_teams(figures))
    return std::nullopt;
  return figures;
}

bool show_figures(sql::Write& write, const FiguresToShow& figures) {
  const auto workspace = write.actor().workspace;
  const CountedVoice counted{figures.version, figures.voice};
  if (!is_the_same(basis_of(write, workspace, counted, figures.on), figures.basis)) return false;
  const auto content = standard::content_of(write, workspace, figures.version);
  const auto id = new_uuid();
  keep_showing(write, id, figures);
  const auto spread = spread_of(write, workspace, figures.version, figures.voice);
  const auto& groups = figures.basis.tree.groups;
  for (std::size_t whole = 0; whole < groups.size(); ++whole) {
    if (groups[whole].parent || !figures.shown[whole]) continue;
    const auto [parts, cells] = to_show(figures, whole, spread);
    keep_figures(write, id, figures_of(parts, cells, *content, figures.voice));
  }
  write.record({"showing", id, "shown",
                json::text_of(Happened{content->address(), figures.voice, figures.on})});
  return true;
}

void show_all_figures(sql::Write& write, Date on) {
  const auto workspace = write.actor().workspace;
  for (const auto& counted : counted_voices(write, workspace))
    if (const auto figures = figures_to_show(write, workspace, counted, on))
      show_figures(write, *figures);
}

}  // namespace touchstone::self_assessment
