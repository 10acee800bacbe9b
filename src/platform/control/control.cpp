#include "platform/control/control.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <charconv>
#include <cstdint>
#include <map>
#include <stdexcept>
#include <thread>

#include "platform/control/socket.h"
#include "platform/json/described.h"
#include "platform/json/flatten.h"
#include "platform/log/log.h"

namespace touchstone::control {

BOOST_DESCRIBE_STRUCT(Call, (), (arguments, directory, input))
BOOST_DESCRIBE_STRUCT(Outcome, (), (code, out, err))

namespace {

constexpr int seconds_to_ask = 10;
constexpr int seconds_to_answer = 3600;  // an import may take its time

using Members = std::multimap<std::string, std::string, std::less<>>;

Members members_of(const std::string& json) {
  Members members;
  Complaints complaints;
  json::flatten(
      json,
      [&](std::string name, const std::optional<std::string>& value) {
        members.emplace(std::move(name), value.value_or(""));
      },
      complaints);
  if (!complaints.empty())
    throw std::runtime_error("The control socket cannot read this: " + complaints.begin()->message);
  return members;
}

std::string text(const Members& members, std::string_view name) {
  const auto found = members.find(name);
  return found == members.end() ? std::string() : found->second;
}

Call read_call(const std::string& json) {
  const auto members = members_of(json);
  Call call{{}, text(members, "directory"), text(members, "input")};
  const auto [begin, end] = members.equal_range("arguments");
  for (auto each = begin; each != end; ++each) call.arguments.push_back(each->second);
  return call;
}

Outcome read_outcome(const std::string& json) {
  const auto members = members_of(json);
  const auto code = text(members, "code");
  Outcome outcome{1, text(members, "out"), text(members, "err")};
  std::from_chars(code.data(), code.data() + code.size(), outcome.code);
  return outcome;
}

}  // namespace

std::optional<Outcome> call(const std::filesystem::path& data_directory, const Call& call) {
  const auto connection = connect_in(data_directory);
  if (!connection.open()) return std::nullopt;
  limit_silence(connection, seconds_to_answer);
  send(connection, json::text_of(call));
  return read_outcome(receive(connection));
}

class Listener::Impl {
 public:
  Impl(const std::filesystem::path& data_directory, Answer answer)
      : answer_(std::move(answer)),
        socket_(listen_in(data_directory)),
        stopped_(::eventfd(0, EFD_CLOEXEC)),
        thread_([this] { listen(); }) {}

  ~Impl() {
    const std::uint64_t one = 1;
    static_cast<void>(!::write(stopped_.number(), &one, sizeof one));
    thread_.join();
  }

 private:
  void listen() {
    for (;;) {
      std::array<pollfd, 2> both{pollfd{socket_.number(), POLLIN, 0},
                                 pollfd{stopped_.number(), POLLIN, 0}};
      if (::poll(both.data(), both.size(), -1) < 0) continue;
      if (both[1].revents != 0) return;
      serve(accept_from(socket_));
    }
  }

  void serve(const Descriptor& connection) {
    try {
      if (!connection.open() || !may_call(connection)) return;
      limit_silence(connection, seconds_to_ask);
      send(connection, json::text_of(outcome_of(read_call(receive(connection)))));
    } catch (const std::exception& error) {
      log::warning("a call at the control socket failed: {}", error.what());
    }
  }

  Outcome outcome_of(const Call& call) {
    try {
      return answer_(call);
    } catch (const std::exception& error) {
      return {1, "", std::string(error.what()) + "\n"};
    }
  }

  Answer answer_;
  Descriptor socket_;
  Descriptor stopped_;
  std::thread thread_;
};

Listener::Listener(const std::filesystem::path& data_directory, Answer answer)
    : impl_(std::make_unique<Impl>(data_directory, std::move(answer))) {}
Listener::~Listener() = default;

}  // namespace touchstone::control
