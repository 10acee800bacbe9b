#include "people/demo_store.h"

#include <array>
#include <map>
#include <optional>

#include "people/account_store.h"
#include "people/person_store.h"
#include "people/team_store.h"
#include "people/workspace_store.h"
#include "platform/text.h"

namespace touchstone::people {

namespace {

using namespace std::chrono_literals;

constexpr Date eastmere_clock = 2027y / 1 / 19;
constexpr Date start_of_year = 2026y / 9 / 1;

struct Place {
  std::string_view name;
  std::string_view kind;
  std::string_view parent;
};
constexpr std::array eastmere_places{
    Place{"Eastmere College", "college", ""},
    Place{"Health and care", "department", "Eastmere College"},
    Place{"Construction", "department", "Eastmere College"},
    Place{"Digital and business", "department", "Eastmere College"},
    Place{"Foundation and high needs", "department", "Eastmere College"},
    Place{"Apprenticeships", "department", "Eastmere College"},
    Place{"Adult and community", "department", "Eastmere College"},
    Place{"Hedgerow Learning", "partner", "Eastmere College"},
    Place{"Little Wickham village hall", "venue", "Hedgerow Learning"},
    Place{"Osier Green library", "venue", "Hedgerow Learning"},
    Place{"Stowbridge old school", "venue", "Hedgerow Learning"},
    Place{"Thornby chapel rooms", "venue", "Hedgerow Learning"},
};

struct Somebody {
  std::string_view name;
  std::string_view mail;
  std::string_view place;
  std::string_view title;  // for those whose role does not say it
  std::optional<Role> role{};
  std::optional<Role> second{};
};
constexpr std::string_view college = "Eastmere College";
constexpr std::array eastmere_people{
    Somebody{"Margaret Okonjo", "margaret.okonjo", college, "principal", Role::board_view,
             Role::writer},
    Somebody{"Priya Raman", "priya.raman", college, "", Role::quality_manager, {}},
    Somebody{"Daniel Ashworth", "daniel.ashworth", college, "", Role::coordinator,
             Role::staff_list_keeper},
    Somebody{"Siân Prosser", "sian.prosser", college, "", Role::editor, {}},
    Somebody{"Grace Adeyemi", "grace.adeyemi", "Health and care", "", Role::head, {}},
    Somebody{"Kevin Mulgrew", "kevin.mulgrew", "Construction", "", Role::head, {}},
    Somebody{"Aisha Karim", "aisha.karim", "Digital and business", "", Role::head, {}},
    Somebody{"Tom Whitlock", "tom.whitlock", "Foundation and high needs", "", Role::head, {}},
    Somebody{"Beata Nowicka", "beata.nowicka", "Apprenticeships", "", Role::head, {}},
    Somebody{"Joanne Petty", "joanne.petty", "Adult and community", "", Role::head, {}},
    Somebody{"Hannah Sorrell", "hannah.sorrell", "Health and care", "tutor", Role::tutor, {}},
    Somebody{"Marcus Bright", "marcus.bright", "Health and care", "tutor", Role::tutor, {}},
    Somebody{"Leila Hosseini", "leila.hosseini", "Construction", "tutor", Role::tutor, {}},
    Somebody{"Owen Cadwallader", "owen.cadwallader", "Construction", "tutor", Role::tutor, {}},
    Somebody{"Chipo Moyo", "chipo.moyo", "Digital and business", "tutor", Role::tutor, {}},
    Somebody{
        "Fiona Garrick", "fiona.garrick", "Foundation and high needs", "tutor", Role::tutor, {}},
    Somebody{"Rajesh Iyer", "rajesh.iyer", "Foundation and high needs", "tutor", Role::tutor, {}},
    Somebody{"Ella Thornbury", "ella.thornbury", "Apprenticeships", "tutor", Role::tutor, {}},
    Somebody{"Callum Reid", "callum.reid", "Adult and community", "tutor", Role::tutor, {}},
    Somebody{"Ruth Penhaligon",
             "ruth.penhaligon",
             "Hedgerow Learning",
             "partner's manager",
             Role::head,
             {}},
    Somebody{
        "Mei-Ling Fong", "mei-ling.fong", "Little Wickham village hall", "tutor", Role::tutor, {}},
    Somebody{"Patrick Doran", "patrick.doran", "Osier Green library", "tutor", Role::tutor, {}},
    Somebody{"Yvonne Clarke", "yvonne.clarke", "Stowbridge old school", "tutor", Role::tutor, {}},
    Somebody{"Stefan Ilić", "stefan.ilic", "Thornby chapel rooms", "tutor", Role::tutor, {}},
};

std::string role_in_words(const Somebody& somebody, std::string_view words, std::string_view root) {
  std::string text(somebody.title);
  if (text.empty() && somebody.role) text = in_words(*somebody.role, words);
  if (somebody.title.empty() && somebody.second)
    text.append(" and ").append(in_words(*somebody.second, words));
  if (somebody.place != root) text.append(", ").append(somebody.place);
  return text;
}

using Places = std::map<std::string_view, Id<Team>>;

void add_place(sql::Write& write, const Place& place, Places& places) {
  const auto id = Id<Team>::fresh();
  const auto position = static_cast<std::int64_t>(places.size());
  Team team{.id = id,
            .kind = std::string(place.kind),
            .name = std::string(place.name),
            .position = position};
  if (!place.parent.empty()) team.parent = places.at(place.parent);
  add(write, team);
  places.emplace(place.name, id);
}

Person add_somebody(sql::Write& write, const Somebody& somebody, const std::string& email,
                    Id<Team> team) {
  const Account account{.id = Id<Account>::fresh(), .email = email, .proved_at = now()};
  add(write, account);
  const Person person{.id = Id<Person>::fresh(),
                      .account = account.id,
                      .name = std::string(somebody.name),
                      .email = email,
                      .version = 1};
  add(write, person);
  join_team(write, person.id, team, start_of_year);
  if (somebody.role) grant_role(write, person.id, {*somebody.role, team}, start_of_year);
  if (somebody.second) grant_role(write, person.id, {*somebody.second, team}, start_of_year);
  return person;
}

}  // namespace

std::vector<DemoPerson> fill_eastmere(sql::Write& write) {
  add(write, Workspace{.id = {write.actor().workspace},
                       .slug = "eastmere",
                       .name = std::string(college),
                       .clock_stands_on = eastmere_clock});
  for (const auto& [key, name] :
       std::array<std::pair<std::string_view, std::string_view>, 4>{{{"college", "College"},
                                                                     {"department", "Department"},
                                                                     {"partner", "Partner"},
                                                                     {"venue", "Venue"}}})
    add_team_kind(write, key, name);
  Places places;
  for (const auto& place : eastmere_places) add_place(write, place, places);
  std::vector<DemoPerson> made;
  for (const auto& somebody : eastmere_people) {
    const auto email = std::string(somebody.mail) + "@eastmere.example";
    made.push_back({add_somebody(write, somebody, email, places.at(somebody.place)), "eastmere",
                    role_in_words(somebody, "college", college)});
  }
  return made;
}

std::vector<DemoPerson> fill_nine_rivers(sql::Write& write) {
  constexpr std::string_view region = "Nine Rivers region canary-nine-rivers";
  constexpr std::string_view council = "Alderbeck council canary-nine-rivers";
  constexpr std::array people{
      Somebody{"Rosalind Teague canary-nine-rivers", "rosalind.teague.canary-nine-rivers", region,
               "", Role::quality_manager, Role::staff_list_keeper},
      Somebody{"Idris Fairbairn canary-nine-rivers",
               "idris.fairbairn.canary-nine-rivers",
               council,
               "",
               Role::head,
               {}},
  };
  add(write, Workspace{.id = {write.actor().workspace},
                       .slug = "nine-rivers",
                       .name = std::string(region),
                       .words = "council",
                       .clock_stands_on = eastmere_clock});
  add_team_kind(write, "region", "Region canary-nine-rivers");
  add_team_kind(write, "council", "Council canary-nine-rivers");
  Places places;
  add_place(write, {region, "region", ""}, places);
  add_place(write, {council, "council", region}, places);
  std::vector<DemoPerson> made;
  for (const auto& somebody : people) {
    const auto email = std::string(somebody.mail) + "@nine-rivers.example";
    made.push_back({add_somebody(write, somebody, email, places.at(somebody.place)), "nine-rivers",
                    role_in_words(somebody, "council", region)});
  }
  return made;
}

}  // namespace touchstone::people
