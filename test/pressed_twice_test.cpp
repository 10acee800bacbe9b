// A button that is pressed twice, without scripting or on a slow line.
#include <thread>

#include "test/world.h"

namespace touchstone::testing {
namespace {

class PressedTwice : public World {
 protected:
  // How many ideas of that title there are, thrown away or not.
  std::int64_t ideas_called(const std::string& title) {
    std::int64_t found = 0;
    read([&](sql::Read& read) {
      for (const auto& row : read.rows("SELECT COUNT(*) FROM practice WHERE title = ?", title))
        found = row.integer(0);
    });
    return found;
  }
  static http::testing::Pairs idea(const std::string& did) {
    return {{"did", did}, {"changed", "x"}, {"place", "y"}, {"source", "own_teaching"}};
  }
};
INSTANTIATE_ON_BOTH_DATABASES(PressedTwice);

TEST_P(PressedTwice, a_form_begins_one_thing_and_leads_both_times_to_it) {
  auto finder = client_of(owner);
  std::vector<std::string> places(4);
  std::vector<std::thread> presses;
  for (auto& place : places)
    presses.emplace_back([&place, press = finder]() mutable {
      place = press.post_form("/eastmere/ideas", idea("Cards on the wall")).header("location");
    });
  for (auto& press : presses) press.join();
  EXPECT_EQ(ideas_called("Cards on the wall"), 1);
  for (const auto& place : places) EXPECT_EQ(place, places.front());
  EXPECT_EQ(finder.get(places.front()).status, 200);
}

TEST_P(PressedTwice, what_was_done_is_told_after_the_second_press_too) {
  auto finder = client_of(owner);
  finder.post_form("/eastmere/ideas", idea("Cards on the wall"));
  finder.cookies.erase("touchstone-deed");
  const auto again = finder.post_form("/eastmere/ideas", idea("Cards on the wall"));
  EXPECT_THAT(finder.get(again.header("location")).body,
              ::testing::HasSubstr("It is with the quality team."));
}

TEST_P(PressedTwice, other_words_another_person_and_a_program_begin_another_thing) {
  auto finder = client_of(owner);
  finder.post_form("/eastmere/ideas", idea("Cards on the wall"));
  finder.post_form("/eastmere/ideas", idea("Cards on the floor"));
  EXPECT_EQ(ideas_called("Cards on the floor"), 1);
  client_of(other_tutor).post_form("/eastmere/ideas", idea("Cards on the wall"));
  EXPECT_EQ(ideas_called("Cards on the wall"), 2);
  client_of(owner).post_form("/eastmere/ideas", idea("Cards on the wall"));
  EXPECT_EQ(ideas_called("Cards on the wall"), 3) << "from another session";
  const auto* json =
      R"({"did":"Cards on the wall","changed":"x","place":"y","source":"own_teaching"})";
  for (int i = 0; i < 2; ++i) EXPECT_EQ(finder.post_json("/eastmere/ideas", json).status, 201);
  EXPECT_EQ(ideas_called("Cards on the wall"), 5);
}

TEST_P(PressedTwice, what_was_thrown_away_or_is_older_than_half_a_minute_can_be_begun_again) {
  auto finder = client_of(owner);
  const auto first = finder.post_form("/eastmere/ideas", idea("Cards on the wall"));
  EXPECT_EQ(finder.post_form(std::string(first.header("location")) + "/withdrawal", {}).status,
            303);
  const auto second = finder.post_form("/eastmere/ideas", idea("Cards on the wall"));
  EXPECT_NE(second.header("location"), first.header("location"));
  housekeep([](sql::Housekeeping& turn) {
    turn.execute("UPDATE sent_form SET at = ?", now() - std::chrono::seconds(31));
  });
  const auto third = finder.post_form("/eastmere/ideas", idea("Cards on the wall"));
  EXPECT_NE(third.header("location"), second.header("location"));
  EXPECT_EQ(ideas_called("Cards on the wall"), 3);
}

TEST_P(PressedTwice, what_was_refused_is_asked_again) {
  auto finder = client_of(owner);
  for (int i = 0; i < 2; ++i)
    EXPECT_EQ(finder.post_form("/eastmere/ideas", {{"did", "Half of it"}}).status, 422);
  EXPECT_EQ(ideas_called("Half of it"), 0);
}

}  // namespace
}  // namespace touchstone::testing
