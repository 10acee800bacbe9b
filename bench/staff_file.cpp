#include "staff_file.h"

#include <array>
#include <fstream>

namespace touchstone::bench {

void write_staff_file(const std::filesystem::path& path, std::size_t people, std::size_t writers) {
  constexpr std::array first{"Élodie", "Noor",  "Siân", "Patrick", "Mei-Ling",
                             "Stefan", "Grace", "Owen", "Chipo",   "Ruth"};
  constexpr std::array last{"Haddad", "Ilić",    "Okonjo", "Thornbury", "Cadwallader",
                            "Moyo",   "Garrick", "Raman",  "Whitlock",  "Penhaligon"};
  constexpr std::array team{"Construction", "Apprenticeships", "Health and care",
                            "Hedgerow Learning / Osier Green library"};
  std::ofstream file(path);
  file << "name,email,team,role,line manager\n";
  for (std::size_t i = 0; i < people; ++i) {
    file << first.at(i % 10) << ' ' << last.at(i / 10 % 10) << ' ' << i << ",person" << i
         << "@eastmere.example," << team.at(i % 4) << ',' << (i % writers == 0 ? "writer" : "")
         << ',';
    if (i % 10 != 0) file << "person" << i - i % 10 << "@eastmere.example";
    file << '\n';
  }
}

}  // namespace touchstone::bench
