#include "self_assessment/personal_store.h"

#include <algorithm>
#include <set>

#include "platform/json/flatten.h"
#include "platform/json/writer.h"
#include "platform/secret.h"
#include "self_assessment/bin_store.h"
#include "self_assessment/institution_proof.h"
#include "self_assessment/judgement_store.h"
#include "self_assessment/kept_copy.h"
#include "self_assessment/leaders_store.h"
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

std::string title_in(const standard::Content& content, const std::string& key) {
  const auto* element = content.element(key);
  return element ? element->title : key;
}

// As the standard has the themes; what is no longer in it comes first.
std::vector<Judgement> in_order(std::vector<Judgement> judgements,
                                const standard::Content& content) {
  const auto elements = content.elements();
  std::ranges::stable_sort(judgements, {}, [&](const Judgement& judgement) {
    const auto place = std::ranges::find(elements, judgement.element, &standard::Element::key);
    return place == elements.end() ? -1 : place - elements.begin();
  });
  return judgements;
}

// "Silver: I look back on what I did", for the key "silver.reflect"; the key where it is unknown.
std::string statement_in_words(const standard::Element& element, const standard::Scale& scale,
                               std::string_view voice, const std::string& key) {
  const auto dot = key.find('.');
  const auto* level = scale.level(key.substr(0, dot));
  const auto* descriptor = element.descriptor(voice, key.substr(0, dot));
  if (dot == key.npos || !level || !descriptor) return key;
  for (const auto& statement : descriptor->statements)
    if (statement.key == key.substr(dot + 1)) return level->name + ": “" + statement.text + "”";
  return key;
}

std::string item_in_words(const standard::Element& element, const std::string& key) {
  const auto dot = key.find('.');
  const auto* list = element.list(key.substr(0, dot));
  if (dot == key.npos || !list) return key;
  for (const auto& item : list->items)
    if (item.key == key.substr(dot + 1)) return "“" + item.text + "”";
  return key;
}

std::string answer_in_words(const Judgement& judgement, const standard::Content& content,
                            std::string_view voice) {
  const auto* element = content.element(judgement.element);
  auto words = element
                   ? words_of(judgement.state, judgement.level, content.scale_of(*element), voice)
                   : answer_of(judgement);
  for (const auto& statement : judgement.unticked)
    words += "; not ticked: " +
             (element ? statement_in_words(*element, content.scale_of(*element), voice, statement)
                      : statement);
  for (const auto& item : judgement.items)
    words += "; ticked: " + (element ? item_in_words(*element, item) : item);
  if (!judgement.note.empty()) words += "; note: " + judgement.note;
  return words;
}

std::string level_in_words(const standard::Content& content, const Target& target) {
  const auto* element = content.element(target.element);
  const auto* level = element ? content.scale_of(*element).level(target.level_aimed) : nullptr;
  return level ? level->name : target.level_aimed;
}

// Of a copy that was kept, what is another now or is gone: the rest stands above it.
std::string what_differs(const KeptCopy& kept, const std::vector<Judgement>& judgements,
                         const std::vector<Target>& targets, const standard::Content& content,
                         std::string_view voice) {
  std::vector<std::string> told;
  for (const auto& then : in_order(kept.judgements, content)) {
    const auto found = std::ranges::find(judgements, then.element, &Judgement::element);
    auto words = answer_in_words(then, content, voice);
    if (words !=
        answer_in_words(found == judgements.end() ? Judgement{.element = then.element} : *found,
                        content, voice))
      told.push_back(title_in(content, then.element) + ": " + std::move(words));
  }
  for (const auto& then : kept.targets)
    if (std::ranges::none_of(targets, [&](const Target& target) {
          return target.element == then.element && target.text == then.text;
        }))
      told.push_back("Target for " + title_in(content, then.element) + ": " + then.text);
  std::string all;
  for (const auto& each : told) all += (all.empty() ? "" : ". ") + each;
  return all.empty() ? "As it stands above." : all;
}

void tell_kept(sql::Read& read, const Uuid& workspace, const ScoreSheet& sheet,
               const standard::Content& content, people::PersonalPart& part) {
  const auto judgements = judgements_of(read, workspace, sheet.id);
  const auto targets = targets_of(read, workspace, sheet.id);
  for (const auto& row :
       read.rows("SELECT kind, at, frozen FROM submission WHERE ws = ? AND self_assessment = ? "
                 "ORDER BY at, id",
                 workspace, sheet.id))
    part.facts.push_back(
        {std::string(row.text(0) == "finish" ? "Kept when you finished it, on "
                                             : "Kept when you opened it again, on ") +
             people::in_words(read, {workspace}, row.get<Moment>(1)),
         what_differs(kept_copy(row.text(2), content), judgements, targets, content, sheet.voice)});
}

