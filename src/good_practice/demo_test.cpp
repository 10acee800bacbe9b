#include "good_practice/ideas_world_test.h"
#include "good_practice/list_store.h"

namespace touchstone::good_practice {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class DemoPractice : public IdeasWorld {
 protected:
  DemoPractice() {
    write_in(demo_.eastmere, [&](sql::Write& write) {
      std::vector<people::DemoPerson> staff;
      for (const auto& each : demo_.people)
        if (each.workspace == "eastmere") staff.push_back(each);
      fill_eastmere(write, staff);
    });
  }
};
INSTANTIATE_ON_BOTH_DATABASES(DemoPractice);

TEST_P(DemoPractice, is_counted_as_the_demo_world_says) {
  Funnel funnel;
  read([&](sql::Read& read) { funnel = funnel_at(read, demo_.eastmere.value); });
  EXPECT_THAT(funnel.items, ElementsAre(14, 9, 8, 5, 3, 1));
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice WHERE state = 'waiting' "
                    "AND waiting_since = '2027-01-19'"),
            1);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice WHERE state = 'waiting' "
                    "AND waiting_since = '2027-01-03'"),
            1);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice WHERE state = 'returned'"), 1);
  EXPECT_EQ(rows_in("SELECT COUNT(*) FROM practice WHERE parent IS NOT NULL"), 1);
  EXPECT_EQ(rows_in("SELECT COUNT(DISTINCT practice) FROM practice_trial "
                    "WHERE outcome = 'no_difference'"),
            1);
}

TEST_P(DemoPractice, is_told_on_the_pages) {
  auto keeper = client_of(priya);
  EXPECT_THAT(keeper.get("/eastmere/ideas/waiting").body, HasSubstr("(16 days)"));
  EXPECT_THAT(keeper.get("/eastmere/ideas").body, HasSubstr("2 ideas wait"));
  EXPECT_THAT(client_of(owen).get("/eastmere/ideas").body,
              HasSubstr("3 colleagues tried it; 3 would do it again."));
}

}  // namespace
}  // namespace touchstone::good_practice
