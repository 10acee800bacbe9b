#include "self_assessment/judgement_store.h"

#include <algorithm>
#include <boost/describe.hpp>

#include "platform/json/described.h"
#include "standard/standard.h"

namespace touchstone::self_assessment {
namespace {

constexpr std::string_view unticked_statement = "unticked_statement";
constexpr std::string_view ticked_item = "ticked_item";

struct Kept {
  std::string element;
  std::string answer;
  std::string note;
  std::vector<std::string> unticked;
  std::vector<std::string> items;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (element, answer, note, unticked, items))

// What the table holds for one theme, with its row's id; empty where it was never saved.
struct Held {
  Uuid id{};
  Judgement judgement;
};

void add_ticks(sql::Read& read, const Uuid& workspace, Held& held) {
  for (const auto& row :
       read.rows("SELECT kind, key FROM tick WHERE ws = ? AND judgement = ? ORDER BY key",
                 workspace, held.id)) {
    auto& list = row.text(0) == unticked_statement ? held.judgement.unticked : held.judgement.items;
    list.push_back(row.get<std::string>(1));
  }
}

Held held_for(sql::Read& read, const Uuid& workspace, Id<ScoreSheet> sheet,
              const std::string& element) {
  Held held{{}, {.element = element}};
  const auto asked = standard::asked_in(element);
  auto rows = read.rows(
      "SELECT id, state, level, note, version FROM judgement "
      "WHERE ws = ? AND self_assessment = ? AND element = ? AND dimension = ? AND stance = 'self'",
      workspace, sheet, asked.element, asked.value);
  const auto* row = rows.next();
  if (!row) return held;
  held.id = row->uuid(0);
  held.judgement.state = state_from_text(row->text(1)).value();
  held.judgement.level = row->get<std::optional<std::string>>(2).value_or("");
  held.judgement.note = row->get<std::string>(3);
  held.judgement.version = row->integer(4);
  return held;
}

void replace_ticks(sql::Write& write, const Uuid& judgement, const Judgement& before,
                   const Judgement& after) {
  if (before.unticked == after.unticked && before.items == after.items) return;
  const auto workspace = write.actor().workspace;
  write.execute("DELETE FROM tick WHERE ws = ? AND judgement = ?", workspace, judgement);
  const auto add = [&](std::string_view kind, const std::vector<std::string>& keys) {
    for (const auto& key : keys)
      write.execute("INSERT INTO tick (ws, judgement, kind, key) VALUES (?, ?, ?, ?)", workspace,
                    judgement, kind, key);
  };
  add(unticked_statement, after.unticked);
  add(ticked_item, after.items);
}

void insert(sql::Write& write, const Uuid& id, const ScoreSheet& sheet, const Judgement& judgement,
            Moment at) {
  const auto level = judgement.level.empty() ? std::nullopt : std::optional(judgement.level);
  const auto asked = standard::asked_in(judgement.element);
  write.execute(
      "INSERT INTO judgement (ws, id, self_assessment, element, dimension, stance, state, level, "
      "note, made_by, at, version) VALUES (?, ?, ?, ?, ?, 'self', ?, ?, ?, ?, ?, 1)",
      write.actor().workspace, id, sheet.id, asked.element, asked.value, to_text(judgement.state),
      level, judgement.note, sheet.made_by, at);
}

void update(sql::Write& write, const Uuid& id, const ScoreSheet& sheet, const Judgement& judgement,
            Moment at) {
  const auto level = judgement.level.empty() ? std::nullopt : std::optional(judgement.level);
  write.execute(
      "UPDATE judgement SET state = ?, level = ?, note = ?, made_by = ?, at = ?, "
      "version = version + 1 WHERE ws = ? AND id = ?",
      to_text(judgement.state), level, judgement.note, sheet.made_by, at, write.actor().workspace,
      id);
}

}  // namespace

std::vector<Judgement> judgements_of(sql::Read& read, const Uuid& workspace, Id<ScoreSheet> sheet) {
  std::vector<Judgement> judgements;
  Uuid last{};
  for (const auto& row :
       read.rows("SELECT j.id, j.element, j.state, j.level, j.note, j.version, t.kind, t.key, "
                 "j.dimension "
                 "FROM judgement j LEFT JOIN tick t ON t.ws = j.ws AND t.judgement = j.id "
                 "WHERE j.ws = ? AND j.self_assessment = ? AND j.stance = 'self' "
                 "ORDER BY j.element, j.dimension",
                 workspace, sheet)) {
    if (row.uuid(0) != last) {
      last = row.uuid(0);
      judgements.push_back({.element = standard::asked_key(row.text(1), row.text(8)),
                            .state = state_from_text(row.text(2)).value(),
                            .level = row.get<std::optional<std::string>>(3).value_or(""),
                            .note = row.get<std::string>(4),
                            .unticked = {},
                            .items = {},
                            .version = row.integer(5)});
    }
    if (row.null(6)) continue;
    auto& judgement = judgements.back();
    auto& list = row.text(6) == unticked_statement ? judgement.unticked : judgement.items;
    list.push_back(row.get<std::string>(7));
  }
  // Here and not in the statement: an order over both tables is a sort of all rows each time.
  for (auto& judgement : judgements) {
    std::ranges::sort(judgement.unticked);
    std::ranges::sort(judgement.items);
  }
  return judgements;
}

std::vector<Judgement> answers_of(sql::Read& read, const Uuid& workspace, Id<ScoreSheet> sheet) {
  std::vector<Judgement> answers;
  for (const auto& row :
       read.rows("SELECT element, state, level, dimension FROM judgement WHERE ws = ? "
                 "AND self_assessment = ? AND stance = 'self' ORDER BY element, dimension",
                 workspace, sheet))
    answers.push_back({.element = standard::asked_key(row.text(0), row.text(3)),
                       .state = state_from_text(row.text(1)).value(),
                       .level = row.get<std::optional<std::string>>(2).value_or("")});
  return answers;
}

std::expected<std::int64_t, Clash<Judgement>> save(sql::Write& write, const ScoreSheet& sheet,
                                                   const Judgement& judgement, Moment at) {
  auto held = held_for(write, write.actor().workspace, sheet.id, judgement.element);
  if (!held.id.empty()) add_ticks(write, write.actor().workspace, held);
  auto wanted = judgement;
  std::ranges::sort(wanted.unticked);
  std::ranges::sort(wanted.items);
  const auto version = held.judgement.version;
  wanted.version = version;
  if (wanted == held.judgement) return version;
  if (judgement.version != version) return std::unexpected(Clash<Judgement>{held.judgement});
  const auto id = held.id.empty() ? new_uuid() : held.id;
  if (held.id.empty())
    insert(write, id, sheet, wanted, at);
  else
    update(write, id, sheet, wanted, at);
  replace_ticks(write, id, held.judgement, wanted);
  write.record({"judgement", id, version == 0 ? "made" : "changed",
                json::text_of(Kept{wanted.element, answer_of(wanted), wanted.note, wanted.unticked,
                                   wanted.items})});
  return version + 1;
}

}  // namespace touchstone::self_assessment
