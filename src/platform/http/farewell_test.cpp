#include <gtest/gtest.h>

#include <thread>

#include "platform/http/loop.h"
#include "platform/http/noticeboard_test.h"

// What happens to requests that are under way when the server stops.
namespace touchstone::http {
namespace {

using testing::Noticeboard;
using testing::Running;

TEST(Farewell, a_handler_keeps_its_files_when_its_connection_is_closed_at_the_end) {
  Noticeboard board;
  Noticeboard::waiting = 0;
  Noticeboard::files_left = 0;
  Noticeboard::hold = true;
  {
    ServerSettings settings;
    settings.farewell = std::chrono::seconds(0);
    Running running(board.routes(), board.database(), Noticeboard::hooks(), settings);
    std::thread sender([client = running.client()]() mutable {
      const auto answer =
          client.post_files("/slow-files", {}, {{"f", "a.txt", "text/plain", "abc"}});
      EXPECT_EQ(answer.status, 0);
    });
    while (Noticeboard::waiting == 0) std::this_thread::yield();
    running.server().stop();
    sender.join();  // the connection is closed, the handler is not done
    // Time for a mistaken cleaning-up on another thread.
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    Noticeboard::hold = false;
  }
  EXPECT_EQ(Noticeboard::files_left, 1);
}

TEST(Farewell, what_a_worker_holds_does_not_keep_a_connection_whose_loop_goes) {
  boost::asio::io_context io;
  Dispatcher::Done done;
  std::weak_ptr<Connection> left;
  {
    Loop loop({});
    const auto connection =
        std::make_shared<Connection>(loop, boost::asio::ip::tcp::socket(io), "127.0.0.1");
    left = connection;
    done = loop.done_for(connection);
  }
  EXPECT_TRUE(left.expired());
}

}  // namespace
}  // namespace touchstone::http
