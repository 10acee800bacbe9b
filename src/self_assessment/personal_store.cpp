#include "self_assessment/personal_store.h"

#include <set>

#include "platform/json/flatten.h"
#include "platform/json/writer.h"
#include "platform/secret.h"
#include "self_assessment/bin_store.h"
#include "self_assessment/judgement_store.h"
#include "self_assessment/score_sheet_store.h"
#include "self_assessment/spread_store.h"
#include "self_assessment/target_store.h"
#include "standard/standard.h"

namespace touchstone::self_assessment {
namespace {

std::vector<ScoreSheet> all_own_sheets(sql::Read& read, const Uuid& workspace,
                                       Id<people::Person> person) {
  auto sheets = own_score_sheets(read, workspace, person);
  for (auto& sheet : binned_score_sheets(read, workspace, person))
    sheets.push_back(std::move(sheet));
  return sheets;
}

std::string answer_in_words(const Judgement& judgement) {
  std::string words = judgement.answered() ? answer_of(judgement) : "no answer";
  for (const auto& statement : judgement.unticked) words += "; not ticked: " + statement;
  for (const auto& item : judgement.items) words += "; ticked: " + item;
  if (!judgement.note.empty()) words += "; note: " + judgement.note;
  return words;
}

people::PersonalPart told_sheet(sql::Read& read, const Uuid& workspace, const ScoreSheet& sheet) {
  const auto content = standard::content_of(read, workspace, sheet.standard_version);
  const auto title_of = [&](const std::string& key) {
    for (const auto* element : content->elements())
      if (element->key == key) return element->title;
    return key;
  };
  people::PersonalPart part{.title = "Score sheet: " + sheet.name};
  part.facts = {{"Standard", content->title},
                {"About", sheet.voice == "person" ? "yourself" : "the institution"},
                {"Begun", to_rfc3339(sheet.started_at)}};
  if (sheet.finished_at) part.facts.push_back({"Finished", to_rfc3339(*sheet.finished_at)});
  if (sheet.binned_at) part.facts.push_back({"In the bin since", to_rfc3339(*sheet.binned_at)});
  for (const auto& judgement : judgements_of(read, workspace, sheet.id))
    part.facts.push_back({title_of(judgement.element), answer_in_words(judgement)});
  for (const auto& target : targets_of(read, workspace, sheet.id))
    part.facts.push_back(
        {"Target: " + title_of(target.element),
         target.text + "; to reach " + target.level_aimed +
             (target.due_on ? ", by " + to_words(*target.due_on) : std::string())});
  return part;
}

void tell(sql::Read& read, Id<people::Workspace> workspace, Id<people::Person> person,
          std::vector<people::PersonalPart>& parts) {
  for (const auto& sheet : all_own_sheets(read, workspace.value, person))
    parts.push_back(told_sheet(read, workspace.value, sheet));
}

bool is_there(sql::Read& read, const Uuid& workspace, const Uuid& object) {
  return read.rows(
                 "SELECT 1 FROM self_assessment WHERE ws = ? AND id = ? UNION ALL "
                 "SELECT 1 FROM judgement WHERE ws = ? AND id = ? UNION ALL "
                 "SELECT 1 FROM target WHERE ws = ? AND id = ?",
                 workspace, object, workspace, object, workspace, object)
             .next() != nullptr;
}

// What they dropped or deleted before is known by the history alone.
void add_things_of_before(sql::Read& read, const Uuid& workspace, Id<people::Person> person,
                          std::vector<sql::Thing>& things) {
  for (auto& thing : sql::things_touched_by(read, workspace, person.value))
    if ((thing.noun == "score_sheet" || thing.noun == "judgement" || thing.noun == "target") &&
        !is_there(read, workspace, thing.object))
      things.push_back(std::move(thing));
}

std::string text_of_member(std::string_view json, std::string_view member) {
  std::string text;
  Complaints broken;
  json::flatten(
      json,
      [&](const std::string& name, const std::optional<std::string>& value) {
        if (name == member) text = value.value_or("");
      },
      broken);
  return text;
}

std::string member_as_json(std::string_view name, std::string_view text) {
  json::Writer writer;
  writer.text(name);
  auto json = writer.take() + ":";
  writer.text(text);
  return json + writer.take();
}

// What was frozen of the leaders' judgements, without that name among those who judged. Its hash is
// that of the new text.
void forget_in_frozen(sql::Write& write, std::string_view name, std::set<Uuid>& sheets) {
  const auto& workspace = write.actor().workspace;
  std::vector<std::pair<Uuid, std::string>> changed;
  for (const auto& row :
       write.rows("SELECT s.id, s.frozen, s.self_assessment FROM submission s "
                  "JOIN self_assessment a ON a.ws = s.ws AND a.id = s.self_assessment "
                  "AND a.standing = 'leaders' WHERE s.ws = ?",
                  workspace)) {
    auto frozen = row.get<std::string>(1);
    const auto names = text_of_member(frozen, "panel");
    if (!people::is_named_in(names, name)) continue;
    const auto before = member_as_json("panel", names);
    frozen.replace(frozen.find(before), before.size(),
                   member_as_json("panel", people::without_name(names, name)));
    changed.emplace_back(row.get<Uuid>(0), std::move(frozen));
    sheets.insert(row.get<Uuid>(2));
  }
  for (const auto& [id, frozen] : changed)
    write.execute("UPDATE submission SET frozen = ?, content_hash = ? WHERE ws = ? AND id = ?",
                  frozen, digest_of(frozen), workspace, id);
}

// Where they are or were named among the leaders who judged together: in the judgement, in what was
// frozen of it, and in the history.
void forget_in_panels(sql::Write& write, Id<people::Person> person,
                      std::vector<sql::Thing>& things) {
  const auto& workspace = write.actor().workspace;
  const auto who = people::person(write, {workspace}, person);
  if (!who || who->name.empty()) return;
  std::set<Uuid> sheets;
  std::vector<std::pair<Uuid, std::string>> panels;
  for (const auto& row :
       write.rows("SELECT self_assessment, names FROM panel WHERE ws = ?", workspace))
    if (auto names = row.get<std::string>(1); people::is_named_in(names, who->name))
      panels.emplace_back(row.get<Uuid>(0), std::move(names));
  for (const auto& [sheet, names] : panels) {
    write.execute("UPDATE panel SET names = ? WHERE ws = ? AND self_assessment = ?",
                  people::without_name(names, who->name), workspace, sheet);
    sheets.insert(sheet);
  }
  forget_in_frozen(write, who->name, sheets);
  // Who was named once and is no longer is known by the history alone.
  for (const auto& [sheet, change] :
       sql::changes_by(write, workspace, "score_sheet", "panel_named"))
    if (people::is_named_in(text_of_member(change, "names"), who->name)) sheets.insert(sheet);
  for (const auto& sheet : sheets) things.push_back({"score_sheet", sheet});
}

void erase(sql::Write& write, Id<people::Person> person, std::vector<sql::Thing>& things) {
  const auto& workspace = write.actor().workspace;
  forget_in_panels(write, person, things);
  const auto sheets = all_own_sheets(write, workspace, person);
  for (const auto& sheet : sheets)
    if (!sheet.binned_at) put_in_bin(write, sheet, now());
  for (const auto& sheet : sheets) remove(write, sheet.id);
  add_things_of_before(write, workspace, person, things);
}

}  // namespace

people::PersonalRoom personal_room() {
  return {.tell = tell, .erase = erase};
}

}  // namespace touchstone::self_assessment
