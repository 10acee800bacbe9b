#include "good_practice/digest_store.h"

namespace touchstone::good_practice {

std::optional<DigestSent> digest_sent(sql::Read& read, const Uuid& workspace,
                                      std::string_view month) {
  for (const auto& row : read.rows(
           "SELECT at, people FROM practice_digest WHERE ws = ? AND month = ?", workspace, month))
    return DigestSent{row.get<Moment>(0), row.integer(1)};
  return std::nullopt;
}

bool note_digest(sql::Write& write, std::string_view month, std::int64_t people, Moment at) {
  const auto& actor = write.actor();
  const auto by = actor.person.empty() ? std::optional<Uuid>() : std::optional(actor.person);
  if (write.execute("INSERT INTO practice_digest (ws, month, made_by, at, people) "
                    "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    actor.workspace, month, by, at, people) == 0)
    return false;
  write.record({"practice_digest", actor.workspace, "mailed", "{}"});
  return true;
}

bool wants_digest(sql::Read& read, const Uuid& workspace, Id<people::Person> person) {
  return read.rows("SELECT 1 FROM practice_digest_reader WHERE ws = ? AND person = ?", workspace,
                   person)
             .next() != nullptr;
}

void want_digest(sql::Write& write, Id<people::Person> person, bool wanted, Moment at) {
  const auto& workspace = write.actor().workspace;
  const auto changed =
      wanted ? write.execute(
                   "INSERT INTO practice_digest_reader (ws, person, since) "
                   "VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                   workspace, person, at)
             : write.execute("DELETE FROM practice_digest_reader WHERE ws = ? AND person = ?",
                             workspace, person);
  if (changed > 0)
    write.record({"practice_digest_reader", person.value, wanted ? "began" : "ended", "{}"});
}

std::vector<people::Person> digest_readers(sql::Read& read, const Uuid& workspace) {
  std::vector<people::Person> readers;
  for (const auto& row : read.rows(
           "SELECT person FROM practice_digest_reader WHERE ws = ? ORDER BY person", workspace))
    if (auto person = people::person(read, {workspace}, row.get<Id<people::Person>>(0));
        person && person->state == people::State::active)
      readers.push_back(*std::move(person));
  return readers;
}

}  // namespace touchstone::good_practice
