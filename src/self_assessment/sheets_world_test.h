#pragma once
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "self_assessment/self_assessment.h"
#include "self_assessment/testing.h"
#include "signin/testing.h"

namespace touchstone::self_assessment {

inline const std::string hannah = "hannah.sorrell@eastmere.example";   // a tutor
inline const std::string marcus = "marcus.bright@eastmere.example";    // another
inline const std::string priya = "priya.raman@eastmere.example";       // quality manager
inline const std::string daniel = "daniel.ashworth@eastmere.example";  // staff-list keeper

// The hidden fields of a page, as the page's form would send them; texts in them must need no
// escaping.
inline http::testing::Pairs hidden_fields(const std::string& page) {
  http::testing::Pairs fields;
  const std::regex hidden(R"re(<input type="hidden" name="([^"]*)" value="([^"]*)">)re");
  for (std::sregex_iterator found(page.begin(), page.end(), hidden), end; found != end; ++found)
    if ((*found)[1] != "csrf") fields.emplace_back((*found)[1], (*found)[2]);
  return fields;
}

// What a hidden field of a page holds.
inline std::string hidden_field(const std::string& page, const std::string& name) {
  const auto field = "name=\"" + name + "\" value=\"";
  const auto at = page.find(field);
  if (at == std::string::npos) return "no field " + name;
  const auto from = at + field.size();
  return page.substr(from, page.find('"', from) - from);
}

// The pages of score sheets over the people of the demo, who have no sheets yet.
class SheetsWorld : public signin::testing::RoomWorld {
 protected:
  SheetsWorld();

  // Begins a score sheet through the page; its address, "/eastmere/self-assessments/…".
  static std::string begin_sheet(http::testing::Client& client);
  // Saves one theme as the script does.
  static http::testing::Answer choose(http::testing::Client& client, const std::string& sheet,
                                      const std::string& theme, const std::string& level,
                                      int version = 0);
  // Judges all ten themes at one level and finishes.
  static void finish_at(http::testing::Client& client, const std::string& sheet,
                        const std::string& level);

  std::int64_t rows_in(std::string_view counting_sql);
};

}  // namespace touchstone::self_assessment