people::PersonalPart told_sheet(sql::Read& read, const Uuid& workspace, const ScoreSheet& sheet) {
  const auto content = standard::content_of(read, workspace, sheet.standard_version);
  people::PersonalPart part{.title = "Score sheet: " + sheet.name};
  part.facts = {{"Standard", content->title},
                {"About", sheet.voice == "person" ? "yourself" : "the institution"},
                {"Begun", people::in_words(read, {workspace}, sheet.started_at)}};
  if (sheet.finished_at)
    part.facts.push_back({"Finished", people::in_words(read, {workspace}, *sheet.finished_at)});
  if (sheet.binned_at)
    part.facts.push_back(
        {"In the bin since", people::in_words(read, {workspace}, *sheet.binned_at)});
  for (const auto& judgement : in_order(judgements_of(read, workspace, sheet.id), *content))
    part.facts.push_back(
        {title_in(*content, judgement.element), answer_in_words(judgement, *content, sheet.voice)});
  for (const auto& target : targets_of(read, workspace, sheet.id))
    part.facts.push_back(
        {"Target: " + title_in(*content, target.element),
         target.text + "; to reach " + level_in_words(*content, target) +
             (target.due_on ? ", by " + to_words(*target.due_on) : std::string())});
  tell_kept(read, workspace, sheet, *content, part);
  return part;
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

// Leaders' judgements in which that name stands among those who judged, or stood once.
std::set<Uuid> sheets_naming(sql::Read& read, const Uuid& workspace, std::string_view name) {
  std::set<Uuid> sheets;
  for (const auto& row :
       read.rows("SELECT self_assessment, names FROM panel WHERE ws = ?", workspace))
    if (people::is_named_in(row.text(1), name)) sheets.insert(row.get<Uuid>(0));
  for (const auto& [sheet, change] : sql::changes_by(read, workspace, "score_sheet", "panel_named"))
    if (people::is_named_in(text_of_member(change, "names"), name)) sheets.insert(sheet);
  return sheets;
}

std::string sheet_in_words(sql::Read& read, const Uuid& workspace, const Uuid& sheet) {
  for (const auto& row : read.rows("SELECT name, started_at, standard_version FROM self_assessment "
                                   "WHERE ws = ? AND id = ?",
                                   workspace, sheet))
    return row.get<std::string>(0) + ", " +
           standard::content_of(read, workspace, row.get<Id<standard::Version>>(2))->title +
           ", begun " + people::in_words(read, {workspace}, row.get<Moment>(1));
  return "one that is no longer there";
}

// What they judged for the organisation, and where they are named as one of those who did.
people::PersonalPart told_of_leaders(sql::Read& read, const Uuid& workspace,
                                     Id<people::Person> person) {
  people::PersonalPart part{.title = "The leaders’ judgement"};
  if (const auto who = people::person(read, {workspace}, person))
    for (const auto& sheet : sheets_naming(read, workspace, who->name))
      part.facts.push_back(
          {"Named among those who judged", sheet_in_words(read, workspace, sheet)});
  for (const auto& row :
       read.rows("SELECT a.id, j.element, j.state, j.level, j.note, j.dimension, "
                 "a.standard_version FROM self_assessment a "
                 "JOIN judgement j ON j.ws = a.ws AND j.self_assessment = a.id AND j.made_by = ? "
                 "WHERE a.ws = ? AND a.standing = 'leaders' ORDER BY a.started_at, a.id, "
                 "j.element, j.dimension",
                 person, workspace)) {
    const auto content = standard::content_of(read, workspace, row.get<Id<standard::Version>>(6));
    const Judgement judgement{.element = standard::asked_key(row.text(1), row.text(5)),
                              .state = state_from_text(row.text(2)).value(),
                              .level = row.get<std::optional<std::string>>(3).value_or(""),
                              .note = row.get<std::string>(4)};
    part.facts.push_back({"You judged “" + title_in(*content, judgement.element) + "”",
                          sheet_in_words(read, workspace, row.get<Uuid>(0)) + ": " +
                              answer_in_words(judgement, *content, institution_voice)});
  }
  return part;
}

void tell(sql::Read& read, Id<people::Workspace> workspace, Id<people::Person> person,
          std::vector<people::PersonalPart>& parts) {
  for (const auto& sheet : all_own_sheets(read, workspace.value, person))
    parts.push_back(told_sheet(read, workspace.value, sheet));
  if (auto part = told_of_leaders(read, workspace.value, person); !part.facts.empty())
    parts.push_back(std::move(part));
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
  auto sheets = sheets_naming(write, workspace, who->name);
  for (const auto& sheet : sheets)
    if (const auto names = panel_of(write, workspace, Id<ScoreSheet>{sheet}); !names.empty())
      write.execute("UPDATE panel SET names = ? WHERE ws = ? AND self_assessment = ?",
                    people::without_name(names, who->name), workspace, sheet);
  forget_in_frozen(write, who->name, sheets);
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
