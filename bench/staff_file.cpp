#include "staff_file.h"

#include <array>
#include <fstream>

namespace touchstone::bench {

namespace {

constexpr std::array first{"Élodie", "Noor",  "Siân", "Patrick", "Mei-Ling",
                           "Stefan", "Grace", "Owen", "Chipo",   "Ruth"};
constexpr std::array last{"Haddad", "Ilić",    "Okonjo", "Thornbury", "Cadwallader",
                          "Moyo",   "Garrick", "Raman",  "Whitlock",  "Penhaligon"};

void write_person(std::ofstream& file, std::size_t i) {
  file << first.at(i % 10) << ' ' << last.at(i / 10 % 10) << ' ' << i << ",person" << i
       << "@eastmere.example,";
}

}  // namespace

void write_staff_file(const std::filesystem::path& path, std::size_t people, std::size_t writers) {
  constexpr std::array team{"Construction", "Apprenticeships", "Health and care",
                            "Hedgerow Learning / Osier Green library"};
  std::ofstream file(path);
  file << "name,email,team,role,line manager\n";
  for (std::size_t i = 0; i < people; ++i) {
    write_person(file, i);
    file << team.at(i % 4) << ',' << (i % writers == 0 ? "writer" : "") << ',';
    if (i % 10 != 0) file << "person" << i - i % 10 << "@eastmere.example";
    file << '\n';
  }
}

void write_line_of_managers(const std::filesystem::path& path, std::size_t people) {
  std::ofstream file(path);
  file << "name,email,team,role,line manager\n";
  for (std::size_t i = 0; i < people; ++i) {
    write_person(file, i);
    file << ",,";
    if (i > 0) file << "person" << i - 1 << "@eastmere.example";
    file << '\n';
  }
}

}  // namespace touchstone::bench
