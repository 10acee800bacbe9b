#include "platform/http/lanes.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <latch>

namespace touchstone::http {
namespace {

TEST(Lanes, somebody_who_asks_for_much_keeps_nobody_else_waiting) {
  constexpr int many = 10;
  std::latch may_end(1);
  std::promise<void> others;
  std::latch all_done(many);
  std::atomic<int> begun = 0;
  Lanes lanes(4, 64, 2);
  for (int i = 0; i < many; ++i)
    EXPECT_TRUE(lanes.run("ada", [&] {
      ++begun;
      may_end.wait();
      all_done.count_down();
    }));
  EXPECT_TRUE(lanes.run("grace", [&] { others.set_value(); }));
  EXPECT_EQ(others.get_future().wait_for(std::chrono::seconds(10)), std::future_status::ready);
  EXPECT_LE(begun, 2);
  may_end.count_down();
  all_done.wait();
}

TEST(Lanes, what_is_not_taken_is_dropped_and_what_is_taken_is_done) {
  constexpr int many = 50;
  std::latch may_end(1);
  std::atomic<int> done = 0;
  int taken = 0;
  {
    Lanes lanes(1, 1, many);
    for (int i = 0; i < many; ++i)
      taken += lanes.run("ada",
                         [&] {
                           may_end.wait();
                           ++done;
                         })
                   ? 1
                   : 0;
    may_end.count_down();
  }
  EXPECT_GT(taken, 0);
  EXPECT_LE(taken, 2) << "one under way, and one that waits";
  EXPECT_EQ(done, taken);
}

}  // namespace
}  // namespace touchstone::http
