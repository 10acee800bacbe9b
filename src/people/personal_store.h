#pragma once
#include <string>
#include <vector>

#include "people/person.h"
#include "people/workspace.h"
#include "platform/sql/history_about.h"
#include "platform/sql/turn.h"

// All that is kept about one person: told to themselves, or erased.
namespace touchstone::people {

struct PersonalFact {
  std::string name{};  // "Email address"
  std::string text{};
};
struct PersonalPart {
  std::string title{};  // "Score sheet: Spring 2027"
  std::vector<PersonalFact> facts{};
};

// How facts tell of a moment: "8 December 2026 at 15:00", by the clock of the organisation; and of
// a day that is kept as text.
std::string in_words(sql::Read& read, Id<Workspace> workspace, Moment at);
std::string day_in_words(std::string_view iso);

// What another room keeps about people.
struct PersonalRoom {
  // Adds all of it, also what only they may see.
  void (*tell)(sql::Read& read, Id<Workspace> workspace, Id<Person> person,
               std::vector<PersonalPart>& parts) = nullptr;
  // Deletes what is theirs alone, and adds the things of which the history must forget the text.
  void (*erase)(sql::Write& write, Id<Person> person, std::vector<sql::Thing>& things) = nullptr;
  // Deletes what lets somebody in by that account, which nobody uses any more; null: nothing does.
  void (*forget_account)(sql::Write& write, const Account& account) = nullptr;
};
// Registered when the program is put together; the same room twice counts once.
void keep_personal_data_with(const PersonalRoom& room);

std::vector<PersonalPart> personal_data(sql::Read& read, const Workspace& workspace,
                                        const Person& person);

// Everything about them is gone, in every room and from the texts of the history, whose chain stays
// whole; their place on the list stays, without a name, for what others' work points at. An account
// that belongs to nobody else loses its address and lets nobody in. False, and nothing done, unless
// their access is closed and they were not erased before.
bool erase(sql::Write& write, Id<Person> person, Date on);
bool is_erased(sql::Read& read, Id<Workspace> workspace, Id<Person> person);

}  // namespace touchstone::people
