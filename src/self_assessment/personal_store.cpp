#include "self_assessment/personal_store.h"

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

// Where they are named among the leaders who judged together, in the judgement and in what was
// frozen of it.
void forget_in_panels(sql::Write& write, Id<people::Person> person,
                      std::vector<sql::Thing>& things) {
  const auto& workspace = write.actor().workspace;
  const auto who = people::person(write, {workspace}, person);
  if (!who || who->name.empty()) return;
  std::vector<std::pair<Id<ScoreSheet>, std::string>> panels;
  for (const auto& row :
       write.rows("SELECT self_assessment, names FROM panel WHERE ws = ?", workspace))
    if (auto names = row.get<std::string>(1); names.contains(who->name))
      panels.emplace_back(row.get<Id<ScoreSheet>>(0), std::move(names));
  for (const auto& [sheet, names] : panels) {
    write.execute("UPDATE panel SET names = ? WHERE ws = ? AND self_assessment = ?",
                  people::without_name(names, who->name), workspace, sheet);
    write.execute(
        "UPDATE submission SET frozen = replace(frozen, ?, ?) WHERE ws = ? AND self_assessment = ?",
        who->name, people::without_name(who->name, who->name), workspace, sheet);
    things.push_back({"score_sheet", sheet.value});
  }
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
