#include "sharing/personal_store.h"

#include "sharing/share_store.h"

namespace touchstone::sharing {
namespace {

// Ended shares too: what was written about them is still kept.
void tell_of_sharing(sql::Read& read, Id<people::Workspace> workspace, Id<people::Person> person,
                     std::vector<people::PersonalPart>& parts) {
  people::PersonalPart part{.title = "Comments"};
  for (const auto& row : read.rows("SELECT id, made_by, audience, noun FROM share WHERE ws = ? "
                                   "AND (made_by = ? OR audience = ?) ORDER BY at, id",
                                   workspace, person, person)) {
    const auto mine = row.get<Id<people::Person>>(1) == person;
    const auto other = people::person(read, workspace, row.get<Id<people::Person>>(mine ? 2 : 1));
    const std::string what = row.text(3) == "practice" ? "an idea" : "a score sheet";
    part.facts.push_back({mine ? "You showed " + what + " to" : "You were shown " + what + " by",
                          other ? other->name : std::string()});
    for (const auto& comment : comments_on(read, workspace.value, row.get<Id<Share>>(0)))
      part.facts.push_back({comment.made_by == person ? "You wrote" : "They wrote", comment.text});
  }
  if (!part.facts.empty()) parts.push_back(std::move(part));
}

void erase_sharing(sql::Write& write, Id<people::Person> person, std::vector<sql::Thing>& things) {
  const auto& workspace = write.actor().workspace;
  for (const auto& row :
       write.rows("SELECT 'share', id FROM share WHERE ws = ? AND (made_by = ? OR audience = ?) "
                  "UNION ALL SELECT 'share_comment', c.id FROM share_comment c "
                  "JOIN share s ON s.ws = c.ws AND s.id = c.share "
                  "WHERE c.ws = ? AND (s.made_by = ? OR s.audience = ?)",
                  workspace, person, person, workspace, person, person))
    things.push_back({row.get<std::string>(0), row.uuid(1)});
  for (const auto* table : {"DELETE FROM share_comment WHERE ws = ? AND share IN ",
                            "DELETE FROM share_look WHERE ws = ? AND share IN "})
    write.execute(std::string(table) +
                      "(SELECT id FROM share WHERE ws = ? AND (made_by = ? OR audience = ?))",
                  workspace, workspace, person, person);
  write.execute("DELETE FROM share WHERE ws = ? AND (made_by = ? OR audience = ?)", workspace,
                person, person);
}

}  // namespace

people::PersonalRoom personal_room() {
  return {.tell = tell_of_sharing, .erase = erase_sharing};
}

}  // namespace touchstone::sharing
