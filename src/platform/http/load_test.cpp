#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <thread>
#include <vector>

#include "platform/http/noticeboard_test.h"
#include "platform/http/raw_test.h"

// P4: one slow or hostile client cannot stop the others.
namespace touchstone::http {
namespace {

using testing::count_of;
using testing::Noticeboard;
using testing::Running;
using testing::Wire;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

// The connections of the crowd, held by a process of its own so that their descriptors are not
// ours.
class Crowd {
 public:
  Crowd(int idle, int slow) : idle_(idle), slow_(slow) {
    if (::pipe(orders_) != 0 || ::pipe(reports_) != 0) throw std::runtime_error("no pipe");
    child_ = ::fork();
    if (child_ == 0) live();
  }
  ~Crowd() {
    ::close(orders_[1]);
    ::waitpid(child_, nullptr, 0);
  }
  // How many connections it holds, once it holds them all.
  int gather(std::uint16_t port) {
    int held = 0;
    if (::write(orders_[1], &port, sizeof port) != sizeof port) return 0;
    return ::read(reports_[0], &held, sizeof held) == sizeof held ? held : 0;
  }

 private:
  [[noreturn]] void live() {
    ::close(orders_[1]);
    std::uint16_t port = 0;
    if (::read(orders_[0], &port, sizeof port) != sizeof port) ::_exit(1);
    std::vector<int> files;
    for (int i = 0; i < idle_ + slow_; ++i)
      if (const int file = call(port, i / 60); file >= 0) files.push_back(file);
    const int held = static_cast<int>(files.size());
    if (::write(reports_[1], &held, sizeof held) != sizeof held) ::_exit(1);
    // The slow ones send a letter of a header that never ends, again and again.
    pollfd order{orders_[0], POLLIN, 0};
    constexpr std::string_view start = "GET /open HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
    for (std::size_t round = 0; ::poll(&order, 1, 500) == 0; ++round)
      for (std::size_t i = 0; i < std::min(files.size(), static_cast<std::size_t>(slow_)); ++i)
        std::ignore = ::send(files[i], round < start.size() ? &start[round] : "a", 1,
                             MSG_NOSIGNAL | MSG_DONTWAIT);
    ::_exit(0);
  }
  static int call(std::uint16_t port, int neighbour) {
    const int file = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(0x7f000100U + static_cast<unsigned>(neighbour));
    const auto bound = ::bind(file, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    if (bound == 0 &&
        ::connect(file, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
      return file;
    ::close(file);
    return -1;
  }

  int idle_;
  int slow_;
  int orders_[2]{};
  int reports_[2]{};
  pid_t child_ = 0;
};

TEST(Load, P4_ten_thousand_idle_and_a_thousand_slow_clients_do_not_hold_up_another) {
  rlimit files{};
  ::getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);
  ASSERT_GE(files.rlim_cur, 12'000U) << "allow more open files (ulimit -n)";
  Crowd crowd(10'000, 1'000);
  Noticeboard board;
  const Running running(board.routes(), board.database(), Noticeboard::hooks(), {.idle = 120s});
  EXPECT_EQ(crowd.gather(running.port()), 11'000);
  std::vector<Clock::duration> took;
  auto client = running.client();
  for (const auto end = Clock::now() + 3s; Clock::now() < end;) {
    const auto start = Clock::now();
    ASSERT_EQ(client.get("/open").status, 200);
    took.push_back(Clock::now() - start);
  }
  std::ranges::sort(took);
  ASSERT_GT(took.size(), 100U);
  EXPECT_LT(took[took.size() * 99 / 100], 250ms);
}

class Deadlines : public ::testing::Test {
 protected:
  Noticeboard board;
  Running running{board.routes(),
                  board.database(),
                  Noticeboard::hooks(),
                  {.connections = 20,
                   .connections_per_address = 5,
                   .header_deadline = 1s,
                   .body_grace = 1s,
                   .write_stall = 1s,
                   .idle = 2s}};
};

TEST_F(Deadlines, end_a_header_that_comes_too_slowly) {
  Wire wire(running.port());
  for (int i = 0; i < 30; ++i) {
    wire.send("G");
    wire.send(i == 0 ? "ET / HTTP/1.1\r\nX: " : "a");
    std::this_thread::sleep_for(50ms);
  }
  EXPECT_TRUE(wire.rest().starts_with("HTTP/1.1 408"));
  EXPECT_TRUE(wire.ended());
}

TEST_F(Deadlines, end_a_body_that_comes_too_slowly) {
  Wire wire(running.port());
  const auto start = Clock::now();
  wire.send("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n");
  for (int i = 0; i < 60; ++i) {
    wire.send("a");
    std::this_thread::sleep_for(50ms);
  }
  EXPECT_TRUE(wire.rest().starts_with("HTTP/1.1 408"));
  EXPECT_TRUE(wire.ended());
  EXPECT_LT(Clock::now() - start, 30s) << "the silence of a minute is another limit";
}

TEST_F(Deadlines, end_a_connection_that_says_nothing) {
  Wire wire(running.port());
  const auto start = Clock::now();
  EXPECT_EQ(wire.rest(), "");
  EXPECT_TRUE(wire.ended());
  EXPECT_GT(Clock::now() - start, 1s);
}

TEST_F(Deadlines, end_an_answer_that_nobody_reads) {
  Wire wire(running.port());
  std::string many;
  for (int i = 0; i < 200; ++i) many += "GET /big HTTP/1.1\r\nHost: localhost\r\n\r\n";
  wire.send(many);
  auto observer = running.client();
  std::string metrics;
  // Only the observer's own connection is left.
  for (int i = 0; i < 300 && !metrics.contains("touchstone_connections 1\n"); ++i) {
    std::this_thread::sleep_for(100ms);
    metrics = observer.get("/metrics").body;
  }
  EXPECT_LT(count_of(wire.rest(), "HTTP/1.1 200"), 200);
  EXPECT_TRUE(wire.ended());
}

// Four megabytes a second are slow here, so that what the kernel takes at once is soon used up.
class Paces : public ::testing::Test {
 protected:
  Noticeboard board;
  Running running{
      board.routes(),
      board.database(),
      Noticeboard::hooks(),
      // Longer than the kernel takes to want more: only the pace ends what is read steadily.
      {.slowest = 4 * 1024 * 1024, .body_grace = 1s, .body_silence = 1s, .write_stall = 3s}};
};

TEST_F(Paces, end_an_answer_that_is_read_too_slowly) {
  Wire wire(running.port());
  wire.send("GET /huge HTTP/1.1\r\nHost: localhost\r\n\r\n");
  std::size_t came = 0;
  for (int i = 0; i < 400 && !wire.ended(); ++i) {
    came += wire.piece().size();
    std::this_thread::sleep_for(20ms);
  }
  came += wire.rest().size();  // what was on its way
  EXPECT_TRUE(wire.ended());
  EXPECT_LT(came, 16U * 1024 * 1024);
}

TEST_F(Paces, end_a_body_that_was_announced_and_hardly_comes) {
  Wire wire(running.port());
  wire.send(
      "POST /vast-files HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; "
      "boundary=x\r\nContent-Length: 400000000\r\n\r\n--x\r\nContent-Disposition: form-data; "
      "name=\"f\"; filename=\"a.txt\"\r\n\r\n");
  for (int i = 0; i < 60; ++i) {
    wire.send("a");
    std::this_thread::sleep_for(50ms);
  }
  EXPECT_TRUE(wire.rest(10ms).starts_with("HTTP/1.1 408"));
  EXPECT_TRUE(wire.ended());
}

TEST_F(Deadlines, turn_away_more_connections_than_one_address_may_have) {
  std::vector<std::unique_ptr<Wire>> wires;
  for (int i = 0; i < 5; ++i) {
    wires.push_back(std::make_unique<Wire>(running.port()));
    wires.back()->send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    EXPECT_TRUE(wires.back()->heads(1).starts_with("HTTP/1.1 200"));
  }
  Wire sixth(running.port());
  const auto answer = sixth.rest();
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 503"));
  EXPECT_TRUE(answer.contains("\r\nRetry-After: "));
  EXPECT_TRUE(answer.contains("Content-Security-Policy"));
  Wire neighbour(running.port(), "127.0.0.9");
  neighbour.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_TRUE(neighbour.heads(1).starts_with("HTTP/1.1 200"));
  wires.clear();
  std::this_thread::sleep_for(200ms);
  Wire again(running.port());
  again.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_TRUE(again.heads(1).starts_with("HTTP/1.1 200"));
}

TEST_F(Deadlines, turn_away_more_connections_than_there_may_be) {
  std::vector<std::unique_ptr<Wire>> wires;
  for (int i = 0; i < 20; ++i) {
    const auto from = "127.0.0." + std::to_string(2 + i / 5);
    wires.push_back(std::make_unique<Wire>(running.port(), from.c_str()));
  }
  Wire next(running.port(), "127.0.0.77");
  EXPECT_TRUE(next.rest().starts_with("HTTP/1.1 503"));
}

// Holds every worker in /slow.
std::vector<std::unique_ptr<Wire>> hold_workers(std::uint16_t port, int count) {
  Noticeboard::hold = true;
  std::vector<std::unique_ptr<Wire>> wires;
  for (int i = 0; i < count; ++i) {
    const auto from = "127.0.1." + std::to_string(1 + i / 50);
    wires.push_back(std::make_unique<Wire>(port, from.c_str()));
    wires.back()->send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }
  return wires;
}

TEST(Busy, server_turns_pages_away_and_stays_alive) {
  Noticeboard board;
  const Running running(board.routes(), board.database(), Noticeboard::hooks());
  const int more = static_cast<int>(std::max(1U, std::thread::hardware_concurrency())) + 1024 + 40;
  auto wires = hold_workers(running.port(), more);
  std::string answer;
  for (int i = 0; i < 100 && !answer.starts_with("HTTP/1.1 503"); ++i) {
    std::this_thread::sleep_for(50ms);
    Wire page(running.port());
    page.send("GET /open HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    answer = page.rest(200ms);
  }
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 503"));
  EXPECT_TRUE(answer.contains("\r\nRetry-After: "));
  EXPECT_EQ(running.client().get("/healthz").status, 200);
  Noticeboard::hold = false;
  EXPECT_TRUE(wires.front()->heads(1).starts_with("HTTP/1.1 200"));
}

std::unique_ptr<Wire> asks_for_a_file(std::uint16_t port, const std::string& from) {
  auto wire = std::make_unique<Wire>(port, from.c_str());
  wire->send("GET /file.pdf HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  return wire;
}

TEST(Busy, one_person_does_not_take_all_places_for_files) {
  Noticeboard board;
  const Running running(board.routes(), board.database(), Noticeboard::hooks());
  Noticeboard::hold = true;
  std::vector<std::unique_ptr<Wire>> wires;
  for (int i = 0; i < 20; ++i) wires.push_back(asks_for_a_file(running.port(), "127.0.0.1"));
  const auto turned_away = running.client().get("/file.pdf");
  EXPECT_EQ(turned_away.status, 503);
  EXPECT_TRUE(turned_away.body.contains("still being made")) << turned_away.body;
  const auto colleague = asks_for_a_file(running.port(), "127.0.0.2");
  Noticeboard::hold = false;
  EXPECT_TRUE(colleague->rest().ends_with("a file"));
  EXPECT_EQ(
      std::ranges::count_if(wires, [](auto& wire) { return wire->rest().ends_with("a file"); }), 3);
}

TEST(Busy, many_files_wait_or_are_turned_away_while_pages_stay_quick) {
  Noticeboard board;
  const Running running(board.routes(), board.database(), Noticeboard::hooks());
  Noticeboard::hold = true;
  std::vector<std::unique_ptr<Wire>> wires;
  for (int i = 0; i < 40; ++i)
    wires.push_back(asks_for_a_file(running.port(), "127.0.2." + std::to_string(1 + i / 3)));
  const auto turned_away = running.client().get("/file.pdf");
  EXPECT_EQ(turned_away.status, 503);
  EXPECT_TRUE(turned_away.body.contains("asking for files just now")) << turned_away.body;
  EXPECT_EQ(running.client().get("/open").status, 200);
  Noticeboard::hold = false;
  int given = 0;
  for (auto& wire : wires)
    if (wire->rest().ends_with("a file")) ++given;
  EXPECT_GE(given, 12);
  EXPECT_LE(given, 14);
}

TEST(Files, made_slowly_are_kept_under_their_name) {
  Noticeboard board;
  const Running running(board.routes(), board.database(), Noticeboard::hooks());
  const auto file = running.client().get("/file.pdf");
  EXPECT_EQ(file.status, 200);
  EXPECT_EQ(file.header("content-type"), "application/pdf");
  EXPECT_EQ(file.header("content-disposition"),
            "attachment; filename=\"__d_- 100- -done-.pdf\"; "
            "filename*=UTF-8''%C5%81%C3%B3d%C5%BA-%20100%25%20-done-.pdf");
  EXPECT_EQ(running.client().get("/broken-file").status, 500);
}

TEST(Stopping, finishes_what_is_under_way_and_closes_the_rest) {
  Noticeboard board;
  auto running = std::make_unique<Running>(board.routes(), board.database(), Noticeboard::hooks());
  Noticeboard::hold = true;
  Wire busy(running->port());
  Wire idle(running->port());
  busy.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
  idle.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
  idle.heads(1);
  const auto port = running->port();
  running->server().stop();
  EXPECT_EQ(idle.rest(), "");
  EXPECT_TRUE(idle.ended());
  EXPECT_THROW(Wire{port}, std::runtime_error);
  Noticeboard::hold = false;
  const auto answer = busy.rest();
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 200"));
  EXPECT_TRUE(answer.contains("\r\nConnection: close\r\n"));
  EXPECT_TRUE(answer.ends_with("<p>slow</p>"));
  EXPECT_TRUE(busy.ended());
}

}  // namespace
}  // namespace touchstone::http
